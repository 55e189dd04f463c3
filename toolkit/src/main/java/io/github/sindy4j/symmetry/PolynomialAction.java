package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A generator whose action is polynomial on the domain and on the fibre.
 *
 * @param v v₁ … v_m
 * @param s S, row by row, n×n
 */
record PolynomialAction(List<Polynomial> v, List<List<Polynomial>> s) {
  /**
   * A fraction of so few binary digits is meant as it stands: chance brings the 53 digits of a
   * double to one in 2¹³ at most.
   */
  private static final int SHORT = 40;

  /** Exactly; empty when one of the formulas is no polynomial. */
  static Optional<PolynomialAction> of(Generator xi, Fibre fibre) {
    int m = xi.variables().size();
    return xi.polynomials()
        .flatMap(v -> fibreMap(v, fibre, m).map(s -> new PolynomialAction(v, s)));
  }

  private static Optional<List<List<Polynomial>>> fibreMap(
      List<Polynomial> v, Fibre fibre, int variables) {
    List<List<Polynomial>> s = new ArrayList<>();
    for (int k = 0; k < fibre.outputs(); k++) {
      List<Polynomial> row = new ArrayList<>();
      for (int i = 0; i < fibre.outputs(); i++) {
        if (fibre instanceof Fibre.Pushforward) {
          row.add(v.get(k).derivative(i));
        } else if (fibre instanceof Fibre.Linear linear) {
          Expression entry = linear.rows().get(k).get(i);
          Polynomials.of(entry, variables).ifPresent(row::add);
        } else {
          row.add(Polynomial.zero(variables));
        }
      }
      if (row.size() < fibre.outputs()) {
        return Optional.empty();
      }
      s.add(row);
    }
    return Optional.of(s);
  }

  /** The components of A x. */
  static List<Polynomial> images(GroupElement h) {
    int m = h.variables().size();
    List<Polynomial> images = new ArrayList<>();
    for (int i = 0; i < m; i++) {
      Polynomial image = Polynomial.zero(m);
      for (int j = 0; j < m; j++) {
        Rational entry = Rational.simplest(h.domain().get(i, j));
        image = image.plus(Polynomial.variable(m, j).times(entry));
      }
      images.add(image);
    }
    return Collections.unmodifiableList(images);
  }

  /** By how much the degree of L_ξ F may be above that of F. */
  int rise() {
    int ofDerivative = highest(v.stream()) - 1;
    return Math.max(0, Math.max(ofDerivative, highest(s.stream().flatMap(List::stream))));
  }

  /** Whether v(x) = A x + a and S is constant. */
  boolean isAffine() {
    return highest(v.stream()) <= 1 && highest(s.stream().flatMap(List::stream)) == 0;
  }

  /** Whether every number in it is a short fraction, as irrational numbers in a double are not. */
  boolean isShort() {
    return Stream.concat(v.stream(), s.stream().flatMap(List::stream))
        .flatMap(p -> p.coefficients().values().stream())
        .allMatch(PolynomialAction::isShort);
  }

  /** Whether every number in the element is a short fraction. */
  static boolean isShort(GroupElement h) {
    return Stream.of(h.domain(), h.fibre())
        .allMatch(
            matrix ->
                Arrays.stream(matrix.toArray())
                    .allMatch(entry -> isShort(Rational.simplest(entry))));
  }

  static boolean isShort(Rational c) {
    return c.bits() <= SHORT;
  }

  private static int highest(Stream<Polynomial> polynomials) {
    return polynomials.mapToInt(Polynomial::degree).max().orElse(0);
  }
}
