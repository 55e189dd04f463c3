package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;

/** How well the terms of a regression predict rows that their coefficients have not seen. */
public final class HeldOut {
  private HeldOut() {}

  /**
   * Σ over folds of ‖yᵢ − Θ w‖² on the fold, w fitted by least squares to the other folds on the
   * regression's terms within its demands, for each equation; empty when there is one fold only, or
   * too few rows to leave one out.
   */
  public static Optional<Vec> squaredErrors(RegressionProblem problem, Regression regression) {
    return byFold(problem, regression)
        .map(errors -> errors.applyTranspose(Vec.zeros(errors.rows()).map(zero -> 1)));
  }

  /** The same before the sum: one row for each fold, one column for each equation. */
  public static Optional<Matrix> byFold(RegressionProblem problem, Regression regression) {
    List<RegressionSummary> folds = problem.data().folds();
    if (folds.size() < 2 || regression.outcome() instanceof Outcome.Infeasible) {
      return Optional.empty();
    }
    List<Integer> support = Fits.support(regression.coefficients());
    Family family = new Family(regression);
    boolean isTied =
        !problem.constraint().isNone() || degreesOfFreedom(regression) < support.size();
    double[][] errors = new double[folds.size()][regression.coefficients().rows()];
    for (int fold = 0; fold < folds.size(); fold++) {
      RegressionSummary training = problem.data().without(fold);
      Optional<Matrix> refit =
          isTied ? family.fit(training) : Optional.of(onTerms(problem, training, support));
      if (refit.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < errors[fold].length; i++) {
        errors[fold][i] = folds.get(fold).squaredError(i, refit.get().row(i));
      }
    }
    return Optional.of(Matrix.ofRows(errors));
  }

  private static int degreesOfFreedom(Regression regression) {
    return regression.freedom().stream().mapToInt(block -> block.factor().cols()).sum();
  }

  private static Matrix onTerms(
      RegressionProblem problem, RegressionSummary training, List<Integer> support) {
    return Fits.onSupport(
            problem, training, support, List.of(), new Outcome.Converged(1), List.of())
        .coefficients();
  }
}
