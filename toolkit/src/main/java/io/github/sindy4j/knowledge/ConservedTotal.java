package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A quantity h that no motion changes, such as {@code A + B + C} or {@code x^2 + y^2}: ∇h(x) · F(x)
 * = 0 for every x, which is linear in W.
 *
 * <p>Where h and the library are polynomials every monomial of ∇h · W θ gives one exact row. Where
 * ∇h is constant, every term gives one: θ's that are different functions cannot cancel. Otherwise
 * rows are sampled at generic points: see {@link SampledConservation}.
 *
 * @param text h as the user writes it
 */
public record ConservedTotal(String text) implements Knowledge {
  /** Strips the text. */
  public ConservedTotal {
    text = text.strip();
  }

  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    Schema schema = Words.ofRates(text, sides);
    Words words = new Words(text, library, schema);
    Expression h = words.formula(text, 1);
    int states = schema.states().size();
    requireStates(h, schema);
    Optional<Polynomial> polynomial = Polynomials.of(h, library.variables().size());
    boolean isMonomialLibrary = library.terms().stream().allMatch(Term::isMonomial);
    if (polynomial.isPresent() && polynomial.get().degree() <= 1) {
      return List.of(exact(linear(polynomial.get(), library, states)));
    } else if (polynomial.isPresent() && isMonomialLibrary) {
      return List.of(exact(polynomial(polynomial.get(), library, states)));
    }
    return List.of(
        new Demand(
            statement(),
            Demand.Relation.EQUAL,
            new SampledConservation(text, h, library, states, region.get()).rows(),
            false));
  }

  private String statement() {
    return text + " is conserved";
  }

  private Demand exact(List<Demand.Row> rows) {
    return new Demand(statement(), Demand.Relation.EQUAL, rows, true);
  }

  /** Σᵢ cᵢ W_ij = 0 for every term j. */
  private static List<Demand.Row> linear(Polynomial h, Library library, int states) {
    List<Demand.Row> rows = new ArrayList<>();
    for (int j = 0; j < library.size(); j++) {
      SortedMap<Integer, Rational> row = new TreeMap<>();
      for (int i = 0; i < states; i++) {
        for (Rational c : h.derivative(i).coefficients().values()) {
          row.put(i * library.size() + j, c);
        }
      }
      rows.add(new Demand.Row(row, Rational.ZERO));
    }
    return rows;
  }

  /** One row for each monomial of Σᵢⱼ W_ij ∂h/∂xᵢ θⱼ. */
  private static List<Demand.Row> polynomial(Polynomial h, Library library, int states) {
    Map<List<Integer>, SortedMap<Integer, Rational>> rows = new LinkedHashMap<>();
    for (int i = 0; i < states; i++) {
      Polynomial slope = h.derivative(i);
      for (int j = 0; j < library.size(); j++) {
        int position = i * library.size() + j;
        slope
            .times(Polynomial.monomial(library.terms().get(j).exponents()))
            .coefficients()
            .forEach(
                (alpha, c) ->
                    rows.computeIfAbsent(alpha, a -> new TreeMap<>())
                        .merge(position, c, Rational::plus));
      }
    }
    return rows.values().stream().map(row -> new Demand.Row(row, Rational.ZERO)).toList();
  }

  private void requireStates(Expression h, Schema schema) {
    int states = schema.states().size();
    if (h.parts().noneMatch(part -> part instanceof Expression.Symbol)) {
      throw new BadSetting(
          "bad-statement",
          "'" + text + "'",
          "it depends on no state, so it is conserved whatever the equations",
          "Name a quantity like " + String.join(" + ", schema.stateNames()));
    }
    IntStream.range(0, schema.controls().size())
        .filter(c -> h.dependsOn(states + c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new BadSetting(
                  "bad-statement",
                  "'" + text + "'",
                  "it depends on the control "
                      + schema.controlNames().get(c)
                      + ", which changes by itself",
                  "Name a quantity of the states " + schema.stateNames());
            });
  }

  @Override
  public String option() {
    return "conserve";
  }
}
