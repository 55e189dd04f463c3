package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Vec;

/**
 * One grid, everything chosen: columns y to values x̃ = S y and rates ẋ = R y, both linear in y.
 */
interface LinearSmoother {
  /**
   * Smoothed columns, n×columns row by row, like what they are made of.
   *
   * @param values S Y
   * @param rates R Y
   */
  record Curves(double[] values, double[] rates) {}

  /** Smooths many columns at once, n×columns, row by row. */
  Curves apply(double[] y, int columns);

  /** The posterior variance of every rate, for noise of unit variance. */
  Vec rateVariances();
}
