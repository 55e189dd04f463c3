package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/** What a summary knows of its rows beside their triangle: their number, and sums of columns. */
final class Totals {
  private final double[] sums;
  private long samples;

  /** Of no rows yet. */
  Totals(int columns) {
    sums = new double[columns];
  }

  /** Takes in rows. */
  void add(Block rows) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += Sums.of(rows.values(), rows.offset(j), rows.rows());
    }
    samples += rows.rows();
  }

  /** Takes in the rows of another part. */
  void add(Totals other) {
    Arrays.setAll(sums, j -> sums[j] + other.sums[j]);
    samples += other.samples;
  }

  /** Whether there are no rows. */
  boolean isEmpty() {
    return samples == 0;
  }

  /** The summary of the rows, whose triangle this is. */
  RegressionSummary summary(int terms, Matrix triangle) {
    return new RegressionSummary(terms, triangle, Vec.of(sums), samples);
  }
}
