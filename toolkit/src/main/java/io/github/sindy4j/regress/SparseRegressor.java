package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;

/**
 * Solves for all of W at once; refuses by name what it cannot honour; changes nothing it is given.
 */
@FunctionalInterface
public interface SparseRegressor {
  /** The coefficients it finds, and how it fared. */
  Regression solve(RegressionProblem problem);

  /**
   * The least-squares fit on the terms of another model of the path of {@code found}, which this
   * regressor has found for the problem.
   */
  default Regression refit(RegressionProblem problem, Regression found, Matrix other) {
    return found.refit(problem, other);
  }

  /**
   * Whether what it asks of coefficients may as well be asked of combinations of them, as few
   * non-zeros may. {@link Parametrised} refuses by name where it may not, as with signs.
   */
  default boolean worksOnCombinations() {
    return true;
  }

  /** How it is written on the command line, such as {@code stlsq:threshold=0.1,ridge=0}. */
  default String text() {
    return getClass().getSimpleName();
  }

  /**
   * Reads what {@link #text} writes: {@code least-squares}, {@code ridge:ALPHA}, {@code stlsq},
   * {@code lasso}, {@code elastic-net}, {@code adaptive-lasso}, {@code sr3}, {@code ssr}, {@code
   * frols}, {@code omp}, {@code best-subset}, {@code bayes}, {@code stability} or {@code nnls},
   * with settings such as {@code stlsq:threshold=T,ridge=A}.
   */
  static SparseRegressor parse(String text) {
    return new RegressorParser(text).parse();
  }
}
