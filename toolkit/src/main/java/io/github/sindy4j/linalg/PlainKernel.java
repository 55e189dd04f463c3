package io.github.sindy4j.linalg;

/**
 * Plain loops. Columns are copied strip by strip into arrays of their own: only so does the
 * compiler see that they do not overlap, and makes vectors of the loops.
 */
final class PlainKernel implements Kernel {
  /** Rows of a strip: long enough for the compiler's unrolled loops, short enough for the cache. */
  private static final int STRIP = 256;

  /** Columns that are copied at a time. */
  private static final int DEPTH = 128;

  /** Rows that are summed at a time. */
  private static final int CHUNK = 512;

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
          sum(first, second, n, copies, k1 - k0, sign, c.values(), at, next);
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
        addOne(sum, sum.length, column, sign * c.get(k, j));
      }
      System.arraycopy(sum, 0, y.values(), y.offset(j), sum.length);
    }
  }

  /** a += s Σ c[at + k] xₖ and b += s Σ c[next + k] xₖ, over {@code count} columns. */
  private static void sum(
      double[] a,
      double[] b,
      int n,
      double[][] x,
      int count,
      double sign,
      double[] c,
      int at,
      int next) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(a, b, n, x[k], x[k + 1], x[k + 2], x[k + 3], sign, c, at + k, next + k);
    }
    for (; k < count; k++) {
      addOne(a, n, x[k], sign * c[at + k]);
      addOne(b, n, x[k], sign * c[next + k]);
    }
  }

  private static void addOne(double[] a, int n, double[] x, double c) {
    for (int i = 0; i < n; i++) {
      a[i] = a[i] + c * x[i];
    }
  }

  private static void addFour(
      double[] a,
      double[] b,
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
    for (int i = 0; i < n; i++) {
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
        sum(first, second, n, solved, j, -1, c, u.offset(j), u.offset(j + 1));
        scale(first, n, inverse[j]);
        addOne(second, n, first, -u.get(j, j + 1));
        scale(second, n, inverse[j + 1]);
      }
      if (j < size) {
        for (int k = 0; k < j; k++) {
          addOne(solved[j], n, solved[k], -u.get(k, j));
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
    for (int r = 0; r < x.rows(); r += CHUNK) {
      int to = Math.min(x.rows(), r + CHUNK);
      for (int j = 0; j < y.columns(); j += 4) {
        for (int i = lower ? j : 0; i < x.columns(); i += 4) {
          if (i + 4 <= x.columns() && j + 4 <= y.columns()) {
            dotsOfFour(x, y, c, r, to, i, j, lower && i == j ? 1 : 0);
          } else {
            dotsAtEdge(x, y, c, r, to, i, j, lower);
          }
        }
      }
    }
  }

  private static void dotsAtEdge(
      View x, View y, View c, int from, int to, int i0, int j0, boolean lower) {
    for (int j = j0; j < Math.min(y.columns(), j0 + 4); j++) {
      for (int i = lower ? Math.max(i0, j) : i0; i < Math.min(x.columns(), i0 + 4); i++) {
        double[] a = x.values();
        double[] b = y.values();
        int p = x.offset(i);
        int q = y.offset(j);
        double sum = 0;
        for (int t = from; t < to; t++) {
          sum += a[p + t] * b[q + t];
        }
        c.set(i, j, c.get(i, j) + sum);
      }
    }
  }

  /**
   * Sixteen sums at a time, which the registers hold: long, since registers have no index.
   *
   * @param slope how many entries more of each next column are left alone
   */
  private static void dotsOfFour(
      View xs, View ys, View c, int from, int to, int i, int j, int slope) {
    double[] x = xs.values();
    double[] y = ys.values();
    int p0 = xs.offset(i);
    int p1 = xs.offset(i + 1);
    int p2 = xs.offset(i + 2);
    int p3 = xs.offset(i + 3);
    int q0 = ys.offset(j);
    int q1 = ys.offset(j + 1);
    int q2 = ys.offset(j + 2);
    int q3 = ys.offset(j + 3);
    double s00 = 0;
    double s10 = 0;
    double s20 = 0;
    double s30 = 0;
    double s01 = 0;
    double s11 = 0;
    double s21 = 0;
    double s31 = 0;
    double s02 = 0;
    double s12 = 0;
    double s22 = 0;
    double s32 = 0;
    double s03 = 0;
    double s13 = 0;
    double s23 = 0;
    double s33 = 0;
    for (int t = from; t < to; t++) {
      double x0 = x[p0 + t];
      double x1 = x[p1 + t];
      double x2 = x[p2 + t];
      double x3 = x[p3 + t];
      double b = y[q0 + t];
      s00 += x0 * b;
      s10 += x1 * b;
      s20 += x2 * b;
      s30 += x3 * b;
      b = y[q1 + t];
      s01 += x0 * b;
      s11 += x1 * b;
      s21 += x2 * b;
      s31 += x3 * b;
      b = y[q2 + t];
      s02 += x0 * b;
      s12 += x1 * b;
      s22 += x2 * b;
      s32 += x3 * b;
      b = y[q3 + t];
      s03 += x0 * b;
      s13 += x1 * b;
      s23 += x2 * b;
      s33 += x3 * b;
    }
    store(c, i, j, 0, s00, s10, s20, s30);
    store(c, i, j + 1, slope, s01, s11, s21, s31);
    store(c, i, j + 2, 2 * slope, s02, s12, s22, s32);
    store(c, i, j + 3, 3 * slope, s03, s13, s23, s33);
  }

  private static void store(
      View c, int i, int j, int skip, double s0, double s1, double s2, double s3) {
    double[] values = c.values();
    int at = c.offset(j) + i;
    if (skip < 1) {
      values[at] += s0;
    }
    if (skip < 2) {
      values[at + 1] += s1;
    }
    if (skip < 3) {
      values[at + 2] += s2;
    }
    values[at + 3] += s3;
  }
}
