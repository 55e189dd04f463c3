package io.github.sindy4j.io;

import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.Variable;

/**
 * Least, largest, mean and spread of one column of numbers, block by block: the squares around the
 * mean of two parts are those of each and m₁ m₂ / (m₁ + m₂) times the squared distance of the
 * means.
 *
 * <p>Source: T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for computing the sample
 * variance, The American Statistician 37 (1983) 242–247.
 */
final class ColumnSums {
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double mean;
  private double squares;
  private long count;

  /** Those of one block. */
  static ColumnSums of(RowBlock block, StoredColumns columns, int slot) {
    ColumnSums sums = new ColumnSums();
    double sum = 0;
    for (int row = 0; row < block.rows(); row++) {
      if (columns.isSample(block, row)) {
        double value = block.get(row, slot);
        sums.least = Math.min(sums.least, value);
        sums.largest = Math.max(sums.largest, value);
        sum += value;
        sums.count++;
      }
    }
    sums.mean = sums.count == 0 ? 0 : sum / sums.count;
    for (int row = 0; row < block.rows(); row++) {
      double delta = columns.isSample(block, row) ? block.get(row, slot) - sums.mean : 0;
      sums.squares += delta * delta;
    }
    return sums;
  }

  void add(ColumnSums other) {
    if (other.count == 0) {
      return;
    }
    double distance = other.mean - mean;
    long both = count + other.count;
    least = Math.min(least, other.least);
    largest = Math.max(largest, other.largest);
    squares += other.squares + distance * distance * ((double) count * other.count / both);
    mean += distance * other.count / both;
    count = both;
  }

  ColumnSummary summary(Variable variable) {
    return new ColumnSummary(variable, least, largest, mean, Math.sqrt(squares / count));
  }
}
