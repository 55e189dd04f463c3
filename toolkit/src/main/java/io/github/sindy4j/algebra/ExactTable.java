package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The brackets of basis vectors e₁ … e_d, of which most coefficients are 0.
 *
 * @param dimension d
 * @param upper [eᵢ, eⱼ] for i &lt; j, from k to the coefficient of eₖ; row i holds j = i + 1 … d −
 *     1
 */
record ExactTable(int dimension, List<List<SortedMap<Integer, Rational>>> upper) {
  /** Tells [eᵢ, eⱼ]. */
  @FunctionalInterface
  interface Brackets {
    SortedMap<Integer, Rational> of(int i, int j);
  }

  static ExactTable of(int dimension, Brackets brackets) {
    List<List<SortedMap<Integer, Rational>>> upper = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      List<SortedMap<Integer, Rational>> row = new ArrayList<>();
      for (int j = i + 1; j < dimension; j++) {
        row.add(brackets.of(i, j));
      }
      upper.add(row);
    }
    return new ExactTable(dimension, upper);
  }

  /** [eᵢ, eⱼ] by its coefficients. */
  SortedMap<Integer, Rational> bracket(int i, int j) {
    if (i == j) {
      return new TreeMap<>();
    } else if (i < j) {
      return upper.get(i).get(j - i - 1);
    }
    TreeMap<Integer, Rational> flipped = new TreeMap<>(bracket(j, i));
    flipped.replaceAll((k, c) -> c.negate());
    return flipped;
  }

  Rational get(int i, int j, int k) {
    return bracket(i, j).getOrDefault(k, Rational.ZERO);
  }

  /** How many coefficients with i &lt; j are not 0. */
  int entries() {
    return upper.stream().flatMap(List::stream).mapToInt(Map::size).sum();
  }
}
