package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Matrix;
import java.util.List;

/**
 * Mean and standard deviation of a column, in one pass.
 *
 * @param mean Σ x/N
 * @param spread √(Σ (x − mean)²/N)
 */
record Moments(double mean, double spread) {
  /** Of the same column of several matrices, which have a row (Welford's update). */
  static Moments of(List<Matrix> parts, int column) {
    double mean = 0;
    double squares = 0;
    long count = 0;
    for (Matrix part : parts) {
      for (int i = 0; i < part.rows(); i++) {
        double value = part.get(i, column);
        double delta = value - mean;
        count++;
        mean += delta / count;
        squares += delta * (value - mean);
      }
    }
    return new Moments(mean, count == 0 ? 0 : Math.sqrt(squares / count));
  }
}
