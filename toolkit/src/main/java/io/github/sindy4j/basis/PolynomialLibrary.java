package io.github.sindy4j.basis;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * {x^α : |α| ≤ degree}, graded: 1, x, y, x^2, x y, y^2, …; binom(m + degree, degree) terms of m
 * variables.
 *
 * @param degree the largest total degree, at least 0
 * @param constant whether 1 is among the terms
 * @param interactions whether products of different variables are among the terms
 */
public record PolynomialLibrary(int degree, boolean constant, boolean interactions)
    implements LibrarySpec {
  /** Checks the degree. */
  public PolynomialLibrary {
    BadSetting.require(
        degree >= 0 && degree <= 1000,
        "polynomial degree",
        "must be between 0 and 1000 but is " + degree,
        "Degrees from 1 to 5 are usual");
    BadSetting.require(
        constant || degree > 0,
        "polynomial degree",
        "is 0 and there is no constant",
        "Take a degree of at least 1");
  }

  /** All monomials up to this degree. */
  public static PolynomialLibrary ofDegree(int degree) {
    return new PolynomialLibrary(degree, true, true);
  }

  /** The same without the constant 1. */
  public PolynomialLibrary withoutConstant() {
    return new PolynomialLibrary(degree, false, interactions);
  }

  /** The same without products of different variables. */
  public PolynomialLibrary withoutInteractions() {
    return new PolynomialLibrary(degree, constant, false);
  }

  @Override
  public List<Expression> terms(List<String> variables) {
    List<Expression> terms = new ArrayList<>();
    for (int total = constant ? 0 : 1; total <= degree; total++) {
      grow(Expression.number(1), 0, total, variables, terms);
    }
    return terms;
  }

  private void grow(
      Expression prefix, int first, int left, List<String> variables, List<Expression> terms) {
    if (left == 0) {
      terms.add(prefix);
      return;
    }
    for (int i = first; i < variables.size(); i++) {
      Expression factor = Expression.symbol(i, variables.get(i));
      for (int power = left; power >= (interactions ? 1 : left); power--) {
        boolean reachable = power == left || i + 1 < variables.size();
        if (reachable) {
          Expression next = Expression.product(List.of(prefix, Expression.power(factor, power)));
          grow(next, i + 1, left - power, variables, terms);
        }
      }
    }
  }

  @Override
  public long size(int variables) {
    long all =
        interactions
            ? Saturating.binomial((long) variables + degree, degree)
            : 1 + (long) variables * degree;
    return constant ? all : all - 1;
  }

  @Override
  public String text() {
    return "polynomial:"
        + degree
        + (constant ? "" : ",constant=no")
        + (interactions ? "" : ",interactions=no");
  }
}
