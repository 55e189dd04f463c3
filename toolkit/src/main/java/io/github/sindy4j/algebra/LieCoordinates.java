package io.github.sindy4j.algebra;

import java.util.List;

/**
 * A Lie algebra of dimension d in coordinates, with the linear algebra that its examination takes:
 * exact, or to a threshold. A subspace is a list of independent vectors.
 *
 * @param <V> a vector of Rᵈ
 */
interface LieCoordinates<V> {
  /** d. */
  int dimension();

  /** e₁ … e_d. */
  List<V> units();

  /** [x, y]. */
  V bracket(V x, V y);

  /** A basis of what the vectors span beyond the span of {@code basis}. */
  List<V> beside(List<V> basis, List<V> vectors);

  /** {x: ⟨row, x⟩ = 0 for each row}. */
  List<V> annihilator(List<V> rows);

  /** The rows of the matrix with these d columns. */
  List<V> transpose(List<V> columns);

  /** K x, K the matrix of the Killing form K(x, y) = tr(ad x ad y). */
  V killing(V x);

  /** The signs of the Killing form. */
  Signature signature();

  /** Whether tr ad x = 0 for every x. */
  boolean isTraceless();

  /** The algebra that {@code basis} spans when vectors of {@code modulo} count as 0. */
  LieCoordinates<V> section(List<V> basis, List<V> modulo);

  /** The same in doubles. */
  NumericCoordinates numeric();
}
