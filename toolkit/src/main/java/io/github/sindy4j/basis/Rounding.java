package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Call;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import java.math.BigDecimal;
import java.math.MathContext;

/** Formulas for people: the same formula with fewer digits. Exponents stay as they are. */
public final class Rounding {
  private Rounding() {}

  /** The formula with its numbers rounded to so many significant digits. */
  public static Expression of(Expression e, int digits) {
    if (e instanceof Num n) {
      return Expression.number(rounded(n.value(), digits));
    } else if (e instanceof Sum s) {
      return Expression.sum(s.terms().stream().map(t -> of(t, digits)).toList());
    } else if (e instanceof Product p) {
      return Expression.product(p.factors().stream().map(f -> of(f, digits)).toList());
    } else if (e instanceof Power p) {
      return Expression.power(of(p.base(), digits), p.exponent());
    }
    return e instanceof Call c ? Expression.call(c.function(), of(c.argument(), digits)) : e;
  }

  private static double rounded(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
        : value;
  }
}
