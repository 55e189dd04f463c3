package io.github.sindy4j.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Σ c_α x^α over the rationals, in m variables.
 *
 * @param variables m
 * @param coefficients c_α ≠ 0 by α
 */
public record Polynomial(int variables, Map<List<Integer>, Rational> coefficients) {
  /** Copies the coefficients without those that are zero. */
  public Polynomial {
    Map<List<Integer>, Rational> kept = new LinkedHashMap<>();
    for (Map.Entry<List<Integer>, Rational> entry : coefficients.entrySet()) {
      List<Integer> alpha = entry.getKey();
      if (alpha.size() != variables || alpha.stream().anyMatch(e -> e < 0)) {
        throw new IllegalArgumentException(
            "Polynomial: the exponents " + alpha + " for " + variables + " variables");
      }
      if (!entry.getValue().isZero()) {
        kept.put(List.copyOf(alpha), entry.getValue());
      }
    }
    coefficients = Collections.unmodifiableMap(kept);
  }

  /** 0. */
  public static Polynomial zero(int variables) {
    return new Polynomial(variables, Map.of());
  }

  /** A constant. */
  public static Polynomial constant(int variables, Rational value) {
    return new Polynomial(variables, Map.of(Collections.nCopies(variables, 0), value));
  }

  /** xᵢ. */
  public static Polynomial variable(int variables, int i) {
    List<Integer> alpha = new ArrayList<>(Collections.nCopies(variables, 0));
    alpha.set(i, 1);
    return monomial(alpha);
  }

  /** x^α. */
  public static Polynomial monomial(List<Integer> alpha) {
    return new Polynomial(alpha.size(), Map.of(alpha, Rational.ONE));
  }

  /** Whether it is 0. */
  public boolean isZero() {
    return coefficients.isEmpty();
  }

  /** The largest |α|; 0 for the zero polynomial. */
  public int degree() {
    return coefficients.keySet().stream()
        .mapToInt(alpha -> alpha.stream().mapToInt(Integer::intValue).sum())
        .max()
        .orElse(0);
  }

  /** this + y. */
  public Polynomial plus(Polynomial y) {
    requireSameVariables(y);
    Map<List<Integer>, Rational> sum = new LinkedHashMap<>(coefficients);
    y.coefficients.forEach((alpha, c) -> sum.merge(alpha, c, Rational::plus));
    return new Polynomial(variables, sum);
  }

  /** this − y. */
  public Polynomial minus(Polynomial y) {
    return plus(y.times(Rational.ONE.negate()));
  }

  /** factor · this. */
  public Polynomial times(Rational factor) {
    Map<List<Integer>, Rational> scaled = new LinkedHashMap<>(coefficients);
    scaled.replaceAll((alpha, c) -> c.times(factor));
    return new Polynomial(variables, scaled);
  }

  /** this · y. */
  public Polynomial times(Polynomial y) {
    requireSameVariables(y);
    Map<List<Integer>, Rational> product = new LinkedHashMap<>();
    coefficients.forEach(
        (alpha, a) ->
            y.coefficients.forEach(
                (beta, b) -> product.merge(sum(alpha, beta), a.times(b), Rational::plus)));
    return new Polynomial(variables, product);
  }

  /** this^e, e ≥ 0. */
  public Polynomial power(int e) {
    Polynomial result = constant(variables, Rational.ONE);
    for (int k = 0; k < e; k++) {
      result = result.times(this);
    }
    return result;
  }

  /** ∂/∂xᵢ. */
  public Polynomial derivative(int i) {
    Map<List<Integer>, Rational> derived = new LinkedHashMap<>();
    coefficients.forEach(
        (alpha, c) -> {
          if (alpha.get(i) > 0) {
            List<Integer> lower = new ArrayList<>(alpha);
            lower.set(i, alpha.get(i) - 1);
            derived.put(lower, c.times(Rational.of(alpha.get(i))));
          }
        });
    return new Polynomial(variables, derived);
  }

  /** Σⱼ vⱼ ∂/∂xⱼ of this: its derivative along a field, which may have fewer components. */
  public Polynomial along(List<Polynomial> v) {
    Polynomial sum = zero(variables);
    for (int j = 0; j < v.size() && !isZero(); j++) {
      // Most terms vanish, so that they are looked at before they are multiplied.
      Polynomial slope = v.get(j).isZero() ? zero(variables) : derivative(j);
      sum = slope.isZero() ? sum : sum.plus(slope.times(v.get(j)));
    }
    return sum;
  }

  /** Whether every coefficient has numerator and denominator up to {@code largest}. */
  public boolean isSimple(long largest) {
    return coefficients.values().stream().allMatch(c -> c.isSimple(largest));
  }

  private void requireSameVariables(Polynomial y) {
    if (variables != y.variables) {
      throw new IllegalArgumentException(
          "Polynomial: one of " + variables + " variables and one of " + y.variables);
    }
  }

  private static List<Integer> sum(List<Integer> alpha, List<Integer> beta) {
    List<Integer> sum = new ArrayList<>(alpha.size());
    for (int k = 0; k < alpha.size(); k++) {
      sum.add(alpha.get(k) + beta.get(k));
    }
    return sum;
  }
}
