package io.github.sindy4j.formulation;

/**
 * φ : [−1, 1] → R, smooth and even, with φ(0) = 1, that vanishes at the ends together with as many
 * derivatives as its quadrature needs.
 */
public interface TestFunction {
  /** φ(s), |s| ≤ 1. */
  double value(double s);

  /** φ′(s), |s| ≤ 1. */
  double slope(double s);

  /** √(∫ s² φ / ∫ φ): how wide it is, in parts of its half-width. */
  double deviation();

  /** How it is written after {@code weak:}, such as {@code order=10}. */
  String text();
}
