package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Expression.Call;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Power;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Expression.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derivatives of formulas as formulas: ∂e/∂xᵢ, like terms of a sum put together. */
public final class Derivatives {
  private Derivatives() {}

  /**
   * ∂e/∂xᵢ for the variable at position {@code i}; empty when e calls a function of which only the
   * value of the derivative is known, not its formula.
   */
  public static Optional<Expression> of(Expression e, int i) {
    if (e instanceof Num) {
      return Optional.of(Expression.number(0));
    } else if (e instanceof Symbol s) {
      return Optional.of(Expression.number(s.index() == i ? 1 : 0));
    } else if (e instanceof Sum s) {
      List<Optional<Expression>> parts = s.terms().stream().map(t -> of(t, i)).toList();
      return all(parts).map(Derivatives::collected);
    } else if (e instanceof Product p) {
      return product(p.factors(), i);
    } else if (e instanceof Power p) {
      Expression outer =
          times(Expression.number(p.exponent()), Expression.power(p.base(), p.exponent() - 1));
      return of(p.base(), i).map(inner -> times(outer, inner));
    }
    Call call = (Call) e;
    return of(call.argument(), i)
        .flatMap(
            inner ->
                inner.equals(new Num(0))
                    ? Optional.of(inner)
                    : outer(call).map(outer -> times(outer, inner)));
  }

  /** t₁ + t₂ + …, multiplied out over sums where a product holds one, like terms put together. */
  public static Expression collected(List<Expression> terms) {
    Map<Expression, Double> factors = new LinkedHashMap<>();
    for (Expression term : terms) {
      for (Expression part : parts(term)) {
        List<Expression> rest = new ArrayList<>();
        double number = 1;
        for (Expression f : part instanceof Product p ? p.factors() : List.of(part)) {
          if (f instanceof Num n) {
            number *= n.value();
          } else {
            rest.add(f);
          }
        }
        factors.merge(Expression.product(rest), number, Double::sum);
      }
    }
    List<Expression> sum = new ArrayList<>();
    factors.forEach((rest, number) -> sum.add(times(Expression.number(number), rest)));
    sum.removeIf(part -> part.equals(new Num(0)));
    return Expression.sum(sum);
  }

  private static List<Expression> parts(Expression term) {
    if (term instanceof Sum s) {
      return s.terms().stream().flatMap(t -> parts(t).stream()).toList();
    } else if (term instanceof Product p) {
      for (Expression factor : p.factors()) {
        if (factor instanceof Sum s) {
          List<Expression> others = new ArrayList<>(p.factors());
          others.remove(factor);
          Expression rest = Expression.product(others);
          return s.terms().stream().flatMap(t -> parts(times(rest, t)).stream()).toList();
        }
      }
    }
    return List.of(term);
  }

  private static Optional<Expression> product(List<Expression> factors, int i) {
    List<Optional<Expression>> parts = new ArrayList<>();
    for (int k = 0; k < factors.size(); k++) {
      List<Expression> others = new ArrayList<>(factors);
      others.remove(k);
      Expression rest = Expression.product(others);
      parts.add(of(factors.get(k), i).map(derived -> times(derived, rest)));
    }
    return all(parts).map(Derivatives::collected);
  }

  /** f′(u) of f(u). */
  private static Optional<Expression> outer(Call call) {
    return ScalarFunction.STANDARD.contains(call.function())
        ? Optional.of(standard(call, call.argument()))
        : Optional.empty();
  }

  private static Expression standard(Call call, Expression u) {
    return switch (call.function().name()) {
      case "sin" -> f("cos", u);
      case "cos" -> times(Expression.number(-1), f("sin", u));
      case "tan" -> Expression.power(f("cos", u), -2);
      case "exp" -> call;
      case "log" -> Expression.power(u, -1);
      case "sqrt" -> times(Expression.number(0.5), Expression.power(call, -1));
      case "abs" -> f("sign", u);
      case "sign" -> Expression.number(0);
      case "sinh" -> f("cosh", u);
      case "cosh" -> f("sinh", u);
      case "tanh" -> Expression.power(f("cosh", u), -2);
      case "asin" -> Expression.power(f("sqrt", oneAndSquare(u, -1)), -1);
      case "acos" ->
          times(Expression.number(-1), Expression.power(f("sqrt", oneAndSquare(u, -1)), -1));
      case "atan" -> Expression.power(oneAndSquare(u, 1), -1);
      default -> throw new IllegalStateException("no derivative of " + call.function().name());
    };
  }

  private static Expression oneAndSquare(Expression u, double sign) {
    return Expression.sum(
        List.of(Expression.number(1), times(Expression.number(sign), Expression.power(u, 2))));
  }

  private static Expression f(String name, Expression u) {
    return Expression.call(ScalarFunction.standard(name), u);
  }

  private static Expression times(Expression a, Expression b) {
    return Expression.product(List.of(a, b));
  }

  private static Optional<List<Expression>> all(List<Optional<Expression>> parts) {
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }
}
