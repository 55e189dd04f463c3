package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Matrix;

/** Mean and standard deviation of columns that arrive in pieces. */
final class Moments {
  private final double[] mean;
  private final double[] squares;
  private long count;

  Moments(int columns) {
    mean = new double[columns];
    squares = new double[columns];
  }

  /** Adds rows (Welford's update). */
  void add(Matrix rows) {
    for (int i = 0; i < rows.rows(); i++) {
      count++;
      for (int c = 0; c < mean.length; c++) {
        double delta = rows.get(i, c) - mean[c];
        mean[c] += delta / count;
        squares[c] += delta * (rows.get(i, c) - mean[c]);
      }
    }
  }

  double mean(int column) {
    return mean[column];
  }

  double spread(int column) {
    return count == 0 ? 0 : Math.sqrt(squares[column] / count);
  }
}
