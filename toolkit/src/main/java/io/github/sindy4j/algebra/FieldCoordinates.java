package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Polynomial vector fields as vectors: one coordinate for each monomial of each component, numbered
 * as they occur.
 */
final class FieldCoordinates {
  private record Place(int component, List<Integer> monomial) {}

  private final Map<Place, Integer> numbers = new LinkedHashMap<>();

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

  /** The field of m variables with these coefficients. */
  List<Polynomial> field(Map<Integer, Rational> vector, int m) {
    List<Map<List<Integer>, Rational>> components =
        IntStream.range(0, m)
            .<Map<List<Integer>, Rational>>mapToObj(i -> new LinkedHashMap<>())
            .toList();
    numbers.forEach(
        (place, number) -> {
          Rational c = vector.get(number);
          if (c != null) {
            components.get(place.component()).put(place.monomial(), c);
          }
        });
    return components.stream().map(c -> new Polynomial(m, c)).toList();
  }

  /** How many coordinates have occurred. */
  int size() {
    return numbers.size();
  }
}
