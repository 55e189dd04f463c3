package io.github.sindy4j.regress;

/** Which numbers should be few when demands tie coefficients together. */
public enum Sparsity {
  /** z of w = w₀ + N z: whole combinations of terms leave, and every demand stays satisfied. */
  COORDINATES,
  /**
   * The entries of W: terms leave one by one as far as the demands let them. The regressor must
   * honour {@link RegressionProblem#constraint}; for problems of a few hundred unknowns.
   */
  COEFFICIENTS
}
