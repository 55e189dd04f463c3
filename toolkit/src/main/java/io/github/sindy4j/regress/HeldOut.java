package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;

/** How well the terms of a regression predict rows that their coefficients have not seen. */
public final class HeldOut {
  private HeldOut() {}

  /**
   * Σ over folds of ‖yᵢ − Θ w‖² on the fold, w fitted by least squares to the other folds on the
   * regression's terms, for each equation; empty when there is one fold only, or too few rows to
   * leave one out.
   */
  public static Optional<Vec> squaredErrors(RegressionProblem problem, Regression regression) {
    List<RegressionSummary> folds = problem.data().folds();
    if (folds.size() < 2) {
      return Optional.empty();
    }
    List<Integer> support = Fits.support(regression.coefficients());
    double[] errors = new double[regression.coefficients().rows()];
    for (int fold = 0; fold < folds.size(); fold++) {
      RegressionSummary training = problem.data().without(fold);
      Regression refit =
          Fits.onSupport(
              problem, training, support, List.of(), new Outcome.Converged(1), List.of());
      if (refit.outcome() instanceof Outcome.Infeasible) {
        return Optional.empty();
      }
      for (int i = 0; i < errors.length; i++) {
        errors[i] += folds.get(fold).squaredError(i, refit.coefficients().row(i));
      }
    }
    return Optional.of(Vec.adopt(errors));
  }
}
