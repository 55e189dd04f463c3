package io.github.sindy4j.report;

import java.util.List;

/**
 * One equation {@code state′ = Σ value · term}, or {@code output = Σ value · term}.
 *
 * @param name of the state or the output
 * @param isRate whether the left side is a rate
 * @param terms the terms of its right-hand side; none means that the left side is zero
 */
public record Equation(String name, boolean isRate, List<Term> terms) {
  /** Copies the terms. */
  public Equation {
    terms = List.copyOf(terms);
  }

  /** For the rate of a state. */
  public Equation(String state, List<Term> terms) {
    this(state, true, terms);
  }

  /** For an output of a function. */
  public static Equation ofOutput(String output, List<Term> terms) {
    return new Equation(output, false, terms);
  }

  /** The left side. */
  RichText left() {
    return isRate ? MathText.rate(name) : MathText.label(name);
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
