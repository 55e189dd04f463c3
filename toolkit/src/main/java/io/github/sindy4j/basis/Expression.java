package io.github.sindy4j.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A formula over named variables, in a canonical form: sums are flat; products are flat, their
 * numbers multiplied into one in front, powers of one base merged, variables in their order before
 * everything else, and of that the denominators last.
 *
 * <p>Two formulas that read the same are equal. Their text is what {@link #parse} reads back.
 */
public sealed interface Expression {
  /** A constant. */
  record Num(double value) implements Expression {
    /** There is one zero: −0 reads like 0. */
    public Num {
      value += 0.0;
    }

    // What Java makes for records is put together at the first call, which takes longer than this.
    @Override
    public boolean equals(Object other) {
      return other instanceof Num that && Double.compare(value, that.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }

    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** The variable with this position among the inputs. */
  record Symbol(int index, String name) implements Expression {
    @Override
    public boolean equals(Object other) {
      return other instanceof Symbol that && index == that.index && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return 31 * index + name.hashCode();
    }

    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** t₁ + t₂ + …, at least two. */
  record Sum(List<Expression> terms) implements Expression {
    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** f₁ f₂ …, at least two. */
  record Product(List<Expression> factors) implements Expression {
    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** b^e, e ≠ 0, 1. */
  record Power(Expression base, double exponent) implements Expression {
    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** f(a). */
  record Call(ScalarFunction function, Expression argument) implements Expression {
    @Override
    public String toString() {
      return ExpressionText.plain(this);
    }
  }

  /** Reads a formula such as {@code sin(2 x) y^2/(1 + z)}; nothing is ever executed. */
  static Expression parse(String text, List<String> variables) {
    return parse(text, variables, List.of());
  }

  /** The same, with further functions that it may call. */
  static Expression parse(String text, List<String> variables, List<ScalarFunction> functions) {
    return new ExpressionParser(text, variables, functions).parse();
  }

  /** The variable {@code name} at position {@code index}. */
  static Expression symbol(int index, String name) {
    return new Symbol(index, name);
  }

  /** A constant. */
  static Expression number(double value) {
    return new Num(value);
  }

  /** f(a); a constant where a is one. */
  static Expression call(ScalarFunction function, Expression argument) {
    return argument instanceof Num a
        ? new Num(function.value().applyAsDouble(a.value()))
        : new Call(function, argument);
  }

  /** t₁ + t₂ + …, in the order given, numbers added into one at the place of the first. */
  static Expression sum(List<Expression> terms) {
    List<Expression> flat = new ArrayList<>();
    for (Expression term : terms) {
      flat.addAll(term instanceof Sum s ? s.terms() : List.of(term));
    }
    double constant = flat.stream().mapToDouble(t -> t instanceof Num n ? n.value() : 0).sum();
    List<Expression> kept = new ArrayList<>();
    boolean placed = constant == 0;
    for (Expression term : flat) {
      if (!(term instanceof Num)) {
        kept.add(term);
      } else if (!placed) {
        kept.add(new Num(constant));
        placed = true;
      }
    }
    return kept.isEmpty()
        ? new Num(constant)
        : kept.size() == 1 ? kept.get(0) : new Sum(List.copyOf(kept));
  }

  /** f₁ f₂ …, in canonical form. */
  static Expression product(List<Expression> factors) {
    double number = 1;
    Map<Expression, Double> exponents = new LinkedHashMap<>();
    List<Expression> open = new ArrayList<>(factors);
    while (!open.isEmpty()) {
      Expression factor = open.remove(0);
      if (factor instanceof Product p) {
        open.addAll(0, p.factors());
      } else if (factor instanceof Num n) {
        number *= n.value();
      } else if (factor instanceof Power p) {
        exponents.merge(p.base(), p.exponent(), Double::sum);
      } else {
        exponents.merge(factor, 1.0, Double::sum);
      }
    }
    List<Expression> kept = new ArrayList<>();
    exponents.entrySet().stream()
        .sorted(Expression::order)
        .filter(e -> e.getValue() != 0)
        .forEach(e -> kept.add(power(e.getKey(), e.getValue())));
    if (number == 0 || kept.isEmpty()) {
      return new Num(number);
    }
    if (number != 1) {
      kept.add(0, new Num(number));
    }
    return kept.size() == 1 ? kept.get(0) : new Product(List.copyOf(kept));
  }

  /** b^e; (b^d)^e is merged where that is exact for every real b. */
  static Expression power(Expression base, double exponent) {
    if (exponent == 0) {
      return new Num(1);
    }
    if (exponent == 1) {
      return base;
    }
    if (base instanceof Num n) {
      return new Num(Math.pow(n.value(), exponent));
    }
    boolean whole = exponent == Math.rint(exponent);
    if (whole && base instanceof Power p) {
      // (b^0.5)^2 is undefined for negative b, as b is not; (b^0.5)^3 and b^1.5 both are.
      boolean inner = p.exponent() == Math.rint(p.exponent());
      double merged = p.exponent() * exponent;
      if (inner || merged != Math.rint(merged)) {
        return power(p.base(), merged);
      }
    }
    if (whole && base instanceof Product p) {
      return product(p.factors().stream().map(f -> power(f, exponent)).toList());
    }
    return new Power(base, exponent);
  }

  /** This formula and all formulas that it is made of, from the outside in. */
  default Stream<Expression> parts() {
    List<Expression> within =
        this instanceof Sum s
            ? s.terms()
            : this instanceof Product p
                ? p.factors()
                : this instanceof Power p
                    ? List.of(p.base())
                    : this instanceof Call c ? List.of(c.argument()) : List.of();
    return Stream.concat(Stream.of(this), within.stream().flatMap(Expression::parts));
  }

  /** The functions that it calls, each as often as it does. */
  default List<ScalarFunction> functions() {
    return parts()
        .flatMap(p -> p instanceof Call c ? Stream.of(c.function()) : Stream.empty())
        .toList();
  }

  /** Whether the variable at this position occurs in it. */
  default boolean dependsOn(int variable) {
    return parts().anyMatch(part -> part instanceof Symbol s && s.index() == variable);
  }

  /** Variables before all else, denominators last. */
  private static int order(Map.Entry<Expression, Double> a, Map.Entry<Expression, Double> b) {
    int ranks = Integer.compare(rank(a.getKey()), rank(b.getKey()));
    return ranks == 0 ? Boolean.compare(a.getValue() < 0, b.getValue() < 0) : ranks;
  }

  private static int rank(Expression base) {
    return base instanceof Symbol s ? s.index() : Integer.MAX_VALUE;
  }
}
