package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;

/**
 * min ‖Y − Θ Wᵀ‖² + weight ‖W‖² with A vec(W) = d, as it stands: the weight is not divided by the
 * number of samples, and W is in the user's units.
 *
 * @param weight at least 0; 0 is least squares
 */
public record Ridge(double weight) implements SparseRegressor {
  /** Checks the weight. */
  public Ridge {
    BadSetting.require(
        weight >= 0 && Double.isFinite(weight),
        "ridge",
        "must be a number ≥ 0 but is " + weight,
        "Write ridge:0.05");
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    if (weight == 0) {
      return new LeastSquares().solve(problem);
    }
    RegressionSummary summary = problem.data().whole();
    Assembly assembly = new Assembly(summary, problem.constraint());
    ColumnBasis basis = assembly.columnBasis();
    try {
      List<Elimination> solved =
          assembly.solve(Fits.all(summary), Fits.unitScales(summary), weight);
      return new Regression(
          Fits.coefficients(summary, solved),
          solved.stream().map(Elimination::freedom).toList(),
          basis.dependencies(),
          new Outcome.Converged(1),
          List.of());
    } catch (InfeasibleException infeasible) {
      return Fits.infeasible(
          summary, basis.dependencies(), String.valueOf(infeasible.getMessage()));
    }
  }

  @Override
  public String text() {
    return "ridge:" + weight;
  }
}
