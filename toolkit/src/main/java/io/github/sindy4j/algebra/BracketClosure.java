package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The smallest Lie algebra that holds given generators: brackets are added until none is new. That
 * of affine ones in m variables has at most m (m + 1) dimensions; others may generate without end,
 * so that the dimension is capped.
 */
final class BracketClosure {
  /** The largest dimension that is tried where a generator is not affine. */
  static final int MOST = 60;

  private static final int LONGEST_NAME = 40;

  private final List<Generator> generators = new ArrayList<>();
  private final List<List<Polynomial>> fields = new ArrayList<>();
  private final FieldCoordinates coordinates = new FieldCoordinates();
  private final ExactSpan span = new ExactSpan();
  private int given;

  private BracketClosure() {}

  /** The closure; empty when it exceeds the cap. Generators that depend on others are left out. */
  private static Optional<BracketClosure> of(List<Generator> generators) {
    BracketClosure closure = new BracketClosure();
    int most = generators.stream().allMatch(Generator::isAffine) ? Integer.MAX_VALUE : MOST;
    generators.forEach(v -> closure.add(v, LieBracket.polynomials(v)));
    closure.given = closure.generators.size();
    for (int j = 1; j < closure.generators.size(); j++) {
      for (int i = 0; i < j; i++) {
        closure.addBracket(i, j);
        if (closure.generators.size() > Math.max(most, closure.given)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(closure);
  }

  private void addBracket(int i, int j) {
    List<Polynomial> bracket = LieBracket.of(fields.get(i), fields.get(j));
    SortedMap<Integer, Rational> vector = coordinates.of(bracket);
    if (span.express(vector).isEmpty()) {
      Generator found = LieBracket.of(generators.get(i), generators.get(j));
      add(found.name().length() > LONGEST_NAME ? found.named(found.text()) : found, bracket);
    }
  }

  private void add(Generator v, List<Polynomial> field) {
    SortedMap<Integer, Rational> vector = coordinates.of(field);
    if (span.express(vector).isEmpty()) {
      span.add(vector);
      generators.add(v);
      fields.add(field);
    }
  }

  /** The generators of the closure: the independent ones given, then brackets. */
  static List<Generator> generators(List<Generator> generators) {
    return of(generators)
        .map(closure -> List.copyOf(closure.generators))
        .orElseThrow(
            () ->
                new BadSetting(
                    "no-finite-closure",
                    "Lie algebra",
                    "the brackets of the generators span more than " + MOST + " dimensions",
                    "Generators that are not affine may generate without end; leave some out"));
  }

  /** How many and which generators are missing, as a cure. */
  static String offer(List<Generator> generators) {
    return of(generators)
        .map(
            closure -> {
              List<Generator> missing =
                  closure.generators.subList(closure.given, closure.generators.size());
              return "Their closure has dimension "
                  + closure.generators.size()
                  + "; add "
                  + missing.stream().map(Generator::text).collect(Collectors.joining(", "));
            })
        .orElse(
            "No closure up to dimension "
                + MOST
                + " was found; leave out generators that are not affine");
  }
}
