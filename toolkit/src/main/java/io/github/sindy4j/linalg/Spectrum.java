package io.github.sindy4j.linalg;

import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;

/**
 * The singular values of A, smallest first, each with its right singular vector: ‖A vₖ‖ = σₖ.
 *
 * @param values σ₁ ≤ … ≤ σₙ for the n columns of A
 * @param directions v₁ … vₙ, one a column, orthonormal
 */
public record Spectrum(Vec values, Matrix directions) {
  /** By the singular value decomposition; A may have fewer rows than columns, or none. */
  public static Spectrum of(Matrix a) {
    int n = a.cols();
    if (n == 0) {
      return new Spectrum(Vec.zeros(0), Matrix.zeros(0, 0));
    }
    // Rows of zeros make it square, so that all n directions are there.
    SingularValue<Double> svd = SingularValue.R064.make(true);
    svd.decompose(Store.of(a, n));
    MatrixStore<Double> v = svd.getV();
    double[] values = new double[n];
    double[] directions = new double[n * n];
    for (int k = 0; k < n; k++) {
      values[k] = svd.getSingularValues().doubleValue(n - 1 - k);
      for (int j = 0; j < n; j++) {
        directions[j * n + k] = v.doubleValue(j, n - 1 - k);
      }
    }
    return new Spectrum(Vec.adopt(values), Matrix.adopt(n, n, directions));
  }

  /**
   * The stationary values of ‖A b‖/‖M b‖ and where they are taken, with ‖M b‖ = 1: the generalised
   * singular values of (A, M). Neither is squared. The columns of M must be independent.
   */
  public static Spectrum relative(Matrix a, Matrix m) {
    Vec norms = m.columnNorms();
    Matrix inverse = Triangle.inverse(TriangularFold.triangle(divided(m, norms)));
    Spectrum whitened = of(divided(a, norms).times(inverse));
    Matrix directions = divided(inverse.times(whitened.directions).transpose(), norms).transpose();
    return new Spectrum(whitened.values, directions);
  }

  /** Each column divided by its own number. */
  private static Matrix divided(Matrix a, Vec by) {
    double[] entries = a.toArray();
    for (int k = 0; k < entries.length; k++) {
      entries[k] /= by.get(k % a.cols());
    }
    return Matrix.adopt(a.rows(), a.cols(), entries);
  }

  /** The largest singular value, ‖A‖₂; 0 when there is none. */
  public double largest() {
    return values.size() == 0 ? 0 : values.last();
  }

  /** How many singular values are at most {@code limit}. */
  public int upTo(double limit) {
    int count = 0;
    while (count < values.size() && values.get(count) <= limit) {
      count++;
    }
    return count;
  }
}
