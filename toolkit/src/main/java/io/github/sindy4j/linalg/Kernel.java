package io.github.sindy4j.linalg;

/**
 * The products in which folds and matrix products spend their time, on numbers stored column by
 * column.
 *
 * <p>Every entry of a result is summed in an order that depends on the length of its sum alone, not
 * on where the entry lies nor on how many there are: a product cut into pieces along rows or
 * columns of the result has the bits of the whole. No state; for any number of threads. Results
 * must not overlap with what they are computed from.
 */
public interface Kernel {
  /** What reports call it. */
  String name();

  /**
   * Y ← Y + s X C.
   *
   * @param sign s, 1 or −1
   * @param x r×k
   * @param c k×n
   * @param y r×n
   */
  void add(double sign, View x, View c, View y);

  /**
   * C ← C + Xᵀ Y.
   *
   * @param x r×m
   * @param y r×n
   * @param c m×n
   * @param lower whether only entries (i, j) with i ≥ j are wanted; the others are then left alone
   */
  void dots(View x, View y, View c, boolean lower);

  /**
   * X ← B U⁻¹ by substitution, row by row: each computed row x solves x (U + ΔU) = b with |ΔU| of
   * the order of rounding in every entry.
   *
   * @param u k×k, upper triangular with a diagonal without zeros; what is below is not read
   * @param b r×k; may be X itself
   * @param x r×k
   */
  void solve(View u, View b, View x);

  /**
   * Squares of rows divided by a triangle, {@link #solve} and {@link #dots} in one piece.
   *
   * @param u k×k, upper triangular with a diagonal without zeros; what is below is not read. Must
   *     stay as it is while the squares are in use
   */
  default Squares squares(View u) {
    return new SolvedSquares(this, u);
  }
}
