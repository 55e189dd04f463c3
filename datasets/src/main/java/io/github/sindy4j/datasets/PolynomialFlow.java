package io.github.sindy4j.datasets;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** xᵢ' = Σ c x^α, from a table of coefficients and exponents. */
final class PolynomialFlow implements Definition {
  /** c x^α in equation i. */
  private record Monomial(int equation, double coefficient, List<Integer> exponents) {}

  private final Card card;
  private final List<Monomial> monomials;

  /** Each monomial as the variables whose product it is: x²z as 0, 0, 2. */
  private final int[][] factors;

  private PolynomialFlow(Card card, List<Monomial> monomials) {
    this.card = card;
    this.monomials = monomials;
    this.factors = monomials.stream().map(PolynomialFlow::factors).toArray(int[][]::new);
  }

  private static int[] factors(Monomial monomial) {
    List<Integer> exponents = monomial.exponents();
    return IntStream.range(0, exponents.size())
        .flatMap(i -> IntStream.generate(() -> i).limit(exponents.get(i)))
        .toArray();
  }

  /** Equations are lines of name, initial value, terms. */
  static PolynomialFlow of(
      String name, String source, double period, List<List<String>> equations) {
    List<Monomial> monomials = new ArrayList<>();
    double[] start = new double[equations.size()];
    for (int i = 0; i < equations.size(); i++) {
      start[i] = Double.parseDouble(equations.get(i).get(1));
      for (String term : ChaoticSystems.split(equations.get(i).get(2), ';')) {
        List<String> parts = ChaoticSystems.split(term, ':');
        List<Integer> exponents =
            ChaoticSystems.split(parts.get(1), ' ').stream().map(Integer::valueOf).toList();
        monomials.add(new Monomial(i, Double.parseDouble(parts.get(0)), exponents));
      }
    }
    int degree =
        monomials.stream()
            .mapToInt(m -> m.exponents().stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElseThrow();
    Card card =
        new Card(
            name,
            source,
            Schema.of(equations.stream().map(line -> line.get(0)).toArray(String[]::new)),
            List.of(),
            "polynomial:" + degree,
            Plan.of(period / ChaoticSystem.POINTS_PER_PERIOD, 1001, start),
            new Citation(
                "Gilpin, W.",
                2021,
                "Chaos as an interpretable benchmark for forecasting and data-driven modelling",
                "NeurIPS Datasets and Benchmarks"));
    return new PolynomialFlow(card, monomials);
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public void rates(double[] p, double[] x, double[] dx) {
    Arrays.fill(dx, 0, x.length, 0);
    for (int m = 0; m < factors.length; m++) {
      double product = monomials.get(m).coefficient();
      for (int factor : factors[m]) {
        product *= x[factor];
      }
      dx[monomials.get(m).equation()] += product;
    }
  }

  @Override
  public List<Coefficient> coefficients(double[] p) {
    List<String> states = card.schema().stateNames();
    Library library = LibrarySpec.parse(card.library()).over(states);
    List<List<Integer>> all = library.terms().stream().map(term -> term.exponents()).toList();
    return monomials.stream()
        .map(
            m ->
                new Coefficient(
                    states.get(m.equation()),
                    library.termNames().get(all.indexOf(m.exponents())),
                    m.coefficient()))
        .toList();
  }

  /** Its symmetries and conserved quantities are left to be discovered. */
  @Override
  public Structure structure(double[] p) {
    return Structure.NONE;
  }
}
