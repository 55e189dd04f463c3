package io.github.sindy4j.openblas;

/**
 * How much the library is asked for at a time: so little that it packs nothing and cuts no sum
 * where it has code for that, with the fewest calls.
 */
final class Pieces {
  /** Rows of a piece, and so the longest sum over rows. */
  static final int HEIGHT = 128;

  /** Columns that are copied at a time. */
  static final int WIDTH = 192;

  /** The longest sum over columns. */
  static final int DEPTH = 128;

  /** Columns of a sum of products in one call. */
  static final int CALL = 48;

  /** Rows of products of columns in one call. */
  static final int TALL = 64;

  /** Columns of products of columns in one call. */
  static final int NARROW = 16;

  /** Multiples of this leave no remainder in the tiles of any of the library's processors. */
  private static final int GRAIN = 16;

  private Pieces() {}

  /** The next multiple of the library's tiles. */
  static int padded(int n) {
    return (n + GRAIN - 1) / GRAIN * GRAIN;
  }
}
