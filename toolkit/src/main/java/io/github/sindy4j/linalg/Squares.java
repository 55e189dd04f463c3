package io.github.sindy4j.linalg;

/**
 * Squares PᵀP of rows B that are divided by one upper triangle U, P = B U⁻¹: what large folds spend
 * their time on, offered in one piece so that a {@link Kernel} may square rows while it still has
 * them at hand. Holds what it makes of U, and room: for one thread.
 */
@FunctionalInterface
public interface Squares {
  /**
   * C ← C + PᵀP.
   *
   * <p>Each computed row p solves p (U + ΔU) = b with |ΔU| of the order of rounding in every entry,
   * as {@link Kernel#solve} has it. The order of every sum depends on the numbers of rows and
   * columns alone.
   *
   * @param b r×k, for any r; not changed
   * @param c k×k, of which only the entries (i, j) with i ≥ j are read and written
   */
  void add(View b, View c);
}
