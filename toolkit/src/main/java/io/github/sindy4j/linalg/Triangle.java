package io.github.sindy4j.linalg;

/** Upper triangular systems. */
public final class Triangle {
  private Triangle() {}

  /** R⁻¹, upper triangular; a zero on the diagonal gives infinities. */
  public static Matrix inverse(Matrix r) {
    int n = r.rows();
    double[] inverse = new double[n * n];
    double[] entries = r.entries();
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        addRow(entries[i * r.cols() + k], inverse, k, i, n);
      }
      double diagonal = entries[i * r.cols() + i];
      for (int j = i + 1; j < n; j++) {
        inverse[i * n + j] = -inverse[i * n + j] / diagonal;
      }
      inverse[i * n + i] = 1 / diagonal;
    }
    return Matrix.adopt(n, n, inverse);
  }

  /** Row {@code to} += factor · row {@code from}, right of that row's diagonal. */
  private static void addRow(double factor, double[] a, int from, int to, int n) {
    int target = to * n;
    int source = from * n;
    for (int j = from; j < n; j++) {
      a[target + j] += factor * a[source + j];
    }
  }

  /** The solution of R x = b for the leading n×n part of R. */
  public static Vec solve(Matrix r, Vec b, int n) {
    double[] x = b.toArray();
    double[] entries = r.entries();
    for (int i = n - 1; i >= 0; i--) {
      int row = i * r.cols();
      double left = x[i];
      for (int k = i + 1; k < n; k++) {
        left -= entries[row + k] * x[k];
      }
      x[i] = left / entries[row + i];
    }
    return Vec.adopt(x);
  }
}
