package io.github.sindy4j.exact;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of a row that are not zero, by rising column; immutable. */
final class SparseRow {
  private final int[] columns;
  private final Rational[] values;

  private SparseRow(int[] columns, Rational[] values) {
    this.columns = columns;
    this.values = values;
  }

  static SparseRow of(Map<Integer, Rational> entries) {
    TreeMap<Integer, Rational> sorted = new TreeMap<>(entries);
    sorted.values().removeIf(Rational::isZero);
    return new SparseRow(
        sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
        sorted.values().toArray(Rational[]::new));
  }

  int size() {
    return columns.length;
  }

  int column(int k) {
    return columns[k];
  }

  Rational value(int k) {
    return values[k];
  }

  /** Without its last entry, divided by that entry. */
  SparseRow normalised() {
    int last = columns.length - 1;
    Rational[] divided = new Rational[last];
    Rational inverse = values[last].inverse();
    for (int k = 0; k < last; k++) {
      divided[k] = values[k].times(inverse);
    }
    return new SparseRow(Arrays.copyOf(columns, last), divided);
  }

  /** Without entry {@code k}, minus that entry times another row. */
  SparseRow cleared(int k, SparseRow other) {
    int most = size() - 1 + other.size();
    int[] places = new int[most];
    Rational[] entries = new Rational[most];
    Rational factor = values[k].negate();
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      if (i == k) {
        i++;
        continue;
      }
      boolean here = i < size() && (j == other.size() || columns[i] <= other.columns[j]);
      boolean there = j < other.size() && (i == size() || other.columns[j] <= columns[i]);
      int column = here ? columns[i] : other.columns[j];
      Rational value = here ? values[i++] : Rational.ZERO;
      if (there) {
        Rational product = factor.times(other.values[j++]);
        value = here ? value.plus(product) : product;
      }
      if (!value.isZero()) {
        places[count] = column;
        entries[count++] = value;
      }
    }
    return new SparseRow(Arrays.copyOf(places, count), Arrays.copyOf(entries, count));
  }

  SortedMap<Integer, Rational> toMap() {
    TreeMap<Integer, Rational> map = new TreeMap<>();
    for (int k = 0; k < size(); k++) {
      map.put(columns[k], values[k]);
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
