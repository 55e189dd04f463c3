package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A formula as Σ number · function, multiplied out only as far as it must be for every function to
 * be known.
 */
final class Expansion {
  private static final Expression ONE = Expression.number(1);
  private static final int HIGHEST_POWER = 20;

  private final Predicate<Expression> isKnown;

  Expansion(Predicate<Expression> isKnown) {
    this.isKnown = isKnown;
  }

  /** The numbers by function; functions that are not known are those that no expansion helps. */
  Map<Expression, Rational> of(Expression formula) {
    Map<Expression, Rational> parts = new LinkedHashMap<>();
    add(formula, Rational.ONE, parts);
    parts.values().removeIf(Rational::isZero);
    return parts;
  }

  private void add(Expression formula, Rational factor, Map<Expression, Rational> parts) {
    if (formula instanceof Num number) {
      parts.merge(ONE, factor.times(Rational.simplest(number.value())), Rational::plus);
    } else if (isKnown.test(formula)) {
      parts.merge(formula, factor, Rational::plus);
    } else if (formula instanceof Sum sum) {
      sum.terms().forEach(term -> add(term, factor, parts));
    } else if (formula instanceof Product product
        && product.factors().get(0) instanceof Num number) {
      List<Expression> rest = product.factors().subList(1, product.factors().size());
      add(Expression.product(rest), factor.times(Rational.simplest(number.value())), parts);
    } else {
      List<Expression> expanded = distributed(formula);
      if (expanded.size() == 1 && expanded.get(0).equals(formula)) {
        parts.merge(formula, factor, Rational::plus);
      } else {
        expanded.forEach(term -> add(term, factor, parts));
      }
    }
  }

  /** The summands of a product of sums and of a sum to a whole power; otherwise the formula. */
  private static List<Expression> distributed(Expression formula) {
    if (formula instanceof Power power
        && power.base() instanceof Sum sum
        && power.exponent() == Math.rint(power.exponent())
        && power.exponent() > 1
        && power.exponent() <= HIGHEST_POWER) {
      List<Expression> lower = distributed(Expression.power(sum, power.exponent() - 1));
      return products(lower, sum.terms());
    } else if (formula instanceof Sum sum) {
      return sum.terms();
    } else if (formula instanceof Product product) {
      List<Expression> terms = List.of(ONE);
      for (Expression factor : product.factors()) {
        terms = products(terms, distributed(factor));
      }
      return terms;
    }
    return List.of(formula);
  }

  private static List<Expression> products(List<Expression> left, List<Expression> right) {
    List<Expression> products = new ArrayList<>();
    for (Expression a : left) {
      for (Expression b : right) {
        products.add(Expression.product(List.of(a, b)));
      }
    }
    return products;
  }
}
