package io.github.sindy4j.linalg;

import java.util.Arrays;

/** Squares PᵀP of rows divided by a triangle, P = A R⁻¹, and what becomes of R by them. */
final class DividedRows {
  /** Columns that begin at the same place of a page would evict one another from the cache. */
  private static final int SKEW = 8;

  /** Columns are padded with zeros to multiples of this. */
  private static final int TILE = 4;

  private final Kernel kernel;
  private final int size;
  private final int padded;
  private final View factor;
  private double[] scaled = new double[0];
  private int step;

  /** With R = 0. */
  DividedRows(Kernel kernel, int size) {
    this.kernel = kernel;
    this.size = size;
    this.padded = (size + TILE - 1) / TILE * TILE;
    this.factor = View.of(new double[padded * padded], 0, padded, padded, padded);
  }

  /** R, padded, to be filled by the owner; its diagonal must hold no zero when it divides. */
  View factor() {
    return factor;
  }

  /** The width of squares. */
  int padded() {
    return padded;
  }

  /** A square of zeros. */
  double[] square() {
    return new double[padded * padded];
  }

  /** Adds PᵀP of rows, its lower triangle. */
  void add(double[] values, int from, int stride, int rows, double[] square) {
    if (step < rows) {
      step = rows + SKEW;
      scaled = new double[step * padded];
    }
    View p = View.of(scaled, 0, step, rows, padded);
    kernel.solve(
        factor.rows(0, size).columns(0, size),
        View.of(values, from, stride, rows, size),
        p.columns(0, size));
    kernel.dots(p, p, View.of(square, 0, padded, padded, padded), true);
  }

  /** The largest entry on the diagonal of a square; infinite where one is not a number. */
  double largest(double[] square) {
    double largest = 0;
    for (int j = 0; j < size; j++) {
      double entry = square[j * padded + j];
      largest = Math.max(largest, Double.isNaN(entry) ? Double.POSITIVE_INFINITY : entry);
    }
    return largest;
  }

  /**
   * The lower triangle of a square C becomes Uᵀ, UᵀU = C, column by column; whether C is positive
   * definite.
   */
  boolean decompose(double[] square) {
    double[] column = new double[size];
    boolean positive = true;
    for (int j = 0; j < size; j++) {
      int at = j * padded;
      double pivot = square[at + j];
      positive &= pivot > 0;
      double inverse = 1 / Math.sqrt(pivot);
      for (int i = j; i < size; i++) {
        square[at + i] *= inverse;
      }
      System.arraycopy(square, at, column, 0, size);
      for (int k = j + 1; k < size; k++) {
        double factorOfColumn = column[k];
        for (int i = k; i < size; i++) {
          square[k * padded + i] -= factorOfColumn * column[i];
        }
      }
    }
    return positive;
  }

  /** U R, column by column, {@code step} to a column, from a square that was decomposed. */
  void multiply(double[] square, double[] target, int step) {
    double[] upper = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int k = i; k < size; k++) {
        upper[k * size + i] = square[i * padded + k];
      }
    }
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      int at = factor.offset(j);
      Arrays.fill(column, 0, j + 1, 0);
      for (int k = 0; k <= j; k++) {
        Products.add(column, factor.values()[at + k], upper, k * size, 0, k + 1);
      }
      System.arraycopy(column, 0, target, j * step, j + 1);
    }
  }
}
