package io.github.sindy4j.linalg;

import java.util.Optional;

/**
 * A = RᵀR for a symmetric, positive definite A, with R upper triangular.
 *
 * @param upper R
 */
public record Cholesky(Matrix upper) {
  /**
   * Empty when A is not positive definite: when a pivot is zero beside the diagonal entry that it
   * comes from, in the tolerance.
   */
  public static Optional<Cholesky> of(Matrix a, Tolerance tolerance) {
    Shape.requireEqual("Cholesky: columns", a.rows(), a.cols());
    int n = a.rows();
    double[] r = a.toArray();
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      double before = r[i * n + i];
      System.arraycopy(r, i * n + i, row, i, n - i);
      for (int k = 0; k < i; k++) {
        Products.add(row, -r[k * n + i], r, k * n, i, n);
      }
      double pivot = row[i];
      if (!(pivot > 0) || tolerance.isZero(pivot, before)) {
        return Optional.empty();
      }
      double root = Math.sqrt(pivot);
      for (int j = 0; j < n; j++) {
        r[i * n + j] = j < i ? 0 : row[j] / root;
      }
    }
    return Optional.of(new Cholesky(Matrix.adopt(n, n, r)));
  }

  /** R⁻ᵀ B: its Gram matrix is Bᵀ A⁻¹ B. */
  public Matrix whiten(Matrix b) {
    int n = upper.rows();
    Shape.requireEqual("Cholesky.whiten: rows of B", n, b.rows());
    int m = b.cols();
    double[] x = b.toArray();
    double[] row = new double[m];
    for (int i = 0; i < n; i++) {
      System.arraycopy(x, i * m, row, 0, m);
      for (int k = 0; k < i; k++) {
        Products.add(row, -upper.get(k, i), x, k * m, 0, m);
      }
      double pivot = upper.get(i, i);
      for (int j = 0; j < m; j++) {
        x[i * m + j] = row[j] / pivot;
      }
    }
    return Matrix.adopt(n, m, x);
  }

  /** A⁻¹ b. */
  public Vec solve(Vec b) {
    int n = upper.rows();
    Shape.requireEqual("Cholesky.solve: size of b", n, b.size());
    double[] x = b.toArray();
    for (int i = 0; i < n; i++) {
      x[i] /= upper.get(i, i);
      for (int j = i + 1; j < n; j++) {
        x[j] -= upper.get(i, j) * x[i];
      }
    }
    return Triangle.solve(upper, Vec.adopt(x), n);
  }
}
