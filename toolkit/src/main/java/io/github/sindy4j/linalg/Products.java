package io.github.sindy4j.linalg;

/**
 * C = A B on row-major arrays. Every entry is summed in the order of the inner index, whatever the
 * blocks: the same bits as the three plain loops, but where work is so large that it is given to
 * another than the plain kernel, which may round products and sums together.
 */
final class Products {
  /** So many rows of B stay in the cache. */
  private static final int PANEL = 64;

  /** From so many operations on, and rows so long, a {@link Kernel} is faster. */
  private static final double KERNEL = 4e6;

  private static final int LONG = 64;

  private Products() {}

  /**
   * C, m×n, of A, m×k, and B, k×n.
   *
   * @param upper whether only the entries on and above the diagonal are needed; the others are then
   *     not to be used
   */
  static double[] multiply(double[] a, double[] b, int m, int k, int n, boolean upper) {
    double[] c = new double[m * n];
    double operations = 2.0 * m * k * n;
    if (operations >= KERNEL && n >= LONG) {
      multiply(Kernels.forWork(operations), a, b, c, m, k, n, upper);
      return c;
    }
    double[] first = new double[n];
    double[] second = new double[n];
    for (int panel = 0; panel < k; panel += PANEL) {
      int to = Math.min(k, panel + PANEL);
      int i = 0;
      for (; i + 2 <= m; i += 2) {
        int from = upper ? i : 0;
        System.arraycopy(c, i * n + from, first, from, n - from);
        System.arraycopy(c, (i + 1) * n + from, second, from, n - from);
        int l = panel;
        for (; l + 4 <= to; l += 4) {
          addFour(first, second, a, i * k + l, (i + 1) * k + l, b, l * n, from, n);
        }
        for (; l < to; l++) {
          add(first, a[i * k + l], b, l * n, from, n);
          add(second, a[(i + 1) * k + l], b, l * n, from, n);
        }
        System.arraycopy(first, from, c, i * n + from, n - from);
        System.arraycopy(second, from, c, (i + 1) * n + from, n - from);
      }
      if (i < m) {
        int from = upper ? i : 0;
        System.arraycopy(c, i * n + from, first, from, n - from);
        for (int l = panel; l < to; l++) {
          add(first, a[i * k + l], b, l * n, from, n);
        }
        System.arraycopy(first, from, c, i * n + from, n - from);
      }
    }
    return c;
  }

  /** Cᵀ = Bᵀ Aᵀ, for row by row is column by column of the transposed. */
  private static void multiply(
      Kernel kernel, double[] a, double[] b, double[] c, int m, int k, int n, boolean upper) {
    View x = View.of(b, 0, n, n, k);
    View coefficients = View.of(a, 0, k, k, m);
    View y = View.of(c, 0, n, n, m);
    if (!upper) {
      kernel.add(1, x, coefficients, y);
      return;
    }
    for (int from = 0; from < m; from += PANEL) {
      int to = Math.min(m, from + PANEL);
      kernel.add(
          1, x.rows(from, n), coefficients.columns(from, to), y.rows(from, n).columns(from, to));
    }
  }

  /** x += a · (row of b at {@code at}), from {@code from} to {@code n}. */
  static void add(double[] x, double a, double[] b, int at, int from, int n) {
    for (int j = from; j < n; j++) {
      x[j] += a * b[at + j];
    }
  }

  /**
   * x += Σ aₗ · (row of b), y likewise, over four rows at a time: C2 makes vectors of this loop.
   */
  private static void addFour(
      double[] x, double[] y, double[] a, int p, int q, double[] b, int at, int from, int n) {
    double p0 = a[p];
    double p1 = a[p + 1];
    double p2 = a[p + 2];
    double p3 = a[p + 3];
    double q0 = a[q];
    double q1 = a[q + 1];
    double q2 = a[q + 2];
    double q3 = a[q + 3];
    int at1 = at + n;
    int at2 = at1 + n;
    int at3 = at2 + n;
    for (int j = from; j < n; j++) {
      double b0 = b[at + j];
      double b1 = b[at1 + j];
      double b2 = b[at2 + j];
      double b3 = b[at3 + j];
      x[j] = x[j] + p0 * b0 + p1 * b1 + p2 * b2 + p3 * b3;
      y[j] = y[j] + q0 * b0 + q1 * b1 + q2 * b2 + q3 * b3;
    }
  }
}
