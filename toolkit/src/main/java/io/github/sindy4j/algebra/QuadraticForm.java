package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Rational;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The signs of a symmetric rational matrix, by elimination of rows and columns alike (Lagrange).
 */
final class QuadraticForm {
  private final List<SortedMap<Integer, Rational>> rows;

  private QuadraticForm(List<SortedMap<Integer, Rational>> rows) {
    this.rows = rows;
  }

  /** Takes over the rows, maps from column to entry ≠ 0. */
  static Signature signature(List<SortedMap<Integer, Rational>> rows) {
    QuadraticForm form = new QuadraticForm(rows);
    int positive = 0;
    int negative = 0;
    while (!rows.stream().allMatch(Map::isEmpty)) {
      int sign = form.eliminate(form.pivot()).signum();
      positive += sign > 0 ? 1 : 0;
      negative += sign < 0 ? 1 : 0;
    }
    return new Signature(positive, negative, rows.size() - positive - negative);
  }

  private Rational entry(int i, int j) {
    return rows.get(i).getOrDefault(j, Rational.ZERO);
  }

  /**
   * An index with a diagonal entry ≠ 0. Where there is none, row and column j are added to those of
   * i, so that i has 2 Kᵢⱼ.
   */
  private int pivot() {
    int diagonal =
        IntStream.range(0, rows.size()).filter(i -> !entry(i, i).isZero()).findFirst().orElse(-1);
    if (diagonal >= 0) {
      return diagonal;
    }
    int i =
        IntStream.range(0, rows.size()).filter(r -> !rows.get(r).isEmpty()).findFirst().orElse(0);
    int j = rows.get(i).firstKey();
    ExactSpan.addTo(rows.get(i), Rational.ONE, rows.get(j));
    for (int k = 0; k < rows.size(); k++) {
      ExactSpan.addTo(rows.get(k), entry(k, j), Map.of(i, Rational.ONE));
    }
    return i;
  }

  /** Clears the row and the column of a pivot, and returns its diagonal entry. */
  private Rational eliminate(int pivot) {
    Rational square = entry(pivot, pivot);
    SortedMap<Integer, Rational> row = new TreeMap<>(rows.get(pivot));
    row.remove(pivot);
    rows.get(pivot).clear();
    row.forEach(
        (k, value) -> {
          rows.get(k).remove(pivot);
          ExactSpan.addTo(rows.get(k), value.dividedBy(square).negate(), row);
        });
    return square;
  }
}
