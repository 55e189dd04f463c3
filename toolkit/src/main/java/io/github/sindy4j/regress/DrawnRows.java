package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The triangles of one draw: rows that a bootstrap takes k times count √k times each. Rows are
 * gathered until there are enough of them to be folded at once. For one thread.
 */
final class DrawnRows {
  private final RowSource.Size size;
  private final TriangularFold[] triangles;
  private final Block gathered;
  private final double[][] sums;
  private final long[] samples;
  private int gatheredFold;

  DrawnRows(RowSource.Size size) {
    int q = size.terms() + size.responses();
    this.size = size;
    this.triangles = new TriangularFold[size.folds()];
    this.gathered = new Block(TriangularFold.blockRows(q), q);
    this.sums = new double[size.folds()][q];
    this.samples = new long[size.folds()];
    Arrays.setAll(triangles, f -> new TriangularFold(q));
  }

  /** What one draw takes, about. */
  static long bytes(RowSource.Size size) {
    long q = (long) size.terms() + size.responses();
    // The triangle while it is filled, its copy as a matrix, and the rows that are gathered.
    return q * Double.BYTES * (2 * q * size.folds() + TriangularFold.blockRows((int) q));
  }

  /** Takes some of the rows of a block {@code times} times for this fold. */
  void add(int fold, Block rows, int from, int to, int times) {
    if (fold != gatheredFold) {
      flush();
      gatheredFold = fold;
    }
    double root = Math.sqrt(times);
    for (int next = from; next < to; ) {
      int count = Math.min(to - next, gathered.capacity() - gathered.rows());
      for (int j = 0; j < rows.columns(); j++) {
        int source = rows.offset(j) + next;
        int place = gathered.offset(j) + gathered.rows();
        scaled(root, rows.values(), source, gathered.values(), place, count);
      }
      gathered.setRows(gathered.rows() + count);
      if (gathered.rows() == gathered.capacity()) {
        flush();
      }
      next += count;
    }
  }

  /** Counts rows and what their columns sum up to, {@code times} times. */
  void count(int fold, double[] columnSums, long rows, int times) {
    for (int j = 0; j < columnSums.length; j++) {
      sums[fold][j] += times * columnSums[j];
    }
    samples[fold] += times * rows;
  }

  private static void scaled(
      double factor, double[] source, int from, double[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] = factor * source[from + i];
    }
  }

  private void flush() {
    if (gathered.rows() > 0) {
      triangles[gatheredFold].fold(gathered);
      gathered.setRows(0);
    }
  }

  /** The folds; those without rows are left out. */
  List<RegressionSummary> folds() {
    flush();
    List<RegressionSummary> folds = new ArrayList<>();
    for (int f = 0; f < triangles.length; f++) {
      if (samples[f] > 0) {
        folds.add(
            new RegressionSummary(
                size.terms(), triangles[f].triangle(), Vec.of(sums[f]), samples[f]));
      }
    }
    return folds;
  }
}
