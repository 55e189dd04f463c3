package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Polynomial vector fields as vectors: one coordinate for each monomial of each component, numbered
 * as they occur.
 */
final class FieldCoordinates {
  private record Place(int component, List<Integer> monomial) {}

  private final Map<Place, Integer> numbers = new HashMap<>();

  /** The coefficients of the field by coordinate. */
  SortedMap<Integer, Rational> of(List<Polynomial> field) {
    TreeMap<Integer, Rational> vector = new TreeMap<>();
    for (int i = 0; i < field.size(); i++) {
      int component = i;
      field
          .get(i)
          .coefficients()
          .forEach(
              (alpha, c) ->
                  vector.put(
                      numbers.computeIfAbsent(new Place(component, alpha), place -> numbers.size()),
                      c));
    }
    return vector;
  }

  /** How many coordinates have occurred. */
  int size() {
    return numbers.size();
  }
}
