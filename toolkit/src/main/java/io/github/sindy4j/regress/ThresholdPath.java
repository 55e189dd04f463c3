package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

  /** From how many terms of each equation elimination goes one by one, at least. */
  private static final int LARGEST_START = 100;

  /** From how many terms of all equations it does. */
  private static final int LARGEST_TOTAL = 400;

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
    List<Integer> independent = Fits.start(problem, whole, basis);
    Vec scales = residualScales(independent);
    List<Elimination> solved =
        new Assembly(whole, problem.constraint())
            .solve(screened(independent, scales), scales, ridge);
    List<Integer> start = solved.stream().flatMap(Elimination::positions).toList();
    List<int[]> order = new ArrayList<>();
    List<Matrix> models = new ArrayList<>();
    models.add(Fits.coefficients(whole, solved));
    for (int[] next = cheapest(solved, scales); next.length > 0; next = cheapest(solved, scales)) {
      solved.get(next[0]).remove(next[1]);
      order.add(next);
      models.add(Fits.coefficients(whole, solved));
    }
    PathScoring scoring = new PathScoring(problem, whole, models.get(0), basis.kept().size());
    double[][] heldOut = heldOutErrors(scoring, start, scales, order);
    for (int m = 0; m < models.size(); m++) {
      scoring.add(models.get(m), heldOut[m]);
    }
    if (problem.constraint().isNone()) {
      scoring.search(start);
    }
    return Fits.onSupport(
        problem,
        whole,
        Fits.support(scoring.chosen().coefficients()),
        basis.dependencies(),
        new Outcome.Converged(order.size() + 1),
        scoring.rows());
  }

  private Vec residualScales(List<Integer> start) throws InfeasibleException {
    Matrix full =
        Fits.coefficients(
            whole,
            new Assembly(whole, problem.constraint()).solve(start, Fits.unitScales(whole), ridge));
    double[] scales = new double[whole.responses()];
    for (int i = 0; i < scales.length; i++) {
      double error = whole.squaredError(i, full.row(i)) + problem.data().responseBiases().get(i);
      double floor = 1e-24 * squares(i);
      double scale =
          Math.sqrt(Math.max(error, floor) / Math.max(1, whole.samples() - basis.kept().size()));
      scales[i] = scale > 0 ? scale : 1;
    }
    return Vec.adopt(scales);
  }

  /**
   * At most {@link #LARGEST_START} terms of each equation, or {@link #LARGEST_TOTAL} of all: from
   * larger libraries the less significant half leaves at once, again and again, since one by one
   * would cost the fourth power.
   */
  private List<Integer> screened(List<Integer> independent, Vec scales) throws InfeasibleException {
    List<Integer> kept = independent;
    int largest = Math.max(LARGEST_START, LARGEST_TOTAL / whole.responses());
    boolean large = problem.constraint().isNone() && basis.kept().size() > largest;
    for (int size = basis.kept().size(); large && size > largest; ) {
      size = Math.max(largest, size / 2);
      List<Integer> survivors = new ArrayList<>();
      for (Elimination equation :
          new Assembly(whole, problem.constraint()).solve(kept, scales, ridge)) {
        IntStream.range(0, equation.size())
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -equation.cost(j)))
            .limit(size)
            .map(equation::position)
            .sorted()
            .forEach(survivors::add);
      }
      kept = survivors;
    }
    return kept;
  }

  /** The block and the unknown whose removal costs least; empty when none can leave. */
  private int[] cheapest(List<Elimination> solved, Vec scales) {
    int[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (int b = 0; b < solved.size(); b++) {
      Elimination elimination = solved.get(b);
      for (int j = 0; j < elimination.size(); j++) {
        if (elimination.isRemovable(j)) {
          double scale =
              problem.constraint().isNone()
                  ? scales.get(elimination.position(j) / whole.terms())
                  : 1;
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

  /**
   * For each model of the path and each fold, Σᵢ squared error on the fold over the response's
   * variance.
   */
  private double[][] heldOutErrors(
      PathScoring scoring, List<Integer> start, Vec scales, List<int[]> order)
      throws InfeasibleException {
    int folds = problem.data().folds().size();
    double[][] errors = new double[order.size() + 1][folds];
    for (int fold = 0; fold < folds; fold++) {
      RegressionSummary training = folds == 1 ? whole : problem.data().without(fold);
      List<Elimination> solved =
          new Assembly(training, problem.constraint())
              .solve(start, scales, ridge + foldRidge(training));
      errors[0][fold] = scoring.foldError(fold, Fits.coefficients(whole, solved));
      for (int step = 0; step < order.size(); step++) {
        int[] next = order.get(step);
        if (solved.get(next[0]).isRemovable(next[1])) {
          solved.get(next[0]).remove(next[1]);
        }
        errors[step + 1][fold] = scoring.foldError(fold, Fits.coefficients(whole, solved));
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

  private double squares(int equation) {
    double norm = whole.triangle().col(whole.terms() + equation).norm();
    return norm * norm;
  }
}
