package io.github.sindy4j.algebra;

import java.util.ArrayList;
import java.util.List;

/** The subspaces of a Lie algebra g that its type is read from. */
final class Examination<V> {
  private final LieCoordinates<V> g;
  private final List<V> derived;

  Examination(LieCoordinates<V> g) {
    this.g = g;
    this.derived = squares(g.units());
  }

  LieCoordinates<V> algebra() {
    return g;
  }

  /** [g, g]. */
  List<V> derived() {
    return derived;
  }

  /** Dimensions of g ⊇ [g, g] ⊇ [[g, g], [g, g]] …, as long as they fall. */
  List<Integer> derivedSeries() {
    List<Integer> dimensions = new ArrayList<>(List.of(g.dimension()));
    List<V> next = derived;
    while (next.size() < last(dimensions)) {
      dimensions.add(next.size());
      next = squares(next);
    }
    return dimensions;
  }

  /** Dimensions of g ⊇ [g, g] ⊇ [g, [g, g]] …, as long as they fall. */
  List<Integer> lowerCentralSeries() {
    List<Integer> dimensions = new ArrayList<>(List.of(g.dimension()));
    List<V> next = derived;
    while (next.size() < last(dimensions)) {
      dimensions.add(next.size());
      next = products(g.units(), next);
    }
    return dimensions;
  }

  private static int last(List<Integer> dimensions) {
    return dimensions.get(dimensions.size() - 1);
  }

  /** [u, u]. */
  private List<V> squares(List<V> u) {
    List<V> brackets = new ArrayList<>();
    for (int i = 0; i < u.size(); i++) {
      for (int j = i + 1; j < u.size(); j++) {
        brackets.add(g.bracket(u.get(i), u.get(j)));
      }
    }
    return g.beside(List.of(), brackets);
  }

  /** [u, w]. */
  private List<V> products(List<V> u, List<V> w) {
    List<V> brackets = new ArrayList<>();
    u.forEach(x -> w.forEach(y -> brackets.add(g.bracket(x, y))));
    return g.beside(List.of(), brackets);
  }

  /** {x: [x, g] = 0}. */
  List<V> centre() {
    return g.annihilator(centreRows());
  }

  private List<V> centreRows() {
    List<V> rows = new ArrayList<>();
    for (V y : g.units()) {
      rows.addAll(g.transpose(g.units().stream().map(x -> g.bracket(x, y)).toList()));
    }
    return rows;
  }

  /** The centre within [g, g]. */
  List<V> derivedCentre() {
    List<V> rows = new ArrayList<>(centreRows());
    rows.addAll(g.annihilator(derived));
    return g.annihilator(rows);
  }

  /** The largest solvable ideal: {x: K(x, [g, g]) = 0}, after Cartan. */
  List<V> radical() {
    return g.annihilator(derived.stream().map(g::killing).toList());
  }
}
