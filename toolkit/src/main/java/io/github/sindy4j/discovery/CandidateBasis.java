package io.github.sindy4j.discovery;

import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.ReadableBasis;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A sparse basis of a space of combinations of candidates: reduced echelon form [I | B] by
 * Gauss–Jordan elimination, with those candidates as pivots that have the largest part in the
 * space. Which pivots these are does not depend on the basis that it starts from; of equal ones it
 * is the first.
 *
 * <p>Combinations are vectors over the q candidates, possibly with c of the rescaling at position
 * q, which is never a pivot.
 */
final class CandidateBasis {
  /** Parts that differ by less count as equal. */
  private static final double EQUAL = 1e-6;

  /** Beside its largest part, a part of a generator smaller than this is a rounding error. */
  private static final double ROUNDING = 1e-9;

  private CandidateBasis() {}

  /**
   * The pivots of the space that the columns of {@code basis} span, ascending; {@code sizes} are
   * those of the candidates.
   */
  static List<Integer> pivots(Matrix basis, Vec sizes, int candidates) {
    int d = basis.cols();
    double[] values = basis.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] *= sizes.get(k / Math.max(1, d));
    }
    Matrix scaled = Matrix.adopt(basis.rows(), d, values);
    Matrix orthonormal = FunctionColumns.orthonormal(scaled);
    return ReadableBasis.pivots(orthonormal.rowSlice(0, candidates), 1 - EQUAL);
  }

  /** The basis of the same space that is 1 at one pivot and 0 at the others; one for each. */
  static List<Vec> reduced(Matrix basis, List<Integer> pivots, Vec sizes) {
    Matrix echelon = ReadableBasis.echelon(basis, pivots);
    List<Vec> reduced = new ArrayList<>();
    for (int k = 0; k < pivots.size(); k++) {
      reduced.add(cleaned(echelon.col(k).toArray(), pivots, k, sizes));
    }
    return reduced;
  }

  private static Vec cleaned(double[] row, List<Integer> pivots, int k, Vec sizes) {
    double largest = 0;
    for (int a = 0; a < row.length; a++) {
      largest = Math.max(largest, Math.abs(row[a]) * sizes.get(a));
    }
    for (int a = 0; a < row.length; a++) {
      row[a] = Math.abs(row[a]) * sizes.get(a) <= ROUNDING * largest ? 0 : row[a];
    }
    for (int other = 0; other < pivots.size(); other++) {
      row[pivots.get(other)] = other == k ? 1 : 0;
    }
    return Vec.adopt(row);
  }

  /** The same over the rationals. */
  static List<Vec> reduced(
      List<SortedMap<Integer, Rational>> basis, List<Integer> pivots, int unknowns) {
    // The form has its pivots last: those that are wanted become the last unknowns.
    List<Integer> order = new ArrayList<>(IntStream.range(0, unknowns).boxed().toList());
    order.removeAll(pivots);
    order.addAll(pivots);
    int[] place = new int[unknowns];
    for (int a = 0; a < unknowns; a++) {
      place[order.get(a)] = a;
    }
    List<Map<Integer, Rational>> rows = new ArrayList<>();
    for (SortedMap<Integer, Rational> row : basis) {
      Map<Integer, Rational> moved = new TreeMap<>();
      row.forEach((a, value) -> moved.put(place[a], value));
      rows.add(moved);
    }
    List<Vec> reduced = new ArrayList<>();
    EchelonForm.of(unknowns, rows)
        .rows()
        .forEach(
            (pivot, row) -> {
              double[] entries = new double[unknowns];
              entries[order.get(pivot)] = 1;
              row.forEach((a, value) -> entries[order.get(a)] = value.doubleValue());
              reduced.add(Vec.adopt(entries));
            });
    return reduced;
  }
}
