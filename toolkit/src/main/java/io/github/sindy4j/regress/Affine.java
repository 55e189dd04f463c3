package io.github.sindy4j.regress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An affine space w = origin + Σ_c z_c column_c of Rⁿ in reduced echelon form: at the unknown
 * free_c the origin and every other column are zero.
 *
 * @param unknowns n
 * @param origin the entries that are not zero
 * @param columns a basis of the directions, the entries that are not zero
 * @param free for each column its own unknown
 */
record Affine(
    int unknowns,
    SortedMap<Integer, Double> origin,
    List<SortedMap<Integer, Double>> columns,
    List<Integer> free) {
  Affine {
    origin = Collections.unmodifiableSortedMap(new TreeMap<>(origin));
    columns = List.copyOf(columns);
    free = List.copyOf(free);
  }

  /** All of Rⁿ. */
  static Affine whole(int unknowns) {
    List<SortedMap<Integer, Double>> columns = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    for (int u = 0; u < unknowns; u++) {
      columns.add(new TreeMap<>(java.util.Map.of(u, 1.0)));
      free.add(u);
    }
    return new Affine(unknowns, new TreeMap<>(), columns, free);
  }

  /** Whether it is the one point 0. */
  boolean isOrigin() {
    return columns.isEmpty() && origin.isEmpty();
  }
}
