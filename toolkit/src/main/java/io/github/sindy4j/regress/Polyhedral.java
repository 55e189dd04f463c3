package io.github.sindy4j.regress;

/**
 * g(z) = h(z) + ½ ridge ‖z‖² with h convex and piecewise linear. Such penalties, a proximal map or
 * none, make a quadratic programme.
 */
public non-sealed interface Polyhedral extends ConvexFunction {
  /** h, for z of so many entries. */
  PiecewiseLinear pieces(int size);

  /** At least 0. */
  default double ridge() {
    return 0;
  }
}
