package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Rational;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The span of rational vectors that are added one by one, v₁, v₂, …; each other vector is expressed
 * by them, exactly. Vectors are maps from coordinate to entry ≠ 0.
 */
final class ExactSpan {
  /** Reduced vectors by their last coordinate. */
  private final TreeMap<Integer, Row> rows = new TreeMap<>();

  private int added;

  /**
   * A combination of the vectors that were added.
   *
   * @param entries what it is, without the entry 1 at its pivot
   * @param combination of which vectors
   */
  private record Row(
      SortedMap<Integer, Rational> entries, SortedMap<Integer, Rational> combination) {}

  /** How many independent vectors there are. */
  int dimension() {
    return rows.size();
  }

  /** Adds v with the next number; false when it depends on those before it. */
  boolean add(Map<Integer, Rational> v) {
    TreeMap<Integer, Rational> left = new TreeMap<>(v);
    TreeMap<Integer, Rational> combination = new TreeMap<>();
    combination.put(added++, Rational.ONE);
    reduce(left, combination);
    if (left.isEmpty()) {
      return false;
    }
    Map.Entry<Integer, Rational> pivot = left.pollLastEntry();
    Rational inverse = pivot.getValue().inverse();
    left.replaceAll((k, value) -> value.times(inverse));
    combination.replaceAll((k, value) -> value.times(inverse));
    rows.put(pivot.getKey(), new Row(left, combination));
    return true;
  }

  /** c with v = Σ cₖ vₖ; empty when v lies outside. */
  Optional<SortedMap<Integer, Rational>> express(Map<Integer, Rational> v) {
    TreeMap<Integer, Rational> left = new TreeMap<>(v);
    TreeMap<Integer, Rational> combination = new TreeMap<>();
    reduce(left, combination);
    combination.replaceAll((k, value) -> value.negate());
    return left.isEmpty() ? Optional.of(combination) : Optional.empty();
  }

  /** Subtracts rows until nothing is left, or the last coordinate is no pivot. */
  private void reduce(
      NavigableMap<Integer, Rational> left, NavigableMap<Integer, Rational> combination) {
    while (!left.isEmpty()) {
      Row row = rows.get(left.lastKey());
      if (row == null) {
        return;
      }
      Rational factor = left.pollLastEntry().getValue().negate();
      addTo(left, factor, row.entries());
      addTo(combination, factor, row.combination());
    }
  }

  /** target += factor · v. */
  static void addTo(
      SortedMap<Integer, Rational> target, Rational factor, Map<Integer, Rational> v) {
    v.forEach(
        (k, value) -> {
          Rational sum = target.getOrDefault(k, Rational.ZERO).plus(factor.times(value));
          if (sum.isZero()) {
            target.remove(k);
          } else {
            target.put(k, sum);
          }
        });
  }
}
