package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Expression.Symbol;
import io.github.sindy4j.exact.MonomialIndex;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Expressions that are polynomials, and polynomials as expressions. */
public final class Polynomials {
  /** Beyond this, multiplying out would take more than it gives. */
  private static final long MOST_TERMS = 20_000;

  private Polynomials() {}

  /**
   * The formula multiplied out, each number as the simplest fraction that rounds to it; empty when
   * it is no polynomial.
   */
  public static Optional<Polynomial> of(Expression e, int variables) {
    if (e instanceof Num n) {
      return Double.isFinite(n.value())
          ? Optional.of(Polynomial.constant(variables, Rational.simplest(n.value())))
          : Optional.empty();
    } else if (e instanceof Symbol s) {
      return Optional.of(Polynomial.variable(variables, s.index()));
    } else if (e instanceof Sum s) {
      return all(s.terms(), variables).map(parts -> sum(parts, variables));
    } else if (e instanceof Product p) {
      return all(p.factors(), variables).map(parts -> product(parts, variables));
    } else if (e instanceof Power p && isWhole(p.exponent())) {
      return of(p.base(), variables)
          .filter(base -> fits(base, variables, (int) p.exponent()))
          .map(base -> base.power((int) p.exponent()));
    }
    return Optional.empty();
  }

  /** The polynomial as a sum of monomials, by degree, in the order of a polynomial library. */
  public static Expression expression(Polynomial p, List<String> variables) {
    MonomialIndex order = new MonomialIndex(p.variables(), p.degree());
    List<Expression> terms = new ArrayList<>();
    p.coefficients().entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> order.of(entry.getKey())))
        .forEach(
            entry -> {
              List<Expression> factors = new ArrayList<>();
              factors.add(Expression.number(entry.getValue().doubleValue()));
              for (int i = 0; i < variables.size(); i++) {
                int exponent = entry.getKey().get(i);
                factors.add(Expression.power(Expression.symbol(i, variables.get(i)), exponent));
              }
              terms.add(Expression.product(factors));
            });
    return Expression.sum(terms);
  }

  private static boolean isWhole(double exponent) {
    return exponent == Math.rint(exponent) && exponent > 0 && exponent <= 1000;
  }

  private static boolean fits(Polynomial base, int variables, int exponent) {
    return base.coefficients().size() <= 1
        || MonomialIndex.size(variables, base.degree() * exponent) <= MOST_TERMS;
  }

  private static Optional<List<Polynomial>> all(List<Expression> parts, int variables) {
    List<Polynomial> polynomials = new ArrayList<>();
    for (Expression part : parts) {
      Optional<Polynomial> polynomial = of(part, variables);
      if (polynomial.isEmpty()) {
        return Optional.empty();
      }
      polynomials.add(polynomial.get());
    }
    return Optional.of(polynomials);
  }

  private static Polynomial sum(List<Polynomial> parts, int variables) {
    return parts.stream().reduce(Polynomial.zero(variables), Polynomial::plus);
  }

  private static Polynomial product(List<Polynomial> parts, int variables) {
    return parts.stream().reduce(Polynomial.constant(variables, Rational.ONE), Polynomial::times);
  }
}
