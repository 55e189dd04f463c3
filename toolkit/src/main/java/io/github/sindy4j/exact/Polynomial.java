package io.github.sindy4j.exact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
    coefficients.forEach(
        (alpha, c) -> {
          if (!c.isZero()) {
            kept.put(List.copyOf(alpha), c);
          }
        });
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
    return monomial(IntStream.range(0, variables).mapToObj(k -> k == i ? 1 : 0).toList());
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
    Map<List<Integer>, Rational> sum = new LinkedHashMap<>(coefficients);
    y.coefficients.forEach((alpha, c) -> sum.merge(alpha, c, Rational::plus));
    return new Polynomial(variables, sum);
  }

  /** factor · this. */
  public Polynomial times(Rational factor) {
    Map<List<Integer>, Rational> scaled = new LinkedHashMap<>();
    coefficients.forEach((alpha, c) -> scaled.put(alpha, c.times(factor)));
    return new Polynomial(variables, scaled);
  }

  /** this · y. */
  public Polynomial times(Polynomial y) {
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
            List<Integer> lower =
                IntStream.range(0, variables)
                    .mapToObj(k -> alpha.get(k) - (k == i ? 1 : 0))
                    .toList();
            derived.put(lower, c.times(Rational.of(alpha.get(i))));
          }
        });
    return new Polynomial(variables, derived);
  }

  /** Whether every coefficient has numerator and denominator up to {@code largest}. */
  public boolean isSimple(long largest) {
    return coefficients.values().stream().allMatch(c -> c.isSimple(largest));
  }

  private static List<Integer> sum(List<Integer> alpha, List<Integer> beta) {
    return IntStream.range(0, alpha.size()).mapToObj(k -> alpha.get(k) + beta.get(k)).toList();
  }
}
