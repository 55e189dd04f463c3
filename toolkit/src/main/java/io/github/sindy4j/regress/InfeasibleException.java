package io.github.sindy4j.regress;

/**
 * No coefficients satisfy the constraint; becomes {@link Outcome.Infeasible} before it leaves the
 * package.
 */
final class InfeasibleException extends Exception {
  private static final long serialVersionUID = 1L;

  InfeasibleException(String reason) {
    super(reason);
  }
}
