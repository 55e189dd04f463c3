package io.github.sindy4j.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Orthonormal columns with the span of independent sparse ones, by the Gram–Schmidt process run
 * twice over each column. Columns that share no row with others stay as sparse as they are.
 */
public final class OrthonormalColumns {
  private OrthonormalColumns() {}

  /** Q with Qᵀ Q = I and the span of the columns of A, which are independent. */
  public static SparseMatrix of(SparseMatrix a) {
    SparseMatrix columns = a.transpose();
    List<SortedMap<Integer, Double>> done = new ArrayList<>();
    List<List<Integer>> byRow = new ArrayList<>();
    for (int u = 0; u < a.rows(); u++) {
      byRow.add(new ArrayList<>());
    }
    for (int c = 0; c < columns.rows(); c++) {
      SortedMap<Integer, Double> column = normalised(columns.row(c));
      column = normalised(orthogonal(column, done, byRow));
      column = normalised(orthogonal(column, done, byRow));
      int place = c;
      column.keySet().forEach(u -> byRow.get(u).add(place));
      done.add(column);
    }
    return SparseMatrix.ofRows(a.rows(), done).transpose();
  }

  /** The column without its parts along earlier ones that share a row with it. */
  private static SortedMap<Integer, Double> orthogonal(
      SortedMap<Integer, Double> column,
      List<SortedMap<Integer, Double>> done,
      List<List<Integer>> byRow) {
    SortedMap<Integer, Double> left = new TreeMap<>(column);
    SortedMap<Integer, Double> open = new TreeMap<>();
    column.keySet().forEach(u -> byRow.get(u).forEach(c -> open.put(c, 0.0)));
    for (int c : open.keySet()) {
      double dot = dot(left, done.get(c));
      if (dot != 0) {
        done.get(c).forEach((u, value) -> left.merge(u, -dot * value, Double::sum));
      }
    }
    return left;
  }

  private static SortedMap<Integer, Double> normalised(SortedMap<Integer, Double> column) {
    double norm = Math.sqrt(dot(column, column));
    SortedMap<Integer, Double> unit = new TreeMap<>();
    column.forEach((u, value) -> unit.put(u, value / norm));
    return unit;
  }

  private static double dot(SortedMap<Integer, Double> a, SortedMap<Integer, Double> b) {
    double sum = 0;
    for (var entry : a.entrySet()) {
      sum += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }
}
