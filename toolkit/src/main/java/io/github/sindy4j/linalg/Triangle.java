package io.github.sindy4j.linalg;

/** Upper triangular systems. */
public final class Triangle {
  private Triangle() {}

  /** R⁻¹, upper triangular; a zero on the diagonal gives infinities. */
  public static Matrix inverse(Matrix r) {
    int n = r.rows();
    double[] inverse = new double[n * n];
    for (int j = 0; j < n; j++) {
      inverse[j * n + j] = 1 / r.get(j, j);
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += r.get(i, k) * inverse[k * n + j];
        }
        inverse[i * n + j] = -sum / r.get(i, i);
      }
    }
    return Matrix.adopt(n, n, inverse);
  }

  /** The solution of R x = b for the leading n×n part of R. */
  public static Vec solve(Matrix r, Vec b, int n) {
    double[] x = b.toArray();
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= r.get(i, k) * x[k];
      }
      x[i] /= r.get(i, i);
    }
    return Vec.adopt(x);
  }
}
