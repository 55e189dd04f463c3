package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.FreeBlock;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RegressionSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * Iteratively reweighted least squares on known terms: W ← argmin ‖L(W)⁻¹ ((P ⊗ I) vec W′ − b)‖²
 * over the W′ with the terms of the start, until W moves by less than the tolerance, relative to
 * ‖W‖.
 *
 * <p>Source: D. M. Bortz, D. A. Messenger and V. Dukic, Bull. Math. Biol. 85 (2023) 110 (WENDy).
 *
 * @param form the weak form
 * @param rounds how many at most
 * @param tolerance of ‖ΔW‖/‖W‖
 */
public record Reweighting(WeakForm form, int rounds, double tolerance) {
  private static final int ROUNDS = 20;
  private static final double TOLERANCE = 1e-6;

  /** Checks the settings. */
  public Reweighting {
    BadSetting.require(
        rounds >= 1,
        "reweighting rounds",
        "must be at least 1 but are " + rounds,
        "A few are enough");
    BadSetting.require(
        tolerance > 0,
        "reweighting tolerance",
        "must be positive but is " + tolerance,
        "1e-6 is usual");
  }

  /** At most 20 rounds, to 1e-6. */
  public static Reweighting by(WeakForm form) {
    return new Reweighting(form, ROUNDS, TOLERANCE);
  }

  /**
   * What the rounds end with.
   *
   * @param coefficients W, n×p
   * @param standardErrors of the coefficients, from the estimated noise; zero for other terms
   * @param residualVariance of the whitened residuals; about 1 where model and noise are right
   * @param outcome how it ended
   */
  public record Result(
      Matrix coefficients, Matrix standardErrors, double residualVariance, Outcome outcome) {}

  /** Fits the terms that {@code start} has; its coefficients give the first weights. */
  public Result fit(Dataset data, Library library, Matrix start) {
    WeakDesign design = form.design(data, library);
    List<Integer> support = new ArrayList<>();
    for (int k = 0; k < start.rows() * start.cols(); k++) {
      if (start.vec().get(k) != 0) {
        support.add(k);
      }
    }
    if (support.isEmpty()) {
      throw new BadSetting(
          "no-terms", "Reweighting", "the model to start from has no terms", "Give it some");
    }
    Result last = round(design.weighted(start), support, start, 1);
    Matrix before = start;
    for (int round = 2; round <= rounds && !settled(before, last.coefficients()); round++) {
      before = last.coefficients();
      last = round(design.weighted(before), support, before, round);
    }
    return last;
  }

  private boolean settled(Matrix before, Matrix now) {
    return now.minus(before).norm() <= tolerance * now.norm();
  }

  private Result round(CoupledRows rows, List<Integer> support, Matrix before, int round) {
    RegressionSummary whole = on(support, Folding.fold(rows, Progress.NONE).whole());
    Regression regression = new LeastSquares().solve(RegressionProblem.of(FoldedData.of(whole)));
    double[] w = new double[before.rows() * before.cols()];
    double[] errors = new double[w.length];
    for (int u = 0; u < support.size(); u++) {
      w[support.get(u)] = regression.coefficients().get(0, u);
    }
    for (FreeBlock block : regression.freedom()) {
      for (int u = 0; u < block.unknowns().size(); u++) {
        errors[support.get(block.unknowns().get(u))] = block.factor().row(u).norm();
      }
    }
    double free = Math.max(1, whole.samples() - support.size());
    double variance = whole.squaredError(0, regression.coefficients().row(0)) / free;
    Matrix now = Vec.adopt(w).asMatrix(before.rows(), before.cols());
    return new Result(
        now,
        Vec.adopt(errors).asMatrix(before.rows(), before.cols()),
        variance,
        settled(before, now) ? new Outcome.Converged(round) : new Outcome.IterationLimit(round));
  }

  /** The summary of the rows with these columns only. */
  private static RegressionSummary on(List<Integer> support, RegressionSummary whole) {
    int[] columns = new int[support.size() + 1];
    double[] sums = new double[columns.length];
    for (int u = 0; u < columns.length; u++) {
      columns[u] = u < support.size() ? support.get(u) : whole.terms();
      sums[u] = whole.columnSums().get(columns[u]);
    }
    return new RegressionSummary(
        support.size(),
        TriangularFold.triangle(whole.triangle().columns(columns)),
        Vec.adopt(sums),
        whole.samples());
  }
}
