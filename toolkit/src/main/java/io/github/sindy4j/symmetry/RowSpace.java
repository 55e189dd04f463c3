package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The independent rows among many, in reduced echelon form.
 *
 * @param form the rows
 * @param exact whether they are meant to the last digit; otherwise their rank was decided in a
 *     tolerance
 */
record RowSpace(EchelonForm form, boolean exact) {
  /** What is left of rounding where numbers cancel, relative to the numbers. */
  private static final double NOISE = 1e-13;

  /** Reduces rational rows: exactly, or, when they carry rounding errors, in a tolerance. */
  static RowSpace of(int columns, List<SortedMap<Integer, Rational>> rows, boolean exact) {
    if (exact) {
      return new RowSpace(EchelonForm.of(columns, rows), true);
    }
    List<SortedMap<Integer, Double>> rounded = new ArrayList<>();
    for (SortedMap<Integer, Rational> row : rows) {
      SortedMap<Integer, Double> values = new TreeMap<>();
      row.forEach((column, value) -> values.put(column, value.doubleValue()));
      rounded.add(values);
    }
    return rounded(columns, rounded, Vec.zeros(columns).map(zero -> 1));
  }

  /**
   * Reduces rows that carry rounding errors of about 1e-16 of the scale of their column. A null
   * vector is taken for one of simple fractions where it stays one to 1e-10; when all are, the
   * result is exact.
   *
   * @param scales the size of a column before anything cancelled; 0 for a column of zeros
   */
  static RowSpace rounded(int columns, List<SortedMap<Integer, Double>> rows, Vec scales) {
    List<SortedMap<Integer, Double>> scaled = new ArrayList<>();
    double largest = 0;
    for (SortedMap<Integer, Double> row : rows) {
      SortedMap<Integer, Double> values = new TreeMap<>();
      for (Map.Entry<Integer, Double> entry : row.entrySet()) {
        if (entry.getValue() != 0) {
          double value = entry.getValue() / scales.get(entry.getKey());
          values.put(entry.getKey(), value);
          largest = Math.max(largest, Math.abs(value));
        }
      }
      scaled.add(values);
    }
    double noise = NOISE * largest;
    scaled.forEach(row -> row.values().removeIf(value -> Math.abs(value) <= noise));
    TreeMap<Integer, SortedMap<Integer, Rational>> echelon = new TreeMap<>();
    boolean exact = true;
    for (List<SortedMap<Integer, Double>> block : blocks(columns, scaled)) {
      exact &= reduce(block, scales, largest, echelon);
    }
    return new RowSpace(new EchelonForm(columns, echelon), exact);
  }

  /** The rows with their pivots. */
  List<SortedMap<Integer, Rational>> rows() {
    List<SortedMap<Integer, Rational>> rows = new ArrayList<>();
    form.rows()
        .forEach(
            (pivot, row) -> {
              TreeMap<Integer, Rational> whole = new TreeMap<>(row);
              whole.put(pivot, Rational.ONE);
              rows.add(whole);
            });
    return rows;
  }

  /** Rows that share no column with those of other blocks. */
  private static Collection<List<SortedMap<Integer, Double>>> blocks(
      int columns, List<SortedMap<Integer, Double>> rows) {
    int[] parent = new int[columns];
    Arrays.setAll(parent, j -> j);
    for (SortedMap<Integer, Double> row : rows) {
      for (int column : row.keySet()) {
        parent[root(parent, column)] = root(parent, row.firstKey());
      }
    }
    TreeMap<Integer, List<SortedMap<Integer, Double>>> blocks = new TreeMap<>();
    for (SortedMap<Integer, Double> row : rows) {
      if (!row.isEmpty()) {
        blocks.computeIfAbsent(root(parent, row.firstKey()), r -> new ArrayList<>()).add(row);
      }
    }
    return blocks.values();
  }

  private static int root(int[] parent, int column) {
    int root = column;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Adds the echelon form of a block; whether all of it are simple fractions. */
  private static boolean reduce(
      List<SortedMap<Integer, Double>> block,
      Vec scales,
      double largest,
      SortedMap<Integer, SortedMap<Integer, Rational>> echelon) {
    // From the last column to the first, so that the first ones depend on the last.
    List<Integer> places =
        block.stream()
            .flatMap(row -> row.keySet().stream())
            .distinct()
            .sorted(Collections.reverseOrder())
            .toList();
    Matrix dense = dense(block, places, largest);
    ColumnBasis basis = ColumnBasis.of(dense, Tolerance.RANK);
    basis.kept().forEach(j -> echelon.put(places.get(j), new TreeMap<>()));
    boolean exact = true;
    for (Vec dependency : basis.dependencies()) {
      NullVector vector = NullVector.of(dependency, dense, places, scales);
      exact &= vector.exact();
      int free = vector.entries().firstKey();
      vector
          .entries()
          .tailMap(free + 1)
          .forEach(
              (pivot, value) ->
                  echelon.computeIfPresent(
                      pivot,
                      (p, row) -> {
                        row.put(free, value.negate());
                        return row;
                      }));
    }
    return exact;
  }

  /** The block, its columns in this order, without columns that are nothing but noise. */
  private static Matrix dense(
      List<SortedMap<Integer, Double>> block, List<Integer> places, double largest) {
    double[][] columns = new double[places.size()][block.size()];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < block.size(); i++) {
        columns[j][i] = block.get(i).getOrDefault(places.get(j), 0.0);
      }
      if (Tolerance.RANK.isZero(Vec.adopt(columns[j]).norm(), largest)) {
        columns[j] = new double[block.size()];
      }
    }
    return Matrix.ofColumns(columns);
  }
}
