package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The null space of c ↦ ∇h_c·F over the rationals, for polynomials h and F: exact dimension, and a
 * basis in which each vector has a leading function of its own, the lowest orders first.
 *
 * @param kept the candidates that are independent of those before and of the constant
 * @param basis coefficients of all candidates, whole numbers where these are not too long
 */
record ExactQuantities(List<Integer> kept, List<Vec> basis) {
  /** Above this a coefficient is taken for a rounded number rather than a fraction. */
  private static final long SIMPLE = 1_000_000;

  /** Empty when F or a candidate is no polynomial with simple coefficients. */
  static Optional<ExactQuantities> of(Dynamics dynamics, Library candidates) {
    int n = dynamics.dimension();
    Optional<List<Polynomial>> f =
        dynamics.polynomials().filter(ps -> ps.stream().allMatch(p -> p.isSimple(SIMPLE)));
    List<Polynomial> eta = new ArrayList<>();
    for (Term term : candidates.terms()) {
      Polynomials.of(term.expression(), n).filter(p -> p.isSimple(SIMPLE)).ifPresent(eta::add);
    }
    return eta.size() == candidates.size()
        ? f.map(rates -> of(rates, eta, candidates))
        : Optional.empty();
  }

  private static ExactQuantities of(List<Polynomial> f, List<Polynomial> eta, Library candidates) {
    List<Polynomial> functions =
        eta.stream().map(p -> p.plus(Polynomial.constant(f.size(), constant(p).negate()))).toList();
    List<Integer> kept =
        independent(functions).stream()
            .sorted(
                Comparator.comparingInt(
                    j -> CandidateQuantities.order(candidates.terms().get(j).expression())))
            .toList();
    List<Polynomial> images = kept.stream().map(j -> functions.get(j).along(f)).toList();
    List<SortedMap<Integer, Rational>> nullBasis =
        new ArrayList<>(EchelonForm.of(kept.size(), rows(images)).nullBasis());
    Collections.reverse(nullBasis);
    List<Vec> basis = new ArrayList<>();
    for (SortedMap<Integer, Rational> vector : nullBasis) {
      double[] c = new double[eta.size()];
      vector.forEach((r, v) -> c[kept.get(kept.size() - 1 - r)] = v.doubleValue());
      basis.add(SimpleCoefficients.firstPositive(Vec.adopt(c)));
    }
    return new ExactQuantities(kept.stream().sorted().toList(), basis);
  }

  private static Rational constant(Polynomial p) {
    return p.coefficients().getOrDefault(Collections.nCopies(p.variables(), 0), Rational.ZERO);
  }

  /** Pivots are the last columns, and columns are numbered backwards: the first ones are kept. */
  private static List<Integer> independent(List<Polynomial> functions) {
    int last = functions.size() - 1;
    return EchelonForm.of(functions.size(), rows(functions)).rows().keySet().stream()
        .map(r -> last - r)
        .sorted()
        .toList();
  }

  /** One row for each monomial; the column of function j is size − 1 − j. */
  private static List<Map<Integer, Rational>> rows(List<Polynomial> functions) {
    Map<List<Integer>, Map<Integer, Rational>> rows = new java.util.LinkedHashMap<>();
    for (int j = 0; j < functions.size(); j++) {
      int column = functions.size() - 1 - j;
      functions
          .get(j)
          .coefficients()
          .forEach((alpha, c) -> rows.computeIfAbsent(alpha, k -> new TreeMap<>()).put(column, c));
    }
    return List.copyOf(rows.values());
  }
}
