package io.github.sindy4j.basis;

import java.util.List;

/**
 * θⱼ as a person reads it.
 *
 * @param name its unique name: {@code 1}, {@code x^2 y}, {@code sin(2 x)}; {@link Expression#parse} reads it back
 * @param latex the same, typeset
 * @param exponents for a monomial, the exponent of each variable; empty for any other function
 */
public record Term(String name, String latex, List<Integer> exponents) {
  /** Copies the exponents. */
  public Term {
    exponents = List.copyOf(exponents);
  }

  /** Whether it is a product of powers of the variables. */
  public boolean isMonomial() {
    return !exponents.isEmpty();
  }
}
