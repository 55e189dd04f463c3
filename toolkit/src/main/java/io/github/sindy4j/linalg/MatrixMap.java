package io.github.sindy4j.linalg;

import java.util.stream.IntStream;

/**
 * L : Rᶠ → R^(P×q), linear and matrix-valued, known by what it does: ⟨L(w), Z⟩ = ⟨w, Lᵀ(Z)⟩ for all
 * w and Z, where ⟨A, B⟩ = Σ Aᵢⱼ Bᵢⱼ.
 */
public interface MatrixMap {
  /** P. */
  int rows();

  /** q. */
  int cols();

  /** F, the length of w. */
  int unknowns();

  /** L(w). */
  Matrix apply(Vec w);

  /** Lᵀ(Z). */
  Vec applyTranspose(Matrix z);

  /**
   * The places in vec(L(w)) that are not zero for every w, in order; a map that cannot tell names
   * all.
   */
  default int[] support() {
    return IntStream.range(0, rows() * cols()).toArray();
  }

  /** Lᵀ L, F×F: wᵀ (Lᵀ L) w = ‖L(w)‖_F². */
  default Matrix gram() {
    int f = unknowns();
    double[] gram = new double[f * f];
    double[] unit = new double[f];
    for (int j = 0; j < f; j++) {
      unit[j] = 1;
      Vec column = applyTranspose(apply(Vec.of(unit)));
      unit[j] = 0;
      for (int i = 0; i < f; i++) {
        gram[i * f + j] = column.get(i);
      }
    }
    return Matrix.adopt(f, f, gram);
  }
}
