package io.github.sindy4j.discovery;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sparse basis of a space of combinations of candidates: reduced echelon form [I | B] by
 * Gauss–Jordan elimination, with those candidates as pivots that have the largest part in the
 * space. Which pivots these are does not depend on the basis that it starts from; of equal ones it
 * is the first.
 *
 * <p>Combinations are vectors over the q candidates, possibly with c of the rescaling at position
 * q, which is never a pivot.
 */
final class ReadableBasis {
  /** Parts that differ by less count as equal. */
  private static final double EQUAL = 1e-6;

  /** Beside its largest part, a part of a generator smaller than this is a rounding error. */
  private static final double ROUNDING = 1e-9;

  private ReadableBasis() {}

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
    Matrix rows = Columns.orthonormal(scaled);
    List<Vec> parts = new ArrayList<>();
    for (int a = 0; a < candidates; a++) {
      parts.add(rows.row(a));
    }
    List<Integer> pivots = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      double largest = parts.stream().mapToDouble(Vec::norm).max().orElse(0);
      int pivot = 0;
      while (parts.get(pivot).norm() < (1 - EQUAL) * largest) {
        pivot++;
      }
      pivots.add(pivot);
      Vec direction = parts.get(pivot).times(1 / parts.get(pivot).norm());
      parts.replaceAll(part -> part.minus(direction.times(direction.dot(part))));
    }
    Collections.sort(pivots);
    return pivots;
  }

  /** The basis of the same space that is 1 at one pivot and 0 at the others; one for each. */
  static List<Vec> reduced(Matrix basis, List<Integer> pivots, Vec sizes) {
    double[][] rows = new double[basis.cols()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = basis.col(k).toArray();
    }
    for (int k = 0; k < rows.length; k++) {
      int pivot = pivots.get(k);
      int best = k;
      for (int r = k + 1; r < rows.length; r++) {
        best = Math.abs(rows[r][pivot]) > Math.abs(rows[best][pivot]) ? r : best;
      }
      double[] swapped = rows[best];
      rows[best] = rows[k];
      rows[k] = Vec.of(swapped).times(1 / swapped[pivot]).toArray();
      for (int r = 0; r < rows.length; r++) {
        if (r != k) {
          rows[r] = Vec.of(rows[r]).minus(Vec.of(rows[k]).times(rows[r][pivot])).toArray();
        }
      }
    }
    List<Vec> reduced = new ArrayList<>();
    for (int k = 0; k < rows.length; k++) {
      reduced.add(cleaned(rows[k], pivots, k, sizes));
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
    List<SortedMap<Integer, Rational>> rows = new ArrayList<>();
    basis.forEach(row -> rows.add(new TreeMap<>(row)));
    for (int k = 0; k < rows.size(); k++) {
      int pivot = pivots.get(k);
      int found = k;
      while (!rows.get(found).containsKey(pivot)) {
        found++;
      }
      Collections.swap(rows, k, found);
      SortedMap<Integer, Rational> row = rows.get(k);
      Rational inverse = row.get(pivot).inverse();
      row.replaceAll((a, value) -> value.times(inverse));
      for (int r = 0; r < rows.size(); r++) {
        if (r != k && rows.get(r).containsKey(pivot)) {
          subtract(rows.get(r), rows.get(r).get(pivot), row);
        }
      }
    }
    return rows.stream().map(row -> vector(row, unknowns)).toList();
  }

  private static void subtract(
      SortedMap<Integer, Rational> target, Rational factor, SortedMap<Integer, Rational> row) {
    row.forEach(
        (a, value) -> {
          Rational left = target.getOrDefault(a, Rational.ZERO).minus(factor.times(value));
          if (left.isZero()) {
            target.remove(a);
          } else {
            target.put(a, left);
          }
        });
  }

  private static Vec vector(SortedMap<Integer, Rational> row, int unknowns) {
    double[] entries = new double[unknowns];
    row.forEach((a, value) -> entries[a] = value.doubleValue());
    return Vec.adopt(entries);
  }
}
