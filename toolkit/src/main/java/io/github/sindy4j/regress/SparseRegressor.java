package io.github.sindy4j.regress;

/**
 * Solves for all of W at once; refuses by name what it cannot honour; changes nothing it is given.
 */
@FunctionalInterface
public interface SparseRegressor {
  /** The coefficients it finds, and how it fared. */
  Regression solve(RegressionProblem problem);
}
