package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/** Sums and lengths of matrices as vectors of their entries. */
final class Images {
  private Images() {}

  /** A − B. */
  static Matrix minus(Matrix a, Matrix b) {
    return plus(a, -1, b);
  }

  /** A + c B. */
  static Matrix plus(Matrix a, double c, Matrix b) {
    double[] sum = a.toArray();
    double[] other = b.toArray();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += c * other[k];
    }
    return Matrix.adopt(a.rows(), a.cols(), sum);
  }

  /** ‖A‖_F. */
  static double norm(Matrix a) {
    return Vec.adopt(a.toArray()).norm();
  }
}
