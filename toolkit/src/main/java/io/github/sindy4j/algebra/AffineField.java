package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An affine field v(x) = A x + a of n coordinates that have no names yet; it is placed on tuples of
 * named variables.
 *
 * @param label its kind, such as {@code rotation}
 * @param legend what it moves, from the names of the n coordinates
 * @param entries those of [A | a] that are not 0
 */
record AffineField(String label, Function<List<String>, String> legend, List<Entry> entries) {
  private static final int SHIFT = -1;

  /** Aᵢⱼ, or aᵢ where the column is −1. */
  record Entry(int row, int column, Rational value) {}

  static Entry entry(int row, int column, long value) {
    return new Entry(row, column, Rational.of(value));
  }

  /** One that names the coordinates with these indices. */
  static AffineField of(String label, List<Integer> axes, Entry... entries) {
    return new AffineField(
        label,
        names -> axes.stream().map(names::get).collect(Collectors.joining(",")),
        List.of(entries));
  }

  /** −xⱼ ∂ᵢ + xᵢ ∂ⱼ. */
  static AffineField rotation(int i, int j) {
    return of("rotation", List.of(i, j), entry(i, j, -1), entry(j, i, 1));
  }

  /** xⱼ ∂ᵢ + xᵢ ∂ⱼ. */
  static AffineField boost(int i, int j) {
    return of("boost", List.of(i, j), entry(i, j, 1), entry(j, i, 1));
  }

  /** ∂ᵢ. */
  static AffineField shift(int i) {
    return of("shift", List.of(i), entry(i, SHIFT, 1));
  }

  /** xᵢ ∂ᵢ. */
  static AffineField scaling(int i) {
    return of("scaling", List.of(i), entry(i, i, 1));
  }

  /** xⱼ ∂ᵢ. */
  static AffineField shear(int i, int j) {
    return of("shear", List.of(i, j), entry(i, j, 1));
  }

  /** xᵢ ∂ᵢ − xⱼ ∂ⱼ. */
  static AffineField squeeze(int i, int j) {
    return of("squeeze", List.of(i, j), entry(i, i, 1), entry(j, j, -1));
  }

  /**
   * The generator over all variables that moves each tuple in the same way.
   *
   * @param tuples indices of variables, n each
   * @param velocities further tuples, moved by A alone: the prolongation Dv(x) u
   */
  Generator on(List<String> variables, List<List<Integer>> tuples, List<List<Integer>> velocities) {
    int m = variables.size();
    List<Polynomial> components =
        new ArrayList<>(IntStream.range(0, m).mapToObj(i -> Polynomial.zero(m)).toList());
    for (Entry entry : entries) {
      for (List<Integer> tuple : tuples) {
        add(components, tuple, entry, m);
      }
      for (List<Integer> tuple : velocities) {
        if (entry.column() != SHIFT) {
          add(components, tuple, entry, m);
        }
      }
    }
    String moved =
        tuples.stream()
            .map(tuple -> legend.apply(tuple.stream().map(variables::get).toList()))
            .collect(Collectors.joining("; "));
    return Generator.of(label + "(" + moved + ")", variables, components);
  }

  private static void add(List<Polynomial> components, List<Integer> tuple, Entry entry, int m) {
    Polynomial factor =
        entry.column() == SHIFT
            ? Polynomial.constant(m, Rational.ONE)
            : Polynomial.variable(m, tuple.get(entry.column()));
    int i = tuple.get(entry.row());
    components.set(i, components.get(i).plus(factor.times(entry.value())));
  }
}
