package io.github.sindy4j.datasets;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * [v, f] = Df·v − A f = c f for v(x) = A x + a: the flow of v maps solutions to solutions, whose
 * clock runs at another pace unless c = 0.
 *
 * @param name such as {@code rotation}
 * @param linear A, n×n
 * @param offset a
 * @param factor c; 0 for a symmetry in the strict sense
 */
public record AffineSymmetry(String name, Matrix linear, Vec offset, double factor) {
  /** v(x) = A x with [v, f] = 0. */
  public static AffineSymmetry linear(String name, Matrix generator) {
    return new AffineSymmetry(name, generator, Vec.zeros(generator.rows()), 0);
  }

  /** v(x) = diag(weights) x with [v, f] = c f. */
  static AffineSymmetry scaling(String name, double factor, double... weights) {
    return new AffineSymmetry(name, Matrices.diagonal(weights), Vec.zeros(weights.length), factor);
  }

  /** v(x) = a with [v, f] = 0. */
  static AffineSymmetry shift(String name, double... offset) {
    return new AffineSymmetry(name, Matrix.zeros(offset.length, offset.length), Vec.of(offset), 0);
  }

  /** Whether it changes the pace of time: c ≠ 0. */
  public boolean rescalesTime() {
    return factor != 0;
  }
}
