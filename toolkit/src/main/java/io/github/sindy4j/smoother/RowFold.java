package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TriangularFold;

/** Row-major rows, folded. */
final class RowFold {
  private RowFold() {}

  /** Folds rows of {@code cols} columns. */
  static void fold(double[] rows, int cols, TriangularFold fold) {
    int count = rows.length / cols;
    int most = Math.min(Math.max(1, count), TriangularFold.blockRows(cols));
    Block block = new Block(most, cols);
    for (int from = 0; from < count; from += most) {
      block.copyRows(rows, from, Math.min(count, from + most));
      fold.fold(block);
    }
  }
}
