package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A subspace in reduced echelon form: basis column c is 1 at its own unknown free_c, where all
 * others are 0. Rounding is taken out of the other entries (0, ±1, ½, …) as far as the subspace
 * stays the null space that it was.
 *
 * @param basis one column a direction
 * @param free for each column its own unknown
 */
public record ReadableBasis(Matrix basis, List<Integer> free) {
  /** The first unknown whose pivot has this part of the largest is taken. */
  private static final double PIVOT = 0.2;

  private static final double ROUNDING = 1e-10;
  private static final double NEGLIGIBLE = 1e-13;
  private static final int LARGEST_DENOMINATOR = 12;

  /** How far from null(A) a rounded direction may be, A having columns of length 1. */
  private static final double STAYS = 1e-12;

  /** Copies the list. */
  public ReadableBasis {
    free = List.copyOf(free);
  }

  /**
   * The span of the orthonormal columns V, each unknown multiplied by its unit.
   *
   * @param nullOf the matrix A with A V ≈ 0 that rounded entries must respect
   */
  public static ReadableBasis of(Matrix v, Vec units, Matrix nullOf) {
    int r = v.cols();
    if (r == 0) {
      return new ReadableBasis(v, List.of());
    }
    List<Integer> free = pivots(v, PIVOT);
    Matrix echelon = echelon(v, free);
    double[][] columns = new double[r][];
    for (int f = 0; f < r; f++) {
      int pivot = free.get(f);
      Vec exact = echelon.col(f);
      double[] column = new double[v.rows()];
      for (int u = 0; u < column.length; u++) {
        column[u] = exact.get(u) * units.get(u) / units.get(pivot);
      }
      free.forEach(u -> column[u] = u == pivot ? 1 : 0);
      columns[f] = rounded(column, units, nullOf);
    }
    return new ReadableBasis(Matrix.ofColumns(columns), free);
  }

  /**
   * Unknowns whose rows of V are well independent, as many as V has columns, in rising order: again
   * and again the first whose row has at least this part of the largest length, beside the rows of
   * those before.
   */
  public static List<Integer> pivots(Matrix v, double part) {
    double[][] left =
        IntStream.range(0, v.rows()).mapToObj(u -> v.row(u).toArray()).toArray(double[][]::new);
    List<Integer> free = new ArrayList<>();
    for (int step = 0; step < v.cols(); step++) {
      double largest = 0;
      for (double[] row : left) {
        largest = Math.max(largest, DotProduct.of(row, row));
      }
      int pivot = 0;
      while (DotProduct.of(left[pivot], left[pivot]) < part * part * largest) {
        pivot++;
      }
      free.add(pivot);
      double[] direction = left[pivot].clone();
      double square = DotProduct.of(direction, direction);
      for (double[] row : left) {
        double factor = DotProduct.of(row, direction) / square;
        for (int c = 0; c < row.length; c++) {
          row[c] -= factor * direction[c];
        }
      }
    }
    free.sort(Integer::compare);
    return free;
  }

  /** The basis of the same space whose columns are 1 at their own pivot and 0 at the others. */
  public static Matrix echelon(Matrix v, List<Integer> pivots) {
    int[] rows = pivots.stream().mapToInt(Integer::intValue).toArray();
    return v.times(Inverse.of(v.rowsAt(rows)));
  }

  private static double[] rounded(double[] column, Vec units, Matrix nullOf) {
    double[] simple = Arrays.stream(column).map(ReadableBasis::simple).toArray();
    double[] scaled = new double[simple.length];
    Arrays.setAll(scaled, u -> simple[u] / units.get(u));
    Vec direction = Vec.adopt(scaled);
    if (nullOf.apply(direction).norm() <= STAYS * direction.norm()) {
      return simple;
    }
    double negligible = NEGLIGIBLE * Vec.of(column).maxAbs();
    return Arrays.stream(column).map(v -> Math.abs(v) <= negligible ? 0 : v).toArray();
  }

  /** The fraction with the least denominator that is no more than rounding away, or the value. */
  private static double simple(double value) {
    for (int d = 1; d <= LARGEST_DENOMINATOR; d++) {
      double whole = Math.rint(value * d);
      if (Math.abs(value * d - whole) <= ROUNDING * Math.max(1, Math.abs(whole))) {
        return whole / d;
      }
    }
    return value;
  }
}
