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

  /**
   * The same without how the coefficients may still move, which takes p times as long as to find
   * them: for problems of which nothing is demanded.
   */
  public static Regression coefficientsOf(RegressionProblem problem) {
    RegressionSummary summary = problem.data().whole();
    ColumnBasis basis = new Assembly(summary, problem.constraint()).columnBasis();
    int[] terms = basis.kept().stream().mapToInt(Integer::intValue).toArray();
    List<FreeEquation> equations = Fits.equations(summary, i -> FreeEquation.of(summary, i, terms));
    return new Regression(
        Fits.written(summary, equations),
        List.of(),
        basis.dependencies(),
        new Outcome.Converged(1),
        List.of());
  }

  @Override
  public String text() {
    return "least-squares";
  }
}
