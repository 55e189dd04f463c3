package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.EchelonForm;
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
 * Rational structure constants of generators that are closed.
 *
 * @param generators v₁ … v_d
 * @param table their brackets
 */
record ExactConstants(List<Generator> generators, ExactTable table) implements StructureConstants {
  private static final int SMALL = 12;

  static ExactConstants of(List<Generator> generators) {
    List<List<Polynomial>> fields = generators.stream().map(LieBracket::polynomials).toList();
    FieldCoordinates coordinates = new FieldCoordinates();
    ExactSpan span = span(generators, coordinates);
    return new ExactConstants(
        generators,
        ExactTable.of(
            fields.size(),
            (i, j) ->
                span.express(coordinates.of(LieBracket.of(fields.get(i), fields.get(j))))
                    .orElseThrow(() -> open(generators, i, j))));
  }

  /**
   * The algebra in coordinates. Its basis is not v but the reduced echelon form of the coefficients
   * of v: whatever the v, fractions stay small. Where that is large and dense all the same,
   * elimination over the rationals would take minutes, and orthonormal coordinates take its place.
   */
  LieCoordinates<?> coordinates(double tolerance) {
    ExactTable reduced = reduced();
    boolean dense = reduced.entries() > 3 * dimension() * dimension();
    return dimension() > SMALL && dense
        ? NumericConstants.of(generators).coordinates(tolerance)
        : new ExactCoordinates(reduced);
  }

  private ExactTable reduced() {
    FieldCoordinates coordinates = new FieldCoordinates();
    List<SortedMap<Integer, Rational>> vectors =
        generators.stream().map(v -> coordinates.of(LieBracket.polynomials(v))).toList();
    EchelonForm form = EchelonForm.of(coordinates.size(), vectors);
    List<List<Polynomial>> fields = new ArrayList<>();
    ExactSpan span = new ExactSpan();
    form.rows()
        .forEach(
            (pivot, row) -> {
              TreeMap<Integer, Rational> vector = new TreeMap<>(row);
              vector.put(pivot, Rational.ONE);
              span.add(vector);
              fields.add(coordinates.field(vector, generators.get(0).variables().size()));
            });
    return ExactTable.of(
        fields.size(),
        (i, j) ->
            span.express(coordinates.of(LieBracket.of(fields.get(i), fields.get(j))))
                .orElseThrow());
  }

  /** Of polynomial generators, each of which must be new to those before it. */
  static ExactSpan span(List<Generator> generators, FieldCoordinates coordinates) {
    ExactSpan span = new ExactSpan();
    for (int i = 0; i < generators.size(); i++) {
      SortedMap<Integer, Rational> vector =
          coordinates.of(LieBracket.polynomials(generators.get(i)));
      Optional<SortedMap<Integer, Rational>> dependence = span.express(vector);
      if (dependence.isPresent()) {
        throw dependent(generators, i, dependence.get());
      }
      span.add(vector);
    }
    return span;
  }

  /** The refusal of generator i, which is this combination of those before it. */
  private static BadSetting dependent(
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
        BracketClosure.offer(generators));
  }

  private static String named(Generator v, int i) {
    return v.name().isEmpty() ? "number " + (i + 1) : v.name();
  }

  @Override
  public int dimension() {
    return table.dimension();
  }

  @Override
  public double get(int i, int j, int k) {
    return table.get(i, j, k).doubleValue();
  }

  @Override
  public Optional<Rational> exactly(int i, int j, int k) {
    return Optional.of(table.get(i, j, k));
  }

  @Override
  public double residual() {
    return 0;
  }
}
