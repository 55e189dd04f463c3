package io.github.sindy4j.model;

/** Evaluates a vector field; for one thread. */
public interface Evaluator {
  /**
   * Writes f(t, x) into {@code rates}. Outside the domain of f the result is NaN or infinite, never
   * an exception.
   */
  void rates(double t, double[] x, double[] rates);

  /**
   * Writes ∂f/∂x (t, x), row-major n×n, into {@code jacobian}; false when f has no exact Jacobian.
   */
  default boolean jacobian(double t, double[] x, double[] jacobian) {
    return false;
  }
}
