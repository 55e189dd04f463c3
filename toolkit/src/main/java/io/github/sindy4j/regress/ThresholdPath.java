package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequential thresholding without a threshold: every threshold in turn, from zero upward, until no term is left.
 *
 * <p>The threshold is compared with |t_ij|, the coefficient divided by its standard error: raising it removes, one by one,
 * the term whose loss costs least, whatever the units. Each model of the path is scored by held-out blocks and by
 *
 * <pre> Σᵢ νᵢ log((‖rᵢ‖² + eᵢ²)/N) + k (log ν̄ + log P) </pre>
 *
 * the extended Bayesian information criterion (Chen and Chen, Biometrika 95 (2008) 759–771, γ = ½) with νᵢ the effective
 * number of samples of equation i, eᵢ² the known errors of its responses, k the number of terms and P = n p. Among the
 * models whose held-out error is within one standard error of the least, the one with the least criterion is chosen.
 */
final class ThresholdPath {
  /** A ridge for the fits without a fold, beside each column's squared length, so that a short fold cannot break them. */
  private static final double FOLD_RIDGE = 1e-20;

  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final double ridge;

  ThresholdPath(RegressionProblem problem, RegressionSummary whole, ColumnBasis basis, double ridge) {
    this.problem = problem;
    this.whole = whole;
    this.basis = basis;
    this.ridge = ridge;
  }

  Regression solve() throws InfeasibleException {
    List<Integer> start = Fits.independent(whole, basis);
    Vec scales = residualScales(start);
    List<Elimination> solved = new Assembly(whole, problem.constraint()).solve(start, scales, ridge);
    List<int[]> order = new ArrayList<>();
    List<Matrix> models = new ArrayList<>();
    models.add(Fits.coefficients(whole, solved));
    for (int[] next = cheapest(solved, scales); next.length > 0; next = cheapest(solved, scales)) {
      solved.get(next[0]).remove(next[1]);
      order.add(next);
      models.add(Fits.coefficients(whole, solved));
    }
    double[][] heldOut = heldOutErrors(start, scales, order);
    List<ParetoRow> rows = rows(models, heldOut);
    int chosen = PathChoice.choose(rows, heldOut);
    List<Integer> support = Fits.support(models.get(chosen));
    int steps = order.size() + 1;
    return Fits.onSupport(
        problem, whole, support, basis.dependencies(), new Outcome.Converged(steps), List.copyOf(rows));
  }

  private Vec residualScales(List<Integer> start) throws InfeasibleException {
    Matrix full =
        Fits.coefficients(
            whole, new Assembly(whole, problem.constraint()).solve(start, Fits.unitScales(whole), ridge));
    double[] scales = new double[whole.responses()];
    for (int i = 0; i < scales.length; i++) {
      double error = whole.squaredError(i, full.row(i)) + problem.data().responseErrors().get(i);
      double floor = 1e-24 * squares(i);
      double scale = Math.sqrt(Math.max(error, floor) / Math.max(1, whole.samples() - basis.kept().size()));
      scales[i] = scale > 0 ? scale : 1;
    }
    return Vec.adopt(scales);
  }

  /** The block and the unknown whose removal costs least; empty when none can leave. */
  private int[] cheapest(List<Elimination> solved, Vec scales) {
    int[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (int b = 0; b < solved.size(); b++) {
      Elimination elimination = solved.get(b);
      for (int j = 0; j < elimination.size(); j++) {
        if (elimination.isRemovable(j)) {
          double scale = problem.constraint().isNone() ? scales.get(elimination.position(j) / whole.terms()) : 1;
          double cost = elimination.cost(j) / (scale * scale);
          if (cost < least || best.length == 0) {
            least = cost;
            best = new int[] {b, j};
          }
        }
      }
    }
    return best;
  }

  /** For each model of the path and each fold, Σᵢ squared error on the fold over the response's variance. */
  private double[][] heldOutErrors(List<Integer> start, Vec scales, List<int[]> order) throws InfeasibleException {
    int folds = problem.data().folds().size();
    double[][] errors = new double[order.size() + 1][folds];
    for (int fold = 0; fold < folds; fold++) {
      RegressionSummary training = folds == 1 ? whole : problem.data().without(fold);
      List<Elimination> solved =
          new Assembly(training, problem.constraint()).solve(start, scales, ridge + foldRidge(training));
      errors[0][fold] = foldError(fold, Fits.coefficients(whole, solved));
      for (int step = 0; step < order.size(); step++) {
        int[] next = order.get(step);
        if (solved.get(next[0]).isRemovable(next[1])) {
          solved.get(next[0]).remove(next[1]);
        }
        errors[step + 1][fold] = foldError(fold, Fits.coefficients(whole, solved));
      }
    }
    return errors;
  }

  private double foldRidge(RegressionSummary training) {
    double least = Double.POSITIVE_INFINITY;
    for (int j : basis.kept()) {
      double norm = training.triangle().col(j).norm();
      least = norm > 0 ? Math.min(least, norm * norm) : least;
    }
    return Double.isFinite(least) ? FOLD_RIDGE * least : FOLD_RIDGE;
  }

  private double foldError(int fold, Matrix w) {
    RegressionSummary summary = problem.data().folds().get(fold);
    double sum = 0;
    for (int i = 0; i < whole.responses(); i++) {
      double errors = problem.data().responseErrors().get(i) * summary.samples() / whole.samples();
      sum += (summary.squaredError(i, w.row(i)) + errors) / variance(i);
    }
    return sum / whole.responses();
  }

  private double variance(int equation) {
    double total = whole.totalSquares(equation) / whole.samples();
    double fallback = squares(equation) / whole.samples();
    double variance = total > 1e-24 * fallback ? total : fallback;
    return variance > 0 ? variance : 1;
  }

  private double squares(int equation) {
    double norm = whole.triangle().col(whole.terms() + equation).norm();
    return norm * norm;
  }

  private List<ParetoRow> rows(List<Matrix> models, double[][] heldOut) {
    List<ParetoRow> rows = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      Matrix w = models.get(m);
      double criterion = 0;
      double training = 0;
      double logEffective = 0;
      for (int i = 0; i < whole.responses(); i++) {
        double error = whole.squaredError(i, w.row(i));
        double effective = problem.data().effectiveSamples().get(i);
        double floored = error + problem.data().responseErrors().get(i) + 1e-26 * squares(i);
        criterion += floored > 0 ? effective * Math.log(floored / whole.samples()) : 0;
        training += error / whole.samples() / variance(i);
        logEffective += Math.log(Math.max(2, effective)) / whole.responses();
      }
      int k = Fits.support(w).size();
      criterion += k * (logEffective + Math.log(Math.max(1, whole.responses() * basis.kept().size())));
      double held = Arrays.stream(heldOut[m]).sum() / whole.samples();
      rows.add(new ParetoRow(k, Math.sqrt(training / whole.responses()), Math.sqrt(held), criterion, w));
    }
    return rows;
  }
}
