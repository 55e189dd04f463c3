package io.github.sindy4j.linalg;

/** A : Rᵐ → Rᵏ, known by what it does: ⟨A x, y⟩ = ⟨x, Aᵀ y⟩ for all x and y. */
public interface LinearMap {
  /** k, the length of {@code A x}. */
  int rows();

  /** m, the length of {@code x}. */
  int cols();

  /** A x. */
  Vec apply(Vec x);

  /** Aᵀ y. */
  Vec applyTranspose(Vec y);

  /** AᵀA, m×m. */
  default Matrix gram() {
    return toMatrix().gram();
  }

  /** The matrix of this map in the standard bases, column by column. */
  default Matrix toMatrix() {
    double[] values = new double[rows() * cols()];
    double[] unit = new double[cols()];
    for (int j = 0; j < cols(); j++) {
      unit[j] = 1;
      Vec column = apply(Vec.of(unit));
      unit[j] = 0;
      for (int i = 0; i < rows(); i++) {
        values[i * cols() + j] = column.get(i);
      }
    }
    return Matrix.adopt(rows(), cols(), values);
  }
}
