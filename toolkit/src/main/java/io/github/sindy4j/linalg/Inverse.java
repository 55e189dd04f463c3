package io.github.sindy4j.linalg;

/** Inverses of small matrices. */
public final class Inverse {
  private Inverse() {}

  /**
   * A⁻¹ by Gauss–Jordan elimination with row pivots: exact for signed permutations. Throws {@link
   * IllegalArgumentException} when A has no inverse.
   */
  public static Matrix of(Matrix a) {
    int n = a.rows();
    Shape.requireEqual("Inverse: columns of A", n, a.cols());
    double[][] left = new double[n][];
    double[][] right = new double[n][];
    for (int i = 0; i < n; i++) {
      left[i] = a.row(i).toArray();
      right[i] = Matrix.identity(n).row(i).toArray();
    }
    for (int j = 0; j < n; j++) {
      int pivot = largestFrom(left, j);
      swap(left, j, pivot);
      swap(right, j, pivot);
      double head = left[j][j];
      Shape.require(head != 0, "Inverse: column " + j + " depends on those before it");
      divide(left[j], head);
      divide(right[j], head);
      for (int i = 0; i < n; i++) {
        double factor = left[i][j];
        if (i != j && factor != 0) {
          subtract(left[i], factor, left[j]);
          subtract(right[i], factor, right[j]);
        }
      }
    }
    return Matrix.ofRows(right);
  }

  private static int largestFrom(double[][] rows, int j) {
    int pivot = j;
    for (int i = j; i < rows.length; i++) {
      pivot = Math.abs(rows[i][j]) > Math.abs(rows[pivot][j]) ? i : pivot;
    }
    return pivot;
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  private static void divide(double[] row, double by) {
    for (int k = 0; k < row.length; k++) {
      row[k] /= by;
    }
  }

  private static void subtract(double[] row, double factor, double[] other) {
    for (int k = 0; k < row.length; k++) {
      row[k] -= factor * other[k];
    }
  }
}
