package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequential thresholding without a threshold: every threshold in turn, from zero upward, until no
 * term is left.
 *
 * <p>The threshold is compared with |t_ij|, the coefficient divided by its standard error: raising
 * it removes, one by one, the term whose loss costs least, whatever the units. Each model of the
 * path is scored by held-out blocks and by
 *
 * <pre> Σᵢ ‖rᵢ‖²/sᵢ² + kᵢ (√(log ν̄ + log P) + eᵢ/sᵢ)²,   sᵢ² = ‖rᵢ‖²/νᵢ of the whole library,
 * </pre>
 *
 * the extended Bayesian information criterion (Chen and Chen, Biometrika 95 (2008) 759–771, γ = ½)
 * with kᵢ the number of terms of equation i, νᵢ its effective number of samples, P = n p, and eᵢ²
 * the sum of the squared systematic errors of its responses (three times as estimated): no term can
 * earn more than eᵢ² by fitting them (Cauchy–Schwarz), so none is kept for it. Among the models
 * that predict held-out rows about as well as the best, the one with the least criterion is chosen:
 * {@link PathChoice}.
 */
final class ThresholdPath {
  /**
   * A ridge for the fits without a fold, beside each column's squared length, so that a short fold
   * cannot break them.
   */
  private static final double FOLD_RIDGE = 1e-20;

  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final double ridge;

  ThresholdPath(
      RegressionProblem problem, RegressionSummary whole, ColumnBasis basis, double ridge) {
    this.problem = problem;
    this.whole = whole;
    this.basis = basis;
    this.ridge = ridge;
  }

  Regression solve() throws InfeasibleException {
    return problem.constraint().isNone() ? free() : constrained();
  }

  private Regression free() {
    FreePath path = new FreePath(problem, whole, basis, ridge, foldRidges());
    PathScoring scoring = path.scored();
    scoring.search(path.start());
    return chosen(scoring, path.models());
  }

  private Regression chosen(PathScoring scoring, int models) {
    return Fits.onSupport(
        problem,
        whole,
        Fits.support(scoring.chosen().coefficients()),
        basis.dependencies(),
        new Outcome.Converged(models),
        scoring.rows());
  }

  private Regression constrained() throws InfeasibleException {
    List<Integer> all = Fits.start(problem, whole, basis);
    Assembly assembly = new Assembly(whole, problem.constraint());
    Matrix full = Fits.coefficients(whole, assembly.solve(all, Fits.unitScales(whole), ridge));
    Vec scales = residualScales(problem, whole, full, basis.kept().size());
    Elimination solved = assembly.solve(all, scales, ridge).get(0);
    List<Integer> start = solved.positions().toList();
    List<Integer> order = new ArrayList<>();
    List<Matrix> models = new ArrayList<>();
    models.add(Fits.coefficients(whole, List.of(solved)));
    for (int next = solved.cheapest(); next >= 0; next = solved.cheapest()) {
      solved.remove(next);
      order.add(next);
      models.add(Fits.coefficients(whole, List.of(solved)));
    }
    PathScoring scoring = new PathScoring(problem, whole, models.get(0), basis.kept().size());
    double[][] heldOut = heldOutErrors(scoring, start, scales, order);
    for (int m = 0; m < models.size(); m++) {
      scoring.add(models.get(m), heldOut[m]);
    }
    return chosen(scoring, models.size());
  }

  /** s of each equation, from the fit with {@code terms} independent terms. */
  static Vec residualScales(
      RegressionProblem problem, RegressionSummary whole, Matrix full, int terms) {
    double[] scales = new double[whole.responses()];
    for (int i = 0; i < scales.length; i++) {
      double error = whole.squaredError(i, full.row(i)) + problem.data().responseBiases().get(i);
      double length = whole.triangle().col(whole.terms() + i).norm();
      double floor = 1e-24 * length * length;
      double scale = Math.sqrt(Math.max(error, floor) / Math.max(1, whole.samples() - terms));
      scales[i] = scale > 0 ? scale : 1;
    }
    return Vec.adopt(scales);
  }

  /**
   * For each model of the path and each fold, Σᵢ squared error on the fold over the response's
   * variance.
   */
  private double[][] heldOutErrors(
      PathScoring scoring, List<Integer> start, Vec scales, List<Integer> order)
      throws InfeasibleException {
    int folds = problem.data().folds().size();
    double[] ridges = foldRidges();
    double[][] errors = new double[order.size() + 1][folds];
    for (int fold = 0; fold < folds; fold++) {
      RegressionSummary training = folds == 1 ? whole : problem.data().without(fold);
      Elimination solved =
          new Assembly(training, problem.constraint())
              .solve(start, scales, ridge + ridges[fold])
              .get(0);
      errors[0][fold] = scoring.foldError(fold, Fits.coefficients(whole, List.of(solved)));
      for (int step = 0; step < order.size(); step++) {
        if (solved.isRemovable(order.get(step))) {
          solved.remove(order.get(step));
        }
        errors[step + 1][fold] = scoring.foldError(fold, Fits.coefficients(whole, List.of(solved)));
      }
    }
    return errors;
  }

  /** A ridge for the rows outside each fold, by their shortest column. */
  private double[] foldRidges() {
    List<RegressionSummary> folds = problem.data().folds();
    double[] ridges = new double[folds.size()];
    double[] least = new double[folds.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int j : basis.kept()) {
      double[] squares = new double[folds.size()];
      double all = 0;
      for (int fold = 0; fold < squares.length; fold++) {
        double length = folds.get(fold).triangle().col(j).norm();
        squares[fold] = length * length;
        all += squares[fold];
      }
      for (int fold = 0; fold < squares.length; fold++) {
        double outside = squares.length == 1 ? all : all - squares[fold];
        least[fold] = outside > 0 ? Math.min(least[fold], outside) : least[fold];
      }
    }
    Arrays.setAll(ridges, fold -> FOLD_RIDGE * (Double.isFinite(least[fold]) ? least[fold] : 1));
    return ridges;
  }
}
