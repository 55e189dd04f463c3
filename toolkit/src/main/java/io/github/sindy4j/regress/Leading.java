package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The largest singular values of a tall X, with their right singular vectors.
 *
 * @param lengths σ₁ ≥ σ₂ ≥ …
 * @param vectors v₁, v₂, …, one a column
 */
record Leading(Vec lengths, Matrix vectors) {
  /**
   * The Gram matrix knows σ² to 1e-16 σ₁² only: a threshold below this part of σ₁ is not left to
   * it.
   */
  private static final double GRAM_LIMIT = 1e-6;

  /** All of them, fit to be compared with t. */
  static Leading all(Matrix tall, double t) {
    SymmetricEigen eigen = SymmetricEigen.of(tall.gram());
    Vec lengths = eigen.values().map(v -> Math.sqrt(Math.max(0, v)));
    if (lengths.size() == 0 || t >= GRAM_LIMIT * lengths.first()) {
      return new Leading(lengths, eigen.vectors());
    }
    Spectrum spectrum = Spectrum.of(tall);
    int n = spectrum.values().size();
    int[] reversed = new int[n];
    double[] values = new double[n];
    for (int k = 0; k < n; k++) {
      reversed[k] = n - 1 - k;
      values[k] = spectrum.values().get(n - 1 - k);
    }
    return new Leading(Vec.adopt(values), spectrum.directions().columns(reversed));
  }

  /**
   * By one step of subspace iteration; empty when the values above t are not as accurate as asked
   * for, or may not be all.
   */
  static Optional<Leading> near(Matrix tall, Matrix basis, double t, double accuracy) {
    Matrix wide = tall.transpose();
    Optional<Matrix> orthonormal = Orthonormal.of(wide.times(tall.times(basis)));
    if (orthonormal.isEmpty()) {
      return Optional.empty();
    }
    Matrix images = tall.times(orthonormal.get());
    SymmetricEigen ritz = SymmetricEigen.of(images.gram());
    Vec lengths = ritz.values().map(v -> Math.sqrt(Math.max(0, v)));
    Leading leading = new Leading(lengths, orthonormal.get().times(ritz.vectors()));
    int kept = leading.above(t);
    if (kept == lengths.size()) {
      return Optional.empty();
    }
    Matrix vectors = leading.first(kept);
    Matrix squares = wide.times(images.times(ritz.leading(kept)));
    double error = squares.minus(leading.scaled(vectors, k -> sq(lengths.get(k)))).norm();
    return error <= accuracy * sq(lengths.first()) ? Optional.of(leading) : Optional.empty();
  }

  /** How many exceed t. */
  int above(double t) {
    int count = 0;
    while (count < lengths.size() && lengths.get(count) > t) {
      count++;
    }
    return count;
  }

  /** The first k vectors, or all there are. */
  Matrix first(int k) {
    int[] places = new int[Math.min(k, vectors.cols())];
    Arrays.setAll(places, i -> i);
    return vectors.columns(places);
  }

  /** Σ max(0, σᵢ − t) uᵢ vᵢᵀ of X. */
  Matrix shrunk(Matrix tall, double t) {
    Matrix kept = first(above(t));
    Matrix images = scaled(tall.times(kept), k -> 1 - t / lengths.get(k));
    return images.timesTranspose(kept);
  }

  private Matrix scaled(Matrix columns, java.util.function.IntToDoubleFunction factor) {
    double[] scaled = columns.toArray();
    int n = columns.cols();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= factor.applyAsDouble(k % n);
    }
    return Matrix.adopt(columns.rows(), n, scaled);
  }

  private static double sq(double x) {
    return x * x;
  }
}
