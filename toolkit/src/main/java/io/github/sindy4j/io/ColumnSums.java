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
  private final int slot;
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double mean;
  private double squares;
  private long count;

  ColumnSums(int slot) {
    this.slot = slot;
  }

  void add(RowBlock block, StoredColumns columns) {
    double sum = 0;
    int own = 0;
    for (int row = 0; row < block.rows(); row++) {
      if (columns.isSample(block, row)) {
        double value = block.get(row, slot);
        least = Math.min(least, value);
        largest = Math.max(largest, value);
        sum += value;
        own++;
      }
    }
    if (own == 0) {
      return;
    }
    double around = 0;
    double ownMean = sum / own;
    for (int row = 0; row < block.rows(); row++) {
      double delta = columns.isSample(block, row) ? block.get(row, slot) - ownMean : 0;
      around += delta * delta;
    }
    double distance = ownMean - mean;
    long both = count + own;
    squares += around + distance * distance * ((double) count * own / both);
    mean += distance * own / both;
    count = both;
  }

  ColumnSummary summary(Variable variable) {
    return new ColumnSummary(variable, least, largest, mean, Math.sqrt(squares / count));
  }
}
