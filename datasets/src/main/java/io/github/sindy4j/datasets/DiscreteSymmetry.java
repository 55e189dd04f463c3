package io.github.sindy4j.datasets;

import io.github.sindy4j.linalg.Matrix;

/**
 * f(h x) = h f(x), or −h f(x) when time runs backwards.
 *
 * @param name such as {@code (x, y, z) → (−x, −y, z)}
 * @param element h, n×n
 * @param reversing whether it maps solutions to solutions run backwards
 */
public record DiscreteSymmetry(String name, Matrix element, boolean reversing) {
  static DiscreteSymmetry of(String name, double[]... rows) {
    return new DiscreteSymmetry(name, Matrix.ofRows(rows), false);
  }

  static DiscreteSymmetry signs(String name, double... signs) {
    return new DiscreteSymmetry(name, Matrices.diagonal(signs), false);
  }

  static DiscreteSymmetry reversal(String name, double... signs) {
    return new DiscreteSymmetry(name, Matrices.diagonal(signs), true);
  }
}
