package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import java.util.Arrays;

/** R of L⁻¹ A = Q R for rows of A that are written, whitened and folded while they are in cache. */
final class Whitening {
  private Whitening() {}

  /** Rows that can be written at any time. */
  @FunctionalInterface
  interface Rows {
    /** Writes rows {@code from} to {@code to} into zeros that begin at {@code offset}. */
    void write(int from, int to, double[] rows, int offset);
  }

  /**
   * R, cols×cols.
   *
   * @param factor L
   * @param rows of A, row-major with so many columns
   */
  static Matrix triangle(BandedCholesky factor, int cols, Rows rows) {
    TriangularFold fold = new TriangularFold(cols);
    int most = TriangularFold.blockRows(cols);
    Block block = new Block(most, cols);
    int width = factor.width();
    double[] window = new double[(width + most) * cols];
    int first = 0;
    for (int from = 0; from < factor.size(); from += most) {
      int to = Math.min(factor.size(), from + most);
      int begin = Math.max(0, from - width);
      System.arraycopy(window, (begin - first) * cols, window, 0, (from - begin) * cols);
      first = begin;
      int offset = (from - first) * cols;
      Arrays.fill(window, offset, window.length, 0);
      rows.write(from, to, window, offset);
      factor.lowerSolve(window, cols, first, from, to);
      block.copyRows(window, from - first, to - first);
      fold.fold(block);
    }
    return fold.triangle();
  }
}
