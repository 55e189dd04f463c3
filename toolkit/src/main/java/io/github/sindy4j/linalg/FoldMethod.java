package io.github.sindy4j.linalg;

/** How rows become a triangle. */
interface FoldMethod {
  /**
   * Folds rows, stored column by column; they are lost.
   *
   * @param stride from one column to the next
   * @param triangular whether they are themselves an upper triangle
   */
  void fold(double[] values, int stride, int rows, boolean triangular);

  /** R of all rows so far, column by column: to be read only, until more rows are folded. */
  double[] triangle();

  /**
   * The same method, with its room, for rows of which there are none yet; R is no longer its own.
   */
  FoldMethod anew();
}
