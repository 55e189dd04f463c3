package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.Optional;

/** Squares PᵀP of rows divided by a triangle, P = A R⁻¹, and what becomes of R by them. */
final class DividedRows {
  private final Kernel kernel;
  private final int size;
  private final View factor;
  private Optional<Squares> squares = Optional.empty();

  /** With R = 0. */
  DividedRows(Kernel kernel, int size) {
    this.kernel = kernel;
    this.size = size;
    this.factor = View.of(square(), 0, size, size, size);
  }

  /**
   * R, which the owner fills, and may change where it says so by {@link #changed}; its diagonal
   * must hold no zero when it divides.
   */
  View factor() {
    return factor;
  }

  /** R is another now. */
  void changed() {
    squares = Optional.empty();
  }

  /** A square of zeros. */
  double[] square() {
    return new double[Math.multiplyExact(size, size)];
  }

  /** Adds PᵀP of rows, its lower triangle. */
  void add(double[] values, int from, int stride, int rows, double[] square) {
    Squares current = squares.orElseGet(() -> kernel.squares(factor));
    squares = Optional.of(current);
    current.add(View.of(values, from, stride, rows, size), View.of(square, 0, size, size, size));
  }

  /** The largest entry on the diagonal of a square; infinite where one is not a number. */
  double largest(double[] square) {
    double largest = 0;
    for (int j = 0; j < size; j++) {
      double entry = square[j * size + j];
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
      int at = j * size;
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
          square[k * size + i] -= factorOfColumn * column[i];
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
        upper[k * size + i] = square[i * size + k];
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
