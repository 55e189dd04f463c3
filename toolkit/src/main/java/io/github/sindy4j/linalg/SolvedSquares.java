package io.github.sindy4j.linalg;

import java.util.Arrays;

/** Squares by a substitution and a product, one after the other. */
final class SolvedSquares implements Squares {
  /** Columns that begin at the same place of a page would evict one another from the cache. */
  private static final int SKEW = 8;

  /** Columns are padded with zeros to multiples of this, which products do without remainders. */
  private static final int TILE = 4;

  private final Kernel kernel;
  private final View u;
  private final View square;
  private double[] room = {};
  private int step;

  SolvedSquares(Kernel kernel, View u) {
    this.kernel = kernel;
    this.u = u;
    int padded = (u.columns() + TILE - 1) / TILE * TILE;
    this.square = View.of(new double[padded * padded], 0, padded, padded, padded);
  }

  @Override
  public void add(View b, View c) {
    int size = u.columns();
    int padded = square.columns();
    if (step < b.rows()) {
      step = b.rows() + SKEW;
      room = new double[Math.multiplyExact(step, padded)];
    }
    View p = View.of(room, 0, step, b.rows(), padded);
    kernel.solve(u, b, p.columns(0, size));
    Arrays.fill(square.values(), 0);
    kernel.dots(p, p, square, true);
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        c.set(i, j, c.get(i, j) + square.get(i, j));
      }
    }
  }
}
