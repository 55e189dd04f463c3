package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import java.util.Optional;

/** Orthonormal columns next to columns that are nearly orthogonal, of whatever lengths. */
final class Orthonormal {
  /** A column this short beside the whole has no direction of its own. */
  private static final double SHORT = 1e-10;

  private Orthonormal() {}

  /**
   * Q with A = Q R, R upper triangular with a positive diagonal; by the Cholesky factor of the Gram
   * matrix of the scaled columns, which is near the identity. Empty when it is not.
   */
  static Optional<Matrix> of(Matrix a) {
    int r = a.cols();
    int size = a.rows();
    double[] rows = a.transpose().toArray();
    double shortest = SHORT * a.norm();
    for (int k = 0; k < r; k++) {
      double length = a.col(k).norm();
      if (!(length > shortest)) {
        return Optional.empty();
      }
      for (int i = 0; i < size; i++) {
        rows[k * size + i] /= length;
      }
    }
    Matrix scaled = Matrix.adopt(r, size, rows);
    return Cholesky.of(scaled.timesTranspose(scaled), new Tolerance(1e-4))
        .map(factor -> factor.whiten(scaled).transpose());
  }
}
