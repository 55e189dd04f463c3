package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * S A S ≈ P [U V]ᵀ [U V] Pᵀ for a symmetric, positive semidefinite A: S scales the diagonal to 1, P
 * takes the largest pivot first, U is upper triangular of the rank of A. What is left when no pivot
 * remains counts as rounding.
 *
 * <p>Source: Higham, Accuracy and Stability of Numerical Algorithms, section 10.3.
 */
public final class PivotedCholesky {
  private final int n;
  private final int rank;
  private final int[] order;
  private final double[] scales;
  private final double[] upper;

  private PivotedCholesky(int rank, int[] order, double[] scales, double[] upper) {
    this.n = order.length;
    this.rank = rank;
    this.order = order;
    this.scales = scales;
    this.upper = upper;
  }

  /** Of any A; a pivot that is zero beside 1, in the tolerance, ends the rank. */
  public static PivotedCholesky of(Matrix a, Tolerance tolerance) {
    Shape.requireEqual("PivotedCholesky: columns", a.rows(), a.cols());
    int n = a.rows();
    double[] scales = new double[n];
    Arrays.setAll(scales, i -> a.get(i, i) > 0 ? 1 / Math.sqrt(a.get(i, i)) : 0);
    double[] work = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        work[i * n + j] = scales[i] * a.get(i, j) * scales[j];
      }
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    int rank = 0;
    while (rank < n) {
      int pivot = largest(work, rank, n);
      if (!(work[pivot * n + pivot] > 0) || tolerance.isZero(work[pivot * n + pivot], 1)) {
        break;
      }
      swap(work, order, rank, pivot, n);
      eliminate(work, rank, n);
      rank++;
    }
    return new PivotedCholesky(rank, order, scales, work);
  }

  /** X, n×rank, with Xᵀ A X = I. */
  public Matrix inverse() {
    double[] x = new double[n * rank];
    for (int k = 0; k < rank; k++) {
      double[] column = new double[rank];
      column[k] = 1;
      solve(column, k);
      for (int i = 0; i <= k; i++) {
        x[order[i] * rank + k] = scales[order[i]] * column[i];
      }
    }
    return Matrix.adopt(n, rank, x);
  }

  /** Independent columns that span ker A, n×(n − rank). */
  public Matrix kernel() {
    int free = n - rank;
    double[] x = new double[n * free];
    for (int k = 0; k < free; k++) {
      double[] column = new double[rank];
      for (int i = 0; i < rank; i++) {
        column[i] = -upper[i * n + rank + k];
      }
      solve(column, rank - 1);
      for (int i = 0; i < rank; i++) {
        x[order[i] * free + k] = scales[order[i]] * column[i];
      }
      int own = order[rank + k];
      x[own * free + k] = scales[own] == 0 ? 1 : scales[own];
    }
    return Matrix.adopt(n, free, x);
  }

  /** U⁻¹ of the column in place of it; entries after {@code last} are zero. */
  private void solve(double[] column, int last) {
    for (int i = last; i >= 0; i--) {
      double sum = column[i];
      for (int j = i + 1; j <= last; j++) {
        sum -= upper[i * n + j] * column[j];
      }
      column[i] = sum / upper[i * n + i];
    }
  }

  private static int largest(double[] work, int from, int n) {
    int best = from;
    for (int i = from + 1; i < n; i++) {
      if (work[i * n + i] > work[best * n + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Exchanges rows and columns of what is left, and columns of what is done. */
  private static void swap(double[] work, int[] order, int i, int j, int n) {
    if (i == j) {
      return;
    }
    int place = order[i];
    order[i] = order[j];
    order[j] = place;
    for (int k = 0; k < n; k++) {
      double value = work[k * n + i];
      work[k * n + i] = work[k * n + j];
      work[k * n + j] = value;
    }
    for (int k = 0; k < n; k++) {
      double value = work[i * n + k];
      work[i * n + k] = work[j * n + k];
      work[j * n + k] = value;
    }
  }

  private static void eliminate(double[] work, int k, int n) {
    double root = Math.sqrt(work[k * n + k]);
    for (int j = k; j < n; j++) {
      work[k * n + j] /= root;
    }
    double[] row = Arrays.copyOfRange(work, k * n, (k + 1) * n);
    for (int i = k + 1; i < n; i++) {
      double[] rest = Arrays.copyOfRange(work, i * n, (i + 1) * n);
      Products.add(rest, -row[i], row, 0, k + 1, n);
      System.arraycopy(rest, k + 1, work, i * n + k + 1, n - k - 1);
    }
  }
}
