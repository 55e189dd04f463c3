package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Symbol;
import java.util.Arrays;
import java.util.List;

/**
 * θⱼ as a person reads it.
 *
 * @param name its unique name: {@code 1}, {@code x^2 y}, {@code sin(2 x)}; {@link Expression#parse}
 *     reads it back
 * @param expression the function itself
 * @param exponents for a monomial, the exponent of each variable; empty for any other function
 */
public record Term(String name, Expression expression, List<Integer> exponents) {
  /** Copies the exponents. */
  public Term {
    exponents = List.copyOf(exponents);
  }

  /** The term of a function of {@code variables} variables. */
  static Term of(Expression expression, int variables) {
    return new Term(expression.toString(), expression, exponentsOf(expression, variables));
  }

  /** Whether it is a product of whole non-negative powers of the variables, with factor 1. */
  public boolean isMonomial() {
    return !exponents.isEmpty();
  }

  /** The name, typeset. */
  public String latex() {
    return ExpressionText.latex(expression);
  }

  private static List<Integer> exponentsOf(Expression expression, int variables) {
    int[] exponents = new int[variables];
    List<Expression> factors =
        expression instanceof Product p
            ? p.factors()
            : new Num(1).equals(expression) ? List.of() : List.of(expression);
    for (Expression factor : factors) {
      double exponent = factor instanceof Power p ? p.exponent() : 1;
      Expression base = factor instanceof Power p ? p.base() : factor;
      if (!(base instanceof Symbol s)
          || exponent < 0
          || exponent != Math.rint(exponent)
          || exponent > 1e6) {
        return List.of();
      }
      exponents[s.index()] += (int) exponent;
    }
    return Arrays.stream(exponents).boxed().toList();
  }
}
