package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import java.util.List;

/**
 * min ‖Y − Θ Wᵀ‖² with A vec(W) = d: every term, no selection.
 *
 * <p>Where columns of Θ coincide, the later ones get coefficient 0 and the null directions are
 * reported.
 */
public record LeastSquares() implements SparseRegressor {
  @Override
  public Regression solve(RegressionProblem problem) {
    RegressionSummary summary = problem.data().whole();
    ColumnBasis basis = new Assembly(summary, problem.constraint()).columnBasis();
    return Fits.onSupport(
        problem,
        summary,
        Fits.start(problem, summary, basis),
        basis.dependencies(),
        new Outcome.Converged(1),
        List.of());
  }

  @Override
  public String text() {
    return "least-squares";
  }
}
