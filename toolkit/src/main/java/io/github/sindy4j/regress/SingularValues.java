package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Eigenvalues;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * X = Σ σᵢ uᵢ vᵢᵀ, read from the eigenvectors of the smaller Gram matrix: σᵢ = ‖X vᵢ‖.
 *
 * <p>The eigenvalues σᵢ² of a Gram matrix are right to 1e-16 σ₁² only, but its eigenvectors are
 * orthonormal to rounding, and ‖X vᵢ‖ is right to 1e-16 σ₁²/σᵢ or better. Below 1e-8 σ₁ vectors are
 * mixed among themselves; but for any orthonormal v the sum of ‖X vᵢ‖ is at least ‖X‖_*: the sum is
 * from above.
 */
final class SingularValues {
  /** Values that fall by this factor at once may be the end of a rank. */
  private static final double FALL = 100;

  private final double[] lengths;

  private SingularValues(Matrix tall, Matrix directions) {
    Matrix images = tall.times(directions);
    this.lengths = new double[directions.cols()];
    for (int k = 0; k < lengths.length; k++) {
      lengths[k] = images.col(k).norm();
    }
  }

  /** Of any X. */
  static SingularValues of(Matrix x) {
    Matrix tall = x.cols() > x.rows() ? x.transpose() : x;
    return new SingularValues(tall, SymmetricEigen.of(tall.gram()).vectors());
  }

  /** The largest singular value, to 1e-15 of itself; 0 for a matrix without entries. */
  static double largest(Matrix x) {
    Matrix tall = x.cols() > x.rows() ? x.transpose() : x;
    Vec values = Eigenvalues.symmetric(tall.gram());
    return Math.sqrt(Math.max(0, values.maxAbs()));
  }

  /** σ₁, σ₂, …, all min(P, q) of them, in the order of the eigenvalues. */
  Vec values() {
    return Vec.of(lengths);
  }

  /** ‖X‖_* = Σ σᵢ. */
  double sum() {
    double sum = 0;
    for (double length : lengths) {
      sum += length;
    }
    return sum;
  }

  /** The k at which σₖ/σₖ₊₁ is largest, rounding left aside; 0 where it is large nowhere. */
  int steepest() {
    double[] sorted = lengths.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double floor = n == 0 ? 0 : 1e-12 * sorted[n - 1];
    int best = 0;
    double most = FALL;
    for (int k = 1; k < n; k++) {
      double fall = sorted[n - k] / Math.max(floor, sorted[n - k - 1]);
      if (fall > most) {
        best = k;
        most = fall;
      }
    }
    return best;
  }

  /** How many σᵢ exceed t. */
  int above(double t) {
    int count = 0;
    for (double length : lengths) {
      count += length > t ? 1 : 0;
    }
    return count;
  }
}
