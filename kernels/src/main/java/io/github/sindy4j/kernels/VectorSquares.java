package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.STRIP;

import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.linalg.View;

/** Rows are divided strip by strip, and squared while they are in the second cache. */
final class VectorSquares implements Squares {
  /** Columns that begin at the same place of a page would evict one another from the cache. */
  private static final int SKEW = 8;

  /** So many numbers take half of the second cache. */
  private static final int CACHED = 65_536;

  private final DividedStrips strips;
  private final ColumnProducts products = new ColumnProducts();
  private final int size;
  private final int most;
  private double[] room = {};

  VectorSquares(View u) {
    this.size = u.columns();
    this.strips = new DividedStrips(u);
    this.most = Math.max(1, CACHED / STRIP / Math.max(1, size)) * STRIP;
  }

  @Override
  public void add(View b, View c) {
    for (int from = 0; from < b.rows(); from += most) {
      View rows = b.rows(from, Math.min(b.rows(), from + most));
      View p = divided(rows);
      products.add(p, p, c, true);
    }
  }

  private View divided(View b) {
    int rows = (b.rows() + STRIP - 1) / STRIP * STRIP;
    int stride = rows + SKEW;
    if (room.length < stride * strips.columns()) {
      room = new double[stride * strips.columns()];
    }
    for (int i = 0; i < rows; i += STRIP) {
      strips.divide(b, i, room, i, stride);
    }
    return View.of(room, 0, stride, rows, size);
  }
}
