package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns of A depend on columns before them: A = Q R by Householder reflections, skipping a
 * column when what is left of it beside the kept ones is zero in the tolerance.
 *
 * @param kept the columns that are independent of those before, in order
 * @param dependencies one null direction for each other column
 */
public record ColumnBasis(List<Integer> kept, List<Vec> dependencies) {
  /** Copies the lists. */
  public ColumnBasis {
    kept = List.copyOf(kept);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * The basis of the columns of A from the left. A dependency z has ‖A z‖ ≈ 0, with z = 1 at the
   * dependent column and otherwise non-zero at kept columns only.
   */
  public static ColumnBasis of(Matrix a, Tolerance tolerance) {
    return of(a, a.cols(), tolerance);
  }

  /** The same of the first {@code cols} columns alone. */
  public static ColumnBasis of(Matrix a, int cols, Tolerance tolerance) {
    if (isIndependentTriangle(a, cols, tolerance)) {
      return new ColumnBasis(IntStream.range(0, cols).boxed().toList(), List.of());
    }
    int rows = a.rows();
    double[][] work = new double[cols][];
    for (int j = 0; j < cols; j++) {
      work[j] = a.col(j).toArray();
    }
    List<Integer> kept = new ArrayList<>();
    List<Vec> dependencies = new ArrayList<>();
    for (int j = 0; j < cols; j++) {
      int pivot = kept.size();
      double whole = Vec.adopt(work[j]).norm();
      double left = pivot < rows ? Vec.adopt(work[j]).slice(pivot, rows).norm() : 0;
      if (whole == 0 || tolerance.isZero(left, whole)) {
        dependencies.add(dependency(work, kept, j, cols));
      } else {
        reflect(work, j, pivot, left);
        kept.add(j);
      }
    }
    return new ColumnBasis(kept, dependencies);
  }

  /** Whether nothing is to do: the columns end on the diagonal, each with enough of its own. */
  private static boolean isIndependentTriangle(Matrix a, int cols, Tolerance tolerance) {
    for (int i = 1; i < a.rows(); i++) {
      for (int j = 0; j < Math.min(i, cols); j++) {
        if (a.get(i, j) != 0) {
          return false;
        }
      }
    }
    Vec norms = a.columnNorms();
    return cols <= a.rows()
        && IntStream.range(0, cols)
            .noneMatch(j -> norms.get(j) == 0 || tolerance.isZero(a.get(j, j), norms.get(j)));
  }

  /**
   * Nothing to do where the column ends at its pivot, as all do in an upper triangle of full rank.
   */
  private static void reflect(double[][] work, int j, int pivot, double norm) {
    int end = work[j].length;
    while (end > pivot + 1 && work[j][end - 1] == 0) {
      end--;
    }
    if (end == pivot + 1) {
      return;
    }
    double[] v = work[j].clone();
    double beta = -Math.copySign(norm, v[pivot]);
    double head = v[pivot] - beta;
    double tau = (beta - v[pivot]) / beta;
    for (int i = pivot + 1; i < end; i++) {
      v[i] /= head;
    }
    v[pivot] = 1;
    for (int k = j; k < work.length; k++) {
      double s = 0;
      for (int i = pivot; i < end; i++) {
        s += v[i] * work[k][i];
      }
      for (int i = pivot; i < end; i++) {
        work[k][i] -= tau * s * v[i];
      }
    }
    for (int i = pivot + 1; i < end; i++) {
      work[j][i] = 0;
    }
  }

  private static Vec dependency(double[][] work, List<Integer> kept, int j, int cols) {
    double[] z = new double[cols];
    z[j] = 1;
    for (int r = kept.size() - 1; r >= 0; r--) {
      double sum = work[j][r];
      for (int c = r + 1; c < kept.size(); c++) {
        sum += work[kept.get(c)][r] * z[kept.get(c)];
      }
      z[kept.get(r)] = -sum / work[kept.get(r)][r];
    }
    return Vec.adopt(z);
  }
}
