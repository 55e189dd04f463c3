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
  /** A method called so often is compiled sooner than a loop over all. */
  private static final int STRETCH = 1024;

  /** Of the same column of several matrices, which have a row (Welford's update). */
  static Moments of(List<Matrix> parts, int column) {
    Sums sums = new Sums();
    for (Matrix part : parts) {
      for (int from = 0; from < part.rows(); from += STRETCH) {
        sums.add(part, column, from, Math.min(part.rows(), from + STRETCH));
      }
    }
    return new Moments(sums.mean, sums.count == 0 ? 0 : Math.sqrt(sums.squares / sums.count));
  }

  private static final class Sums {
    private double mean;
    private double squares;
    private long count;

    void add(Matrix part, int column, int from, int to) {
      for (int i = from; i < to; i++) {
        double value = part.get(i, column);
        double delta = value - mean;
        count++;
        mean += delta / count;
        squares += delta * (value - mean);
      }
    }
  }
}
