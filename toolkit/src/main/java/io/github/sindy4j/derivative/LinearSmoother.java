package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * One grid, everything chosen: columns y to values x̃ = S y and rates ẋ = R y, both linear in y.
 */
interface LinearSmoother {
  /**
   * Smoothed columns, n×columns.
   *
   * @param values S Y
   * @param rates R Y
   */
  record Curves(Matrix values, Matrix rates) {
    static Curves of(int columns, double[] values, double[] rates) {
      int rows = values.length / columns;
      return new Curves(Matrix.adopt(rows, columns, values), Matrix.adopt(rows, columns, rates));
    }
  }

  /** Smooths many columns at once, n×columns, row by row. */
  Curves apply(double[] y, int columns);

  /** The posterior variance of every rate, for noise of unit variance. */
  Vec rateVariances();
}
