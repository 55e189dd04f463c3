package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * The fold of many rows at the speed of matrix products: with R the triangle of all rows so far,
 * new rows A become P = A R⁻¹ by substitution, and the triangle of both is
 *
 * <p>U R, UᵀU = I + PᵀP, since RᵀR + AᵀA = Rᵀ (I + PᵀP) R.
 *
 * <p>U has no eigenvalue below 1, and none of the squares on its diagonal is let above {@value
 * #GROWTH}: what rounding does to PᵀP it does to the columns of A in the proportion of a few units
 * in the last place, however ill-conditioned R is. Once the sum has grown so far, R takes it up and
 * begins anew, which happens as often as the logarithm of the number of rows. A block whose own P
 * is larger points where no row has pointed before: it is folded by reflections instead, at no
 * loss.
 */
final class PreconditionedFold {
  /** The largest diagonal entry of PᵀP. */
  static final double GROWTH = 16;

  private final int size;
  private final BlockedReflections reflections;
  private final DividedRows divided;

  /** R; a zero on its diagonal is replaced by the least number that has an inverse. */
  private final View factor;

  /** PᵀP of the rows since R was last renewed, and of one block: the lower triangles. */
  private final double[] gram;

  private final double[] own;
  private boolean empty = true;

  /**
   * Begins with an R.
   *
   * @param triangle column by column, {@code size} to a column
   */
  PreconditionedFold(Kernel kernel, int size, double[] triangle) {
    this.size = size;
    this.reflections = new BlockedReflections(kernel, size);
    this.divided = new DividedRows(kernel, size);
    this.factor = divided.factor();
    this.gram = divided.square();
    this.own = divided.square();
    for (int j = 0; j < size; j++) {
      System.arraycopy(triangle, j * size, factor.values(), factor.offset(j), j + 1);
    }
    makeInvertible();
  }

  /** Folds rows; they are lost. */
  void fold(double[] values, int from, int stride, int rows) {
    if (rows == 0) {
      return;
    }
    Arrays.fill(own, 0);
    divided.add(values, from, stride, rows, own);
    if (!(divided.largest(own) <= GROWTH)) {
      renew();
      reflect(View.of(values, from, stride, rows, size));
      return;
    }
    Products.add(gram, 1, own, 0, 0, gram.length);
    empty = false;
    if (divided.largest(gram) > GROWTH) {
      renew();
    }
  }

  /** R of all rows so far, written column by column, {@code size} to a column. */
  void write(double[] triangle) {
    renew();
    for (int j = 0; j < size; j++) {
      int at = factor.offset(j);
      System.arraycopy(factor.values(), at, triangle, j * size, j + 1);
      if (factor.get(j, j) == Double.MIN_NORMAL) {
        triangle[j * size + j] = 0;
      }
    }
  }

  private void reflect(View rows) {
    for (int j = 0; j < size; j++) {
      if (factor.get(j, j) == Double.MIN_NORMAL) {
        factor.set(j, j, 0);
      }
    }
    reflections.fold(factor, rows, false);
    makeInvertible();
  }

  private void makeInvertible() {
    for (int j = 0; j < size; j++) {
      if (factor.get(j, j) == 0) {
        factor.set(j, j, Double.MIN_NORMAL);
      }
    }
    divided.changed();
  }

  /** R ← U R, UᵀU = I + PᵀP. */
  private void renew() {
    if (empty) {
      return;
    }
    for (int j = 0; j < size; j++) {
      gram[j * size + j] += 1;
    }
    divided.decompose(gram);
    divided.multiply(gram, factor.values(), size);
    divided.changed();
    Arrays.fill(gram, 0);
    empty = true;
  }
}
