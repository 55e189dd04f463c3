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

  /** Columns that begin at the same place of a page would evict one another from the cache. */
  private static final int SKEW = 8;

  /** Columns are padded with zeros to multiples of this. */
  private static final int TILE = 4;

  private final Kernel kernel;
  private final int size;
  private final int padded;
  private final BlockedReflections reflections;

  /** R, padded; a zero on its diagonal is replaced by the least number that has an inverse. */
  private final View factor;

  /** PᵀP of the rows since R was last renewed, and of one block: the lower triangles. */
  private final double[] gram;

  private final double[] own;
  private double[] scaled = new double[0];
  private int step;
  private boolean empty = true;

  /**
   * Begins with an R.
   *
   * @param triangle column by column, {@code size} to a column
   */
  PreconditionedFold(Kernel kernel, int size, double[] triangle) {
    this.kernel = kernel;
    this.size = size;
    this.padded = (size + TILE - 1) / TILE * TILE;
    this.reflections = new BlockedReflections(kernel, size);
    this.factor = View.of(new double[padded * padded], 0, padded, padded, padded);
    this.gram = new double[padded * padded];
    this.own = new double[padded * padded];
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
    View p = room(rows);
    kernel.solve(
        factor.rows(0, size).columns(0, size),
        View.of(values, from, stride, rows, size),
        p.columns(0, size));
    for (int j = 0; j < padded; j++) {
      Arrays.fill(own, j * padded + j, (j + 1) * padded, 0);
    }
    View square = View.of(own, 0, padded, padded, padded);
    kernel.dots(p, p, square, true);
    if (!(largest(own) <= GROWTH)) {
      renew();
      reflect(View.of(values, from, stride, rows, size));
      return;
    }
    for (int j = 0; j < padded; j++) {
      Products.add(gram, 1, own, 0, j * padded + j, (j + 1) * padded);
    }
    empty = false;
    if (largest(gram) > GROWTH) {
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

  /** Room for P, with columns of zeros at the end. */
  private View room(int rows) {
    if (step < rows) {
      step = rows + SKEW;
      scaled = new double[step * padded];
    }
    return View.of(scaled, 0, step, rows, padded);
  }

  /** Infinite where an entry is not a number. */
  private double largest(double[] square) {
    double largest = 0;
    for (int j = 0; j < size; j++) {
      double entry = square[j * padded + j];
      largest = Math.max(largest, Double.isNaN(entry) ? Double.POSITIVE_INFINITY : entry);
    }
    return largest;
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
    for (int j = 0; j < padded; j++) {
      if (factor.get(j, j) == 0) {
        factor.set(j, j, Double.MIN_NORMAL);
      }
    }
  }

  /** R ← U R, UᵀU = I + PᵀP. */
  private void renew() {
    if (empty) {
      return;
    }
    decompose();
    multiply();
    Arrays.fill(gram, 0);
    empty = true;
  }

  /** The lower triangle of the sum becomes Uᵀ, column by column. */
  private void decompose() {
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      gram[j * padded + j] += 1;
    }
    for (int j = 0; j < size; j++) {
      int at = j * padded;
      double inverse = 1 / Math.sqrt(gram[at + j]);
      for (int i = j; i < size; i++) {
        gram[at + i] *= inverse;
      }
      System.arraycopy(gram, at, column, 0, size);
      for (int k = j + 1; k < size; k++) {
        double factorOfColumn = column[k];
        for (int i = k; i < size; i++) {
          gram[k * padded + i] -= factorOfColumn * column[i];
        }
      }
    }
  }

  /** R ← U R, column by column; U is transposed first, so that its columns lie together. */
  private void multiply() {
    double[] upper = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int k = i; k < size; k++) {
        upper[k * size + i] = gram[i * padded + k];
      }
    }
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      int at = factor.offset(j);
      Arrays.fill(column, 0, j + 1, 0);
      for (int k = 0; k <= j; k++) {
        Products.add(column, factor.values()[at + k], upper, k * size, 0, k + 1);
      }
      System.arraycopy(column, 0, factor.values(), at, j + 1);
    }
  }
}
