package io.github.sindy4j.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of a rational matrix C in reduced echelon form, sparse and exact: every row has a pivot,
 * its <em>last</em> non-zero entry, equal to 1 and alone in its column. It is the same for all
 * matrices whose rows span the same space.
 *
 * <p>So the unknowns that stay free are the first ones, and null(C) has one basis vector for each.
 *
 * @param columns the number of unknowns
 * @param rows the independent rows by their pivot; each without its pivot's own entry
 */
public record EchelonForm(int columns, SortedMap<Integer, SortedMap<Integer, Rational>> rows) {
  /** A null vector is multiplied by whole numbers of at most so many binary digits. */
  private static final int MOST_BITS = 20;

  /** Keeps the rows from changes. */
  public EchelonForm {
    rows = Collections.unmodifiableSortedMap(rows);
  }

  /** Eliminates these rows, each a map from column to entry. */
  public static EchelonForm of(int columns, List<? extends Map<Integer, Rational>> rows) {
    TreeMap<Integer, SparseRow> echelon = new TreeMap<>();
    // Short rows first: what they remove cannot fill the longer ones.
    rows.stream()
        .map(SparseRow::of)
        .sorted(Comparator.comparingInt(SparseRow::size))
        .forEachOrdered(row -> insert(row, columns, echelon));
    TreeMap<Integer, SortedMap<Integer, Rational>> reduced = new TreeMap<>();
    // Pivots rise: by the time a row is cleared, the rows of all lower pivots hold free unknowns
    // only.
    for (Map.Entry<Integer, SparseRow> entry : echelon.entrySet()) {
      entry.setValue(cleared(entry.getValue(), echelon));
      reduced.put(entry.getKey(), entry.getValue().toMap());
    }
    return new EchelonForm(columns, reduced);
  }

  private static SparseRow cleared(SparseRow row, SortedMap<Integer, SparseRow> echelon) {
    SparseRow left = row;
    for (int above = 0; above < left.size(); above++) {
      int k = left.size() - 1 - above;
      SparseRow pivotRow = echelon.get(left.column(k));
      if (pivotRow != null) {
        left = left.cleared(k, pivotRow);
        above--;
      }
    }
    return left;
  }

  private static void insert(SparseRow row, int columns, SortedMap<Integer, SparseRow> echelon) {
    SparseRow left = row;
    while (left.size() > 0) {
      int last = left.size() - 1;
      int column = left.column(last);
      if (column >= columns || left.column(0) < 0) {
        throw new IllegalArgumentException("EchelonForm: column " + column + " of " + columns);
      }
      SparseRow pivotRow = echelon.get(column);
      if (pivotRow == null) {
        echelon.put(column, left.normalised());
        return;
      }
      left = left.cleared(last, pivotRow);
    }
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
   * ones, multiplied by the least number that makes it whole (unless that has more than 20 binary
   * digits). In the order of the free unknowns.
   */
  public List<SortedMap<Integer, Rational>> nullBasis() {
    List<SortedMap<Integer, Rational>> byFree = new ArrayList<>();
    int[] place = new int[columns];
    for (int column = 0; column < columns; column++) {
      if (!rows.containsKey(column)) {
        place[column] = byFree.size();
        byFree.add(new TreeMap<>(Map.of(column, Rational.ONE)));
      }
    }
    rows.forEach(
        (pivot, row) ->
            row.forEach((free, value) -> byFree.get(place[free]).put(pivot, value.negate())));
    byFree.replaceAll(EchelonForm::whole);
    return byFree;
  }

  private static SortedMap<Integer, Rational> whole(SortedMap<Integer, Rational> vector) {
    BigInteger multiple = BigInteger.ONE;
    for (Rational value : vector.values()) {
      BigInteger d = value.denominator();
      multiple = multiple.divide(multiple.gcd(d)).multiply(d);
    }
    if (multiple.bitLength() <= MOST_BITS) {
      Rational factor = Rational.of(multiple.longValue());
      vector.replaceAll((k, value) -> value.times(factor));
    }
    return vector;
  }
}
