package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.L;
import static io.github.sindy4j.kernels.Tiles.STRIP;
import static io.github.sindy4j.kernels.Tiles.WIDTH;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.linalg.View;

/**
 * {@link Kernel} in tiles of 4 L rows and four columns, L numbers to a register, every product and
 * sum fused. What does not fill a tile is brought to its size with zeros.
 */
final class VectorKernel implements Kernel {
  /** Columns of X that are taken at a time: a strip of them stays in the first cache. */
  private static final int DEPTH = 96;

  /** Columns of Y that share a copied strip. */
  private static final int WIDE = 192;

  /** For fewer columns of Y the copy of a strip does not pay. */
  private static final int COPIED = 48;

  /** Columns solved before what they change elsewhere is a product. */
  private static final int SOLVED = 128;

  /** Whether registers hold enough for a gain. */
  static boolean worthwhile() {
    return L >= 4;
  }

  @Override
  public String name() {
    return "vector, " + L + " lanes";
  }

  @Override
  public void add(double sign, View x, View c, View y) {
    double[] strip = new double[Math.min(DEPTH, x.columns()) * STRIP];
    double[] tile = new double[WIDTH * STRIP];
    for (int k = 0; k < x.columns(); k += DEPTH) {
      int end = Math.min(x.columns(), k + DEPTH);
      View cs = c.rows(k, end);
      for (int j = 0; j < y.columns(); j += WIDE) {
        int last = Math.min(y.columns(), j + WIDE);
        PackedColumns packed = PackedColumns.of(sign, cs, j, last);
        add(x.columns(k, end), packed, y.columns(j, last), strip, tile);
      }
    }
  }

  private static void add(View x, PackedColumns c, View y, double[] strip, double[] tile) {
    for (int i = 0; i < y.rows(); i += STRIP) {
      int rows = Math.min(STRIP, y.rows() - i);
      boolean copied = rows < STRIP || y.columns() >= COPIED;
      if (copied) {
        copy(x, i, rows, x.columns(), strip);
      }
      double[] z = copied ? strip : x.values();
      int at = copied ? 0 : x.at() + i;
      int stride = copied ? STRIP : x.stride();
      for (int j = 0; j < y.columns(); j += WIDTH) {
        int columns = Math.min(WIDTH, y.columns() - j);
        if (rows == STRIP && columns == WIDTH) {
          double[] ys = y.values();
          int yAt = y.offset(j) + i;
          Tiles.sums(z, at, stride, c, j / WIDTH, ys, yAt, y.stride(), ys, yAt, y.stride());
        } else {
          View own = y.columns(j, j + columns);
          copy(own, i, rows, columns, tile);
          Tiles.sums(z, at, stride, c, j / WIDTH, tile, 0, STRIP, tile, 0, STRIP);
          restore(tile, own, i, rows);
        }
      }
    }
  }

  /** Copies rows to the beginning of a strip; what follows them there is of no account. */
  private static void copy(View from, int i, int rows, int columns, double[] strip) {
    for (int k = 0; k < columns; k++) {
      System.arraycopy(from.values(), from.offset(k) + i, strip, k * STRIP, rows);
    }
  }

  private static void restore(double[] strip, View to, int i, int rows) {
    for (int k = 0; k < to.columns(); k++) {
      System.arraycopy(strip, k * STRIP, to.values(), to.offset(k) + i, rows);
    }
  }

  @Override
  public void solve(View u, View b, View x) {
    int size = x.columns();
    for (int j0 = 0; j0 < size; j0 += SOLVED) {
      // A few columns more are done at once rather than left for a product of their own.
      int j1 = size - j0 < 2 * SOLVED ? size : j0 + SOLVED;
      View own = x.columns(j0, j1);
      if (j0 > 0) {
        own.copy(b.columns(j0, j1));
        add(-1, x.columns(0, j0), u.rows(0, j0).columns(j0, j1), own);
      }
      solveWithin(u.rows(j0, j1).columns(j0, j1), j0 > 0 ? own : b.columns(j0, j1), own);
      j0 = j1 - SOLVED;
    }
  }

  private static void solveWithin(View u, View b, View x) {
    DividedStrips divided = new DividedStrips(u);
    double[] strip = new double[divided.columns() * STRIP];
    for (int i = 0; i < x.rows(); i += STRIP) {
      divided.divide(b, i, strip, 0, STRIP);
      restore(strip, x, i, Math.min(STRIP, x.rows() - i));
    }
  }

  @Override
  public void dots(View x, View y, View c, boolean lower) {
    new ColumnProducts().add(x, y, c, lower);
  }

  @Override
  public Squares squares(View u) {
    return new VectorSquares(u);
  }
}
