package io.github.sindy4j.symmetry;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rational structure constants, of which most are 0.
 *
 * @param dimension d
 * @param brackets [vᵢ, vⱼ] for i &lt; j, from k to cᵢⱼᵏ ≠ 0; row i holds j = i + 1 … d − 1
 */
record ExactConstants(int dimension, List<List<SortedMap<Integer, Rational>>> brackets)
    implements StructureConstants {

  static ExactConstants of(List<Generator> generators) {
    List<List<Polynomial>> fields = generators.stream().map(LieBracket::polynomials).toList();
    FieldCoordinates coordinates = new FieldCoordinates();
    ExactSpan span = span(generators, fields, coordinates);
    List<List<SortedMap<Integer, Rational>>> brackets = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      List<SortedMap<Integer, Rational>> row = new ArrayList<>();
      for (int j = i + 1; j < fields.size(); j++) {
        List<Polynomial> bracket = LieBracket.of(fields.get(i), fields.get(j));
        Optional<SortedMap<Integer, Rational>> c = span.express(coordinates.of(bracket));
        if (c.isEmpty()) {
          throw open(generators, i, j);
        }
        row.add(c.get());
      }
      brackets.add(row);
    }
    return new ExactConstants(fields.size(), brackets);
  }

  private static ExactSpan span(
      List<Generator> generators, List<List<Polynomial>> fields, FieldCoordinates coordinates) {
    ExactSpan span = new ExactSpan();
    for (int i = 0; i < fields.size(); i++) {
      SortedMap<Integer, Rational> vector = coordinates.of(fields.get(i));
      Optional<SortedMap<Integer, Rational>> dependence = span.express(vector);
      if (dependence.isPresent()) {
        throw dependent(generators, i, dependence.get());
      }
      span.add(vector);
    }
    return span;
  }

  /** The refusal of generator i, which is this combination of those before it. */
  static BadSetting dependent(
      List<Generator> generators, int i, SortedMap<Integer, Rational> combination) {
    String sum =
        combination.entrySet().stream()
            .map(e -> e.getValue() + " · " + named(generators.get(e.getKey()), e.getKey()))
            .collect(Collectors.joining(" + "));
    return new BadSetting(
        "dependent-generators",
        "Lie algebra",
        "the generator "
            + named(generators.get(i), i)
            + (sum.isEmpty() ? " is zero" : " depends on the others: it is " + sum),
        "Leave it out");
  }

  private static BadSetting open(List<Generator> generators, int i, int j) {
    Generator bracket = LieBracket.of(generators.get(i), generators.get(j));
    return new BadSetting(
        "not-closed",
        "Lie algebra",
        "the bracket of "
            + named(generators.get(i), i)
            + " and "
            + named(generators.get(j), j)
            + " is "
            + bracket.text()
            + ", which is no combination of the generators",
        Closure.offer(generators));
  }

  private static String named(Generator v, int i) {
    return v.name().isEmpty() ? "number " + (i + 1) : v.name();
  }

  /** [vᵢ, vⱼ] by its coefficients. */
  SortedMap<Integer, Rational> bracket(int i, int j) {
    if (i == j) {
      return new TreeMap<>();
    } else if (i < j) {
      return brackets.get(i).get(j - i - 1);
    }
    TreeMap<Integer, Rational> flipped = new TreeMap<>(brackets.get(j).get(i - j - 1));
    flipped.replaceAll((k, c) -> c.negate());
    return flipped;
  }

  /** How many constants with i &lt; j are not 0. */
  int entries() {
    return brackets.stream().flatMap(List::stream).mapToInt(SortedMap::size).sum();
  }

  @Override
  public double get(int i, int j, int k) {
    return exactly(i, j, k).orElse(Rational.ZERO).doubleValue();
  }

  @Override
  public Optional<Rational> exactly(int i, int j, int k) {
    return Optional.of(bracket(i, j).getOrDefault(k, Rational.ZERO));
  }

  @Override
  public double residual() {
    return 0;
  }
}
