package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * min ‖A x − B‖ for rows that are zero but for a few neighbouring columns: each is folded into the
 * banded triangle R of A = Q R by Givens rotations, and forgotten.
 *
 * <p>Work in proportion to the square root of the condition number of AᵀA: half as many digits are
 * lost as by banded normal equations. A row that enters at column j is rotated until nothing is
 * left of it, so rows are best given in the order of their first columns. For one thread.
 */
public final class BandedFold {
  private final int size;
  private final int stride;
  private final int responses;
  private final double[] r;
  private final double[] targets;
  private final double[] row;
  private final double[] rest;
  private final double[] residuals;

  /**
   * An empty fold.
   *
   * @param size n, the number of unknowns
   * @param width the most columns by which the last nonzero entry of a row is beyond its first
   * @param responses columns of B
   */
  public BandedFold(int size, int width, int responses) {
    this.size = size;
    this.stride = width + 1;
    this.responses = responses;
    this.r = new double[Math.multiplyExact(size, stride)];
    this.targets = new double[Math.multiplyExact(size, responses)];
    this.row = new double[stride];
    this.rest = new double[responses];
    this.residuals = new double[responses];
  }

  /**
   * Folds the row that has {@code values[at … at+count−1]} from column {@code first} on, and these
   * responses from {@code from} on.
   */
  public void add(int first, double[] values, int at, int count, double[] response, int from) {
    System.arraycopy(values, at, row, 0, count);
    Arrays.fill(row, count, stride, 0);
    System.arraycopy(response, from, rest, 0, responses);
    int left = count;
    for (int j = first; j < size && left > 0; j++) {
      left = rotate(j, left);
    }
    for (int c = 0; c < responses; c++) {
      residuals[c] += rest[c] * rest[c];
    }
  }

  /**
   * Rotates the pending row against row j of R, moves it on by one column, and returns how many of
   * its entries may still differ from zero.
   */
  private int rotate(int j, int left) {
    int at = j * stride;
    double entry = row[0];
    if (entry == 0) {
      System.arraycopy(row, 1, row, 0, left - 1);
      row[left - 1] = 0;
      return left - 1;
    }
    double pivot = r[at];
    if (pivot == 0) {
      System.arraycopy(row, 0, r, at, stride);
      System.arraycopy(rest, 0, targets, j * responses, responses);
      Arrays.fill(rest, 0);
      return 0;
    }
    double length = Math.sqrt(pivot * pivot + entry * entry);
    double cosine = pivot / length;
    double sine = entry / length;
    r[at] = length;
    int last = 0;
    for (int k = 1; k < stride; k++) {
      double above = r[at + k];
      double pending = row[k];
      r[at + k] = cosine * above + sine * pending;
      double turned = cosine * pending - sine * above;
      row[k - 1] = turned;
      last = turned == 0 ? last : k;
    }
    row[stride - 1] = 0;
    int target = j * responses;
    for (int c = 0; c < responses; c++) {
      double above = targets[target + c];
      targets[target + c] = cosine * above + sine * rest[c];
      rest[c] = cosine * rest[c] - sine * above;
    }
    return last;
  }

  /** RᵀR = AᵀA, as a factor whose L is Rᵀ, with a positive diagonal. */
  public BandedCholesky factor() {
    double[] l = r.clone();
    double[] inverse = new double[size];
    for (int j = 0; j < size; j++) {
      if (l[j * stride] < 0) {
        for (int k = 0; k < stride; k++) {
          l[j * stride + k] = -l[j * stride + k];
        }
      }
      inverse[j] = 1 / l[j * stride];
    }
    return BandedCholesky.adopt(stride - 1, l, inverse);
  }

  /** R⁻¹ Qᵀ B, n×responses. */
  public Matrix solution() {
    double[] x = targets.clone();
    for (int j = size - 1; j >= 0; j--) {
      int at = j * stride;
      int reach = Math.min(stride, size - j);
      for (int c = 0; c < responses; c++) {
        double sum = x[j * responses + c];
        for (int k = 1; k < reach; k++) {
          sum -= r[at + k] * x[(j + k) * responses + c];
        }
        x[j * responses + c] = sum / r[at];
      }
    }
    return Matrix.adopt(size, responses, x);
  }

  /** ‖A x − b‖² of every response, at the solution. */
  public Vec squaredResiduals() {
    return Vec.of(residuals);
  }

  /** Whether every column has a pivot that is not zero, so that the solution is unique. */
  public boolean determined() {
    for (int j = 0; j < size; j++) {
      if (!(Math.abs(r[j * stride]) > 0)) {
        return false;
      }
    }
    return true;
  }
}
