package io.github.sindy4j.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a rational matrix C in reduced echelon form, sparse and exact: every row has a pivot,
 * its <em>last</em> non-zero entry, equal to 1 and alone in its column.
 *
 * <p>So the unknowns that stay free are the first ones, and null(C) has one basis vector for each.
 *
 * @param columns the number of unknowns
 * @param rows the independent rows by their pivot; each without its pivot's own entry
 */
public record EchelonForm(int columns, SortedMap<Integer, SortedMap<Integer, Rational>> rows) {
  /** Eliminates these rows, each a map from column to entry. */
  public static EchelonForm of(int columns, List<? extends Map<Integer, Rational>> rows) {
    TreeMap<Integer, SortedMap<Integer, Rational>> echelon = new TreeMap<>();
    List<? extends Map<Integer, Rational>> sparseFirst =
        rows.stream().sorted(Comparator.comparingInt(Map::size)).toList();
    for (Map<Integer, Rational> row : sparseFirst) {
      insert(new TreeMap<>(row), echelon);
    }
    // Pivots rise: by the time a row is cleared, the rows of all lower pivots hold free unknowns
    // only.
    for (Map.Entry<Integer, SortedMap<Integer, Rational>> entry : echelon.entrySet()) {
      TreeMap<Integer, Rational> row = new TreeMap<>(entry.getValue());
      entry
          .getValue()
          .forEach(
              (column, factor) -> {
                SortedMap<Integer, Rational> pivotRow = echelon.get(column);
                if (pivotRow != null) {
                  row.remove(column);
                  subtract(row, factor, pivotRow);
                }
              });
      entry.setValue(row);
    }
    return new EchelonForm(columns, echelon);
  }

  private static void insert(
      TreeMap<Integer, Rational> row, TreeMap<Integer, SortedMap<Integer, Rational>> echelon) {
    row.values().removeIf(Rational::isZero);
    while (!row.isEmpty()) {
      Map.Entry<Integer, Rational> last = row.pollLastEntry();
      SortedMap<Integer, Rational> pivotRow = echelon.get(last.getKey());
      if (pivotRow == null) {
        TreeMap<Integer, Rational> normal = new TreeMap<>();
        Rational inverse = last.getValue().inverse();
        row.forEach((column, value) -> normal.put(column, value.times(inverse)));
        echelon.put(last.getKey(), normal);
        return;
      }
      subtract(row, last.getValue(), pivotRow);
    }
  }

  private static void subtract(
      TreeMap<Integer, Rational> row, Rational factor, SortedMap<Integer, Rational> pivotRow) {
    pivotRow.forEach(
        (column, value) -> {
          Rational left = row.getOrDefault(column, Rational.ZERO).minus(factor.times(value));
          if (left.isZero()) {
            row.remove(column);
          } else {
            row.put(column, left);
          }
        });
  }

  /** rank(C). */
  public int rank() {
    return rows.size();
  }

  /** dim null(C). */
  public int nullity() {
    return columns - rows.size();
  }

  /**
   * A basis of null(C): for each free unknown f the vector with 1 at f and 0 at the other free
   * ones, multiplied by the least number that makes it whole. In the order of the free unknowns.
   */
  public List<SortedMap<Integer, Rational>> nullBasis() {
    List<TreeMap<Integer, Rational>> byFree = new ArrayList<>();
    int[] place = new int[columns];
    for (int column = 0; column < columns; column++) {
      if (!rows.containsKey(column)) {
        place[column] = byFree.size();
        TreeMap<Integer, Rational> vector = new TreeMap<>();
        vector.put(column, Rational.ONE);
        byFree.add(vector);
      }
    }
    rows.forEach(
        (pivot, row) ->
            row.forEach((free, value) -> byFree.get(place[free]).put(pivot, value.negate())));
    return byFree.stream().<SortedMap<Integer, Rational>>map(EchelonForm::whole).toList();
  }

  private static TreeMap<Integer, Rational> whole(TreeMap<Integer, Rational> vector) {
    java.math.BigInteger multiple = java.math.BigInteger.ONE;
    for (Rational value : vector.values()) {
      java.math.BigInteger d = value.denominator();
      multiple = multiple.divide(multiple.gcd(d)).multiply(d);
    }
    if (multiple.bitLength() > 20) {
      return vector;
    }
    Rational factor = Rational.of(multiple.longValue());
    vector.replaceAll((k, value) -> value.times(factor));
    return vector;
  }
}
