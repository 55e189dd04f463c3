package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * Plain loops. Columns are copied strip by strip into arrays of their own: only so does the
 * compiler see that they do not overlap, and makes vectors of the loops.
 */
final class PlainKernel implements Kernel {
  /** Rows of a strip: long enough for the compiler's unrolled loops, short enough for the cache. */
  private static final int STRIP = 256;

  /** Columns that are copied at a time. */
  private static final int DEPTH = 128;

  /** For fewer columns of the result the copies do not pay. */
  private static final int FEW = 4;

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void add(double sign, View x, View c, View y) {
    if (y.columns() < FEW) {
      addDirectly(sign, x, c, y);
      return;
    }
    int depth = Math.min(DEPTH, x.columns());
    int strip = Math.min(STRIP, x.rows());
    double[][] copies = new double[depth][strip];
    double[] first = new double[strip];
    double[] second = new double[strip];
    for (int k0 = 0; k0 < x.columns(); k0 += DEPTH) {
      int k1 = Math.min(x.columns(), k0 + DEPTH);
      for (int i = 0; i < x.rows(); i += STRIP) {
        int n = Math.min(STRIP, x.rows() - i);
        for (int k = k0; k < k1; k++) {
          System.arraycopy(x.values(), x.offset(k) + i, copies[k - k0], 0, n);
        }
        for (int j = 0; j < y.columns(); j += 2) {
          boolean pair = j + 1 < y.columns();
          System.arraycopy(y.values(), y.offset(j) + i, first, 0, n);
          if (pair) {
            System.arraycopy(y.values(), y.offset(j + 1) + i, second, 0, n);
          }
          int at = c.offset(j) + k0;
          int next = pair ? c.offset(j + 1) + k0 : at;
          sum(first, second, 0, n, copies, k1 - k0, sign, c.values(), at, next);
          System.arraycopy(first, 0, y.values(), y.offset(j) + i, n);
          if (pair) {
            System.arraycopy(second, 0, y.values(), y.offset(j + 1) + i, n);
          }
        }
      }
    }
  }

  private static void addDirectly(double sign, View x, View c, View y) {
    double[] sum = new double[y.rows()];
    double[] column = new double[y.rows()];
    for (int j = 0; j < y.columns(); j++) {
      System.arraycopy(y.values(), y.offset(j), sum, 0, sum.length);
      for (int k = 0; k < x.columns(); k++) {
        System.arraycopy(x.values(), x.offset(k), column, 0, sum.length);
        addOne(sum, 0, sum.length, column, sign * c.get(k, j));
      }
      System.arraycopy(sum, 0, y.values(), y.offset(j), sum.length);
    }
  }

  /**
   * a += s Σ c[at + k] xₖ and b += s Σ c[next + k] xₖ, over {@code count} columns, for the entries
   * {@code from … n − 1}.
   */
  private static void sum(
      double[] a,
      double[] b,
      int from,
      int n,
      double[][] x,
      int count,
      double sign,
      double[] c,
      int at,
      int next) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(a, b, from, n, x[k], x[k + 1], x[k + 2], x[k + 3], sign, c, at + k, next + k);
    }
    for (; k < count; k++) {
      addOne(a, from, n, x[k], sign * c[at + k]);
      addOne(b, from, n, x[k], sign * c[next + k]);
    }
  }

  private static void addOne(double[] a, int from, int n, double[] x, double c) {
    for (int i = from; i < n; i++) {
      a[i] = a[i] + c * x[i];
    }
  }

  private static void addFour(
      double[] a,
      double[] b,
      int from,
      int n,
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double sign,
      double[] c,
      int at,
      int next) {
    double a0 = sign * c[at];
    double a1 = sign * c[at + 1];
    double a2 = sign * c[at + 2];
    double a3 = sign * c[at + 3];
    double b0 = sign * c[next];
    double b1 = sign * c[next + 1];
    double b2 = sign * c[next + 2];
    double b3 = sign * c[next + 3];
    for (int i = from; i < n; i++) {
      double u0 = x0[i];
      double u1 = x1[i];
      double u2 = x2[i];
      double u3 = x3[i];
      a[i] = a[i] + a0 * u0 + a1 * u1 + a2 * u2 + a3 * u3;
      b[i] = b[i] + b0 * u0 + b1 * u1 + b2 * u2 + b3 * u3;
    }
  }

  @Override
  public void solve(View u, View b, View x) {
    int size = x.columns();
    for (int j0 = 0; j0 < size; j0 += DEPTH) {
      int j1 = Math.min(size, j0 + DEPTH);
      View own = x.columns(j0, j1);
      if (j0 > 0) {
        own.copy(b.columns(j0, j1));
        add(-1, x.columns(0, j0), u.rows(0, j0).columns(j0, j1), own);
      }
      solveWithin(u.rows(j0, j1).columns(j0, j1), j0 > 0 ? own : b.columns(j0, j1), own);
    }
  }

  private static void solveWithin(View u, View b, View x) {
    int size = x.columns();
    double[][] solved = new double[size][Math.min(STRIP, x.rows())];
    double[] inverse = new double[size];
    for (int j = 0; j < size; j++) {
      inverse[j] = 1 / u.get(j, j);
    }
    double[] c = u.values();
    for (int i = 0; i < x.rows(); i += STRIP) {
      int n = Math.min(STRIP, x.rows() - i);
      for (int j = 0; j < size; j++) {
        System.arraycopy(b.values(), b.offset(j) + i, solved[j], 0, n);
      }
      int j = 0;
      for (; j + 1 < size; j += 2) {
        double[] first = solved[j];
        double[] second = solved[j + 1];
        sum(first, second, 0, n, solved, j, -1, c, u.offset(j), u.offset(j + 1));
        scale(first, n, inverse[j]);
        addOne(second, 0, n, first, -u.get(j, j + 1));
        scale(second, n, inverse[j + 1]);
      }
      if (j < size) {
        for (int k = 0; k < j; k++) {
          addOne(solved[j], 0, n, solved[k], -u.get(k, j));
        }
        scale(solved[j], n, inverse[j]);
      }
      for (j = 0; j < size; j++) {
        System.arraycopy(solved[j], 0, x.values(), x.offset(j) + i, n);
      }
    }
  }

  private static void scale(double[] a, int n, double c) {
    for (int i = 0; i < n; i++) {
      a[i] *= c;
    }
  }

  @Override
  public void dots(View x, View y, View c, boolean lower) {
    // Loops run along the longer side: along the rows the compiler would not add in vectors.
    boolean turned = !lower && y.columns() > x.columns();
    View along = turned ? y : x;
    View across = turned ? x : y;
    double[][] rows = new double[Math.min(DEPTH, x.rows())][along.columns()];
    double[] first = new double[along.columns()];
    double[] second = new double[along.columns()];
    for (int r = 0; r < x.rows(); r += DEPTH) {
      int count = Math.min(DEPTH, x.rows() - r);
      transpose(along, r, count, rows);
      for (int j = 0; j < across.columns(); j += 2) {
        int next = Math.min(j + 1, across.columns() - 1);
        int from = lower ? j : 0;
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        int at = across.offset(j) + r;
        int nextAt = across.offset(next) + r;
        sum(first, second, from, along.columns(), rows, count, 1, across.values(), at, nextAt);
        write(first, c, j, from, turned);
        if (next > j) {
          write(second, c, next, lower ? next : 0, turned);
        }
      }
    }
  }

  private static void transpose(View x, int from, int count, double[][] rows) {
    for (int j = 0; j < x.columns(); j++) {
      int at = x.offset(j) + from;
      for (int t = 0; t < count; t++) {
        rows[t][j] = x.values()[at + t];
      }
    }
  }

  private static void write(double[] sums, View c, int j, int from, boolean turned) {
    for (int i = from; i < sums.length; i++) {
      int row = turned ? j : i;
      int column = turned ? i : j;
      c.set(row, column, c.get(row, column) + sums[i]);
    }
  }
}
