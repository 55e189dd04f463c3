package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.ModularNullSpace;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.LieDerivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * null(ξ ↦ L_ξ F) over the rationals, for F with simple rational coefficients and polynomial
 * candidates.
 */
final class ExactNullSpace {
  /**
   * A double that is not meant as a fraction needs numerator times denominator of about 2⁵³ ≈ 10¹⁶.
   */
  private static final double MOST_DIGITS = 1e13;

  /** Beyond this many terms times candidates, brackets of fractions take more than they give. */
  private static final long MOST_ENTRIES = 30_000;

  private static final Rational MINUS = Rational.of(-1);

  private ExactNullSpace() {}

  /**
   * A basis, each vector a map from candidate to entry, c at position q where time may be rescaled;
   * empty where it does not apply.
   */
  static Optional<List<SortedMap<Integer, Rational>>> of(
      Subject subject, List<Generator> candidates, boolean rescaling) {
    Optional<List<Polynomial>> field = field(subject);
    List<Optional<List<Polynomial>>> fields =
        candidates.stream().map(Generator::polynomials).toList();
    if (field.isEmpty() || fields.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    long terms = field.get().stream().mapToLong(p -> p.coefficients().size()).sum();
    if (terms * candidates.size() > MOST_ENTRIES) {
      return Optional.empty();
    }
    Map<List<Integer>, SortedMap<Integer, Rational>> rows = new LinkedHashMap<>();
    for (int a = 0; a < fields.size(); a++) {
      List<Polynomial> v = fields.get(a).orElseThrow();
      addColumn(rows, a, bracket(v, field.get(), subject.isField()));
    }
    if (rescaling) {
      addColumn(rows, candidates.size(), field.get().stream().map(p -> p.times(MINUS)).toList());
    }
    int unknowns = candidates.size() + (rescaling ? 1 : 0);
    return ModularNullSpace.of(unknowns, List.copyOf(rows.values()));
  }

  /** F, if all its terms are monomials and all its coefficients simple. */
  private static Optional<List<Polynomial>> field(Subject subject) {
    Library library = subject.library();
    Matrix w = subject.coefficients();
    if (!LieDerivative.isExactFor(library)) {
      return Optional.empty();
    }
    List<Polynomial> field = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      Map<List<Integer>, Rational> terms = new LinkedHashMap<>();
      for (int j = 0; j < w.cols(); j++) {
        if (w.get(i, j) != 0) {
          Rational value = Rational.simplest(w.get(i, j));
          if (!isSimple(value)) {
            return Optional.empty();
          }
          terms.put(library.terms().get(j).exponents(), value);
        }
      }
      field.add(new Polynomial(library.variables().size(), terms));
    }
    return Optional.of(field);
  }

  static boolean isSimple(Rational value) {
    return value.numerator().abs().doubleValue() * value.denominator().doubleValue() <= MOST_DIGITS;
  }

  /** DF·v − Dv·F, the second part only where values are pushed forward. */
  private static List<Polynomial> bracket(
      List<Polynomial> v, List<Polynomial> f, boolean stretching) {
    List<Polynomial> bracket = new ArrayList<>();
    for (int i = 0; i < f.size(); i++) {
      Polynomial moved = f.get(i).along(v);
      bracket.add(stretching ? moved.minus(v.get(i).along(f)) : moved);
    }
    return bracket;
  }

  private static void addColumn(
      Map<List<Integer>, SortedMap<Integer, Rational>> rows, int column, List<Polynomial> image) {
    for (int i = 0; i < image.size(); i++) {
      int output = i;
      image
          .get(i)
          .coefficients()
          .forEach(
              (alpha, c) -> {
                List<Integer> place = new ArrayList<>(alpha);
                place.add(output);
                rows.computeIfAbsent(place, k -> new TreeMap<>()).put(column, c);
              });
    }
  }
}
