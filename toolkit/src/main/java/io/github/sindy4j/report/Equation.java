package io.github.sindy4j.report;

import java.util.List;

/**
 * One equation {@code state′ = Σ value · term}.
 *
 * @param state the state whose rate it gives
 * @param terms the terms of its right-hand side; none means that the rate is zero
 */
public record Equation(String state, List<Term> terms) {
  /** Copies the terms. */
  public Equation {
    terms = List.copyOf(terms);
  }

  /**
   * One term with its coefficient.
   *
   * @param name the term as text, such as {@code x^2 y}; {@code 1} is the constant
   * @param value the coefficient
   * @param halfWidth half the width of its 95 % interval; 0 if it is exact, NaN if it is unknown
   */
  public record Term(String name, double value, double halfWidth) {}
}
