package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * N (Nᵀ H N)⁻¹ Nᵀ for a symmetric H ≥ 0 and orthonormal columns N: the step along N that a
 * quadratic form asks for. Rows and columns are scaled to a diagonal of ones first; where H
 * vanishes the inverse is the pseudo-inverse, so that nothing moves there.
 */
final class ConstrainedSolve {
  /** Eigenvalues of the scaled form below this part of the largest vanish. */
  private static final Tolerance VANISHING = new Tolerance(1e-13);

  private final Matrix inverse;

  private ConstrainedSolve(Matrix inverse) {
    this.inverse = inverse;
  }

  static ConstrainedSolve of(Matrix h, Matrix basis) {
    int f = basis.cols();
    Matrix form = basis.transposeTimes(h.times(basis));
    double[] scales = new double[f];
    for (int k = 0; k < f; k++) {
      scales[k] = form.get(k, k) > 0 ? 1 / Math.sqrt(form.get(k, k)) : 1;
    }
    double[] scaled = new double[f * f];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        scaled[i * f + j] = 0.5 * (form.get(i, j) + form.get(j, i)) * scales[i] * scales[j];
      }
    }
    double[] rows = basis.transpose().toArray();
    for (int k = 0; k < rows.length; k++) {
      rows[k] *= scales[k / basis.rows()];
    }
    Matrix unit = Matrix.adopt(f, f, scaled);
    Matrix directions = Matrix.adopt(f, basis.rows(), rows);
    Optional<Cholesky> factor = Cholesky.of(unit, VANISHING);
    return new ConstrainedSolve(
        factor
            .map(c -> c.whiten(directions).gram())
            .orElseGet(() -> pseudoInverse(unit, directions)));
  }

  private static Matrix pseudoInverse(Matrix unit, Matrix directions) {
    SymmetricEigen eigen = SymmetricEigen.of(unit);
    int rank = 0;
    while (rank < unit.rows()
        && eigen.values().get(rank) > 0
        && !VANISHING.isZero(eigen.values().get(rank), eigen.values().get(0))) {
      rank++;
    }
    double[] seen = eigen.leading(rank).transposeTimes(directions).toArray();
    for (int k = 0; k < seen.length; k++) {
      seen[k] /= Math.sqrt(eigen.values().get(k / directions.cols()));
    }
    return Matrix.adopt(rank, directions.cols(), seen).gram();
  }

  Vec apply(Vec gradient) {
    return inverse.applyTranspose(gradient);
  }
}
