package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
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
    Sums sums = new Sums();
    for (Matrix part : parts) {
      Ranges.inOrder(part.rows(), (from, to) -> sums.add(part, column, from, to));
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
