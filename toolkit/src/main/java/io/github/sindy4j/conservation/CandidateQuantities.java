package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Expression.Call;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Expression.Symbol;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.ScalarFunction;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The functions among which conserved quantities are sought when the user names none: all monomials
 * up to the largest degree ≤ 4 that leaves at most 120 of them (degree 2 up to 30 states, then 1),
 * and the functions whose gradients give the terms of the model that are no monomials.
 *
 * <ul>
 *   <li>b^e with e negative or not whole gives b^(e+1), and every variable times it; for e = −1,
 *       where b^(e+1) is constant, log(b) takes its place: x/(x²+y²)^1.5 gives 1/r, x/r, y/r, …
 *   <li>sin(u) and cos(u) give both; any other function of u gives itself, log(u) also u log(u).
 *   <li>a state x that is positive in the region and a factor of its own rate, x' = x g, gives
 *       log(x): its logarithm obeys (log x)' = g.
 * </ul>
 */
final class CandidateQuantities {
  private static final int MOST_MONOMIALS = 120;

  private final Dynamics dynamics;
  private final Set<Expression> further = new LinkedHashSet<>();

  private CandidateQuantities(Dynamics dynamics) {
    this.dynamics = dynamics;
  }

  /** The library for this model in this region. */
  static Library of(Dynamics dynamics, Region region) {
    CandidateQuantities candidates = new CandidateQuantities(dynamics);
    dynamics.rates().forEach(candidates::collect);
    for (int i = 0; i < dynamics.dimension(); i++) {
      if (region.lower().get(i) >= 0 && isFactor(i, dynamics.rates().get(i))) {
        candidates.further.add(call("log", candidates.variable(i)));
      }
    }
    int n = dynamics.dimension();
    List<Expression> all =
        new ArrayList<>(
            PolynomialLibrary.ofDegree(degree(n)).withoutConstant().terms(dynamics.states()));
    all.addAll(candidates.further);
    return Library.of(dynamics.states(), all);
  }

  /**
   * The order of a function: the degree of a polynomial, where every base of a power or argument of
   * a function counts as one further variable. Quantities are sought order by order.
   */
  static int order(Expression e) {
    if (e instanceof Num) {
      return 0;
    } else if (e instanceof Sum s) {
      return s.terms().stream().mapToInt(CandidateQuantities::order).max().orElse(0);
    } else if (e instanceof Product p) {
      return p.factors().stream().mapToInt(CandidateQuantities::order).sum();
    } else if (e instanceof Power p && p.exponent() > 0 && isWhole(p.exponent())) {
      return ((int) p.exponent()) * order(p.base());
    }
    return 1;
  }

  private static int degree(int n) {
    for (int degree = 4; degree > 2; degree--) {
      if (PolynomialLibrary.ofDegree(degree).withoutConstant().size(n) <= MOST_MONOMIALS) {
        return degree;
      }
    }
    return n <= 30 ? 2 : 1;
  }

  private static boolean isFactor(int i, Expression rate) {
    List<Expression> terms = rate instanceof Sum s ? s.terms() : List.of(rate);
    return terms.stream().allMatch(term -> hasFactor(i, term));
  }

  private static boolean hasFactor(int i, Expression term) {
    List<Expression> factors = term instanceof Product p ? p.factors() : List.of(term);
    return factors.stream()
        .map(f -> f instanceof Power p && p.exponent() > 0 ? p.base() : f)
        .anyMatch(f -> f instanceof Symbol s && s.index() == i);
  }

  private void collect(Expression e) {
    if (e instanceof Sum s) {
      s.terms().forEach(this::collect);
    } else if (e instanceof Product p) {
      p.factors().forEach(this::collect);
    } else if (e instanceof Power p) {
      collectPower(p.base(), p.exponent());
    } else if (e instanceof Call c) {
      collectCall(c);
    }
  }

  private void collectPower(Expression base, double exponent) {
    if (base instanceof Call c && c.function().name().equals("sqrt")) {
      collectPower(c.argument(), exponent / 2);
      return;
    }
    collect(base);
    if (exponent < 0 || !isWhole(exponent)) {
      integral(base, exponent + 1);
    }
  }

  private void collectCall(Call c) {
    String name = c.function().name();
    Expression u = c.argument();
    collect(u);
    switch (name) {
      case "sqrt" -> integral(u, 1.5);
      case "sin", "cos" -> {
        further.add(call("sin", u));
        further.add(call("cos", u));
      }
      case "log" -> {
        further.add(c);
        further.add(Expression.product(List.of(u, c)));
      }
      default -> further.add(c);
    }
  }

  /** b^e and the variables times it. */
  private void integral(Expression base, double exponent) {
    Expression power = exponent == 0 ? call("log", base) : power(base, exponent);
    further.add(power);
    for (int i = 0; i < dynamics.dimension(); i++) {
      Expression product = Expression.product(List.of(variable(i), power));
      if (!isPolynomial(product)) {
        further.add(product);
      }
    }
  }

  /** b^e, as √b or 1/√b where it is that. */
  private static Expression power(Expression base, double exponent) {
    return Math.abs(exponent) == 0.5
        ? Expression.power(call("sqrt", base), 2 * exponent)
        : Expression.power(base, exponent);
  }

  private boolean isPolynomial(Expression e) {
    return Polynomials.of(e, dynamics.dimension()).isPresent();
  }

  private Expression variable(int i) {
    return Expression.symbol(i, dynamics.states().get(i));
  }

  private static Expression call(String name, Expression u) {
    return Expression.call(ScalarFunction.standard(name), u);
  }

  private static boolean isWhole(double exponent) {
    return exponent == Math.rint(exponent);
  }
}
