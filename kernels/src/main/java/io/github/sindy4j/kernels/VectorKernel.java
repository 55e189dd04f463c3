package io.github.sindy4j.kernels;

import static io.github.sindy4j.kernels.Tiles.L;
import static io.github.sindy4j.kernels.Tiles.S;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.View;
import jdk.incubator.vector.DoubleVector;

/**
 * {@link Kernel} in tiles of 4 L rows and four columns, L numbers to a register, every product and
 * sum fused. What does not fill a tile goes through narrower loops of the same order of summation.
 */
final class VectorKernel implements Kernel {
  private static final int STRIP = 4 * L;

  /** Columns of X that are taken at a time: a strip of them stays in the first cache. */
  private static final int DEPTH = 256;

  /** Columns of Y that share a copied strip. */
  private static final int WIDTH = 192;

  /** For fewer columns of Y the copy of a strip does not pay. */
  private static final int COPIED = 48;

  /**
   * At most so many rows are summed at a time: eight columns of them nearly fill the first cache.
   */
  private static final int CHUNK = 640;

  /** Columns of X that stay in the second cache while those of Y pass. */
  private static final int GROUP = 64;

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
    boolean copy = y.columns() >= COPIED;
    double[] strip = new double[copy ? Math.min(DEPTH, x.columns()) * STRIP : 0];
    int full = y.rows() / STRIP * STRIP;
    for (int k0 = 0; k0 < x.columns(); k0 += DEPTH) {
      int k1 = Math.min(x.columns(), k0 + DEPTH);
      for (int j0 = 0; j0 < y.columns(); j0 += WIDTH) {
        int j1 = Math.min(y.columns(), j0 + WIDTH);
        for (int i = 0; i < full; i += STRIP) {
          if (copy) {
            for (int k = k0; k < k1; k++) {
              System.arraycopy(x.values(), x.offset(k) + i, strip, (k - k0) * STRIP, STRIP);
            }
            addStrip(sign, strip, 0, STRIP, c, k0, k1, y, i, j0, j1);
          } else {
            addStrip(sign, x.values(), x.offset(k0) + i, x.stride(), c, k0, k1, y, i, j0, j1);
          }
        }
      }
    }
    addNarrow(sign, x, c, y, full, 0);
  }

  private static void addStrip(
      double sign,
      double[] x,
      int at,
      int stride,
      View c,
      int k0,
      int k1,
      View y,
      int i,
      int j0,
      int j1) {
    double[] cs = c.values();
    double[] ys = y.values();
    int j = j0;
    for (; j + 4 <= j1; j += 4) {
      Tiles.add(
          sign,
          x,
          at,
          stride,
          cs,
          c.offset(j) + k0,
          c.stride(),
          k1 - k0,
          ys,
          y.offset(j) + i,
          y.stride());
    }
    for (; j < j1; j++) {
      for (int part = 0; part < STRIP; part += L) {
        addOne(
            sign, x, at + part, stride, cs, c.offset(j) + k0, k1 - k0, ys, y.offset(j) + i + part);
      }
    }
  }

  /** Rows that do not fill a strip. */
  private static void addNarrow(double sign, View x, View c, View y, int from, int column) {
    for (int j = column; j < y.columns(); j++) {
      int i = from;
      for (; i + L <= y.rows(); i += L) {
        addOne(
            sign,
            x.values(),
            x.at() + i,
            x.stride(),
            c.values(),
            c.offset(j),
            x.columns(),
            y.values(),
            y.offset(j) + i);
      }
      for (; i < y.rows(); i++) {
        double sum = sign * y.get(i, j);
        for (int k = 0; k < x.columns(); k++) {
          sum = Math.fma(x.get(i, k), c.get(k, j), sum);
        }
        y.set(i, j, sign * sum);
      }
    }
  }

  private static void addOne(
      double sign,
      double[] x,
      int at,
      int stride,
      double[] c,
      int cAt,
      int inner,
      double[] y,
      int yAt) {
    DoubleVector sum = DoubleVector.fromArray(S, y, yAt).mul(sign);
    int p = at;
    for (int k = 0; k < inner; k++) {
      sum = DoubleVector.fromArray(S, x, p).fma(DoubleVector.broadcast(S, c[cAt + k]), sum);
      p += stride;
    }
    sum.mul(sign).intoArray(y, yAt);
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
    int size = x.columns();
    double[] inverse = new double[size];
    for (int j = 0; j < size; j++) {
      inverse[j] = 1 / u.get(j, j);
    }
    int full = x.rows() / STRIP * STRIP;
    int tiled = size / 4 * 4;
    for (int i = 0; i < full; i += STRIP) {
      for (int j = 0; j < tiled; j += 4) {
        Tiles.solve(
            u.values(),
            u.at(),
            u.stride(),
            inverse,
            j,
            b.values(),
            b.offset(j) + i,
            b.stride(),
            x.values(),
            x.at() + i,
            x.stride());
      }
    }
    solveNarrow(u, inverse, b, x, 0, full, tiled);
    solveNarrow(u, inverse, b, x, full, x.rows(), 0);
  }

  /** Columns from {@code first} on, of rows that do not fill a tile. */
  private static void solveNarrow(
      View u, double[] inverse, View b, View x, int from, int to, int first) {
    double[] xs = x.values();
    int rounded = from + (to - from) / L * L;
    int full = from + (to - from) / STRIP * STRIP;
    for (int j = first; j < x.columns(); j++) {
      for (int i = from; i < full; i += STRIP) {
        Tiles.solveOne(u, inverse, j, b, x, i);
      }
      for (int i = full; i < rounded; i += L) {
        DoubleVector sum = DoubleVector.fromArray(S, b.values(), b.offset(j) + i).neg();
        for (int k = 0; k < j; k++) {
          DoubleVector factor = DoubleVector.broadcast(S, u.get(k, j));
          sum = DoubleVector.fromArray(S, xs, x.offset(k) + i).fma(factor, sum);
        }
        sum.mul(-inverse[j]).intoArray(xs, x.offset(j) + i);
      }
      for (int i = rounded; i < to; i++) {
        double sum = -b.get(i, j);
        for (int k = 0; k < j; k++) {
          sum = Math.fma(x.get(i, k), u.get(k, j), sum);
        }
        x.set(i, j, -inverse[j] * sum);
      }
    }
  }

  @Override
  public void dots(View x, View y, View c, boolean lower) {
    double[] sums = new double[16 * L];
    int chunks = (x.rows() + CHUNK - 1) / CHUNK;
    int chunk = chunks == 0 ? 1 : (x.rows() / chunks + L) / L * L;
    for (int from = 0; from < x.rows(); from += chunk) {
      View xs = x.rows(from, Math.min(x.rows(), from + chunk));
      View ys = y.rows(from, Math.min(x.rows(), from + chunk));
      for (int group = 0; group < x.columns(); group += GROUP) {
        int end = Math.min(x.columns(), group + GROUP);
        int last = lower ? Math.min(y.columns(), end) : y.columns();
        for (int j = 0; j < last; j += 4) {
          for (int i = lower ? Math.max(group, j) : group; i < end; i += 4) {
            dotsOfFour(xs, ys, c, i, Math.min(i + 4, end), j, lower, sums);
          }
        }
      }
    }
  }

  private static void dotsOfFour(
      View x, View y, View c, int i, int iEnd, int j, boolean lower, double[] sums) {
    int rows = x.rows() / L * L;
    int jEnd = Math.min(j + 4, y.columns());
    boolean full = iEnd - i == 4 && jEnd - j == 4;
    if (full) {
      Tiles.dots(
          x.values(), x.offset(i), x.stride(), y.values(), y.offset(j), y.stride(), rows, sums);
    } else {
      dotsOneByOne(x, y, i, iEnd, j, jEnd, rows, sums);
    }
    for (int b = j; b < jEnd; b++) {
      for (int a = lower ? Math.max(i, b) : i; a < iEnd; a++) {
        double sum = sum(sums, ((b - j) * 4 + a - i) * L);
        for (int t = rows; t < x.rows(); t++) {
          sum = Math.fma(x.get(t, a), y.get(t, b), sum);
        }
        c.set(a, b, c.get(a, b) + sum);
      }
    }
  }

  private static void dotsOneByOne(
      View x, View y, int i, int iEnd, int j, int jEnd, int rows, double[] sums) {
    for (int b = j; b < jEnd; b++) {
      for (int a = i; a < iEnd; a++) {
        DoubleVector sum = DoubleVector.zero(S);
        for (int t = 0; t < rows; t += L) {
          DoubleVector factor = DoubleVector.fromArray(S, y.values(), y.offset(b) + t);
          sum = DoubleVector.fromArray(S, x.values(), x.offset(a) + t).fma(factor, sum);
        }
        sum.intoArray(sums, ((b - j) * 4 + a - i) * L);
      }
    }
  }

  /** The sum of L numbers, in pairs: halves, then quarters. */
  private static double sum(double[] w, int at) {
    if (L == 8) {
      return ((w[at] + w[at + 4]) + (w[at + 2] + w[at + 6]))
          + ((w[at + 1] + w[at + 5]) + (w[at + 3] + w[at + 7]));
    }
    double sum = 0;
    for (int l = 0; l < L; l++) {
      sum += w[at + l];
    }
    return sum;
  }
}
