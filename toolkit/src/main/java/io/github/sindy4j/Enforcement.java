package io.github.sindy4j;

import java.util.List;

/**
 * What was demanded of the coefficients, and how well they satisfy it.
 *
 * @param statements in the user's words
 * @param unknowns the number of coefficients, terms times equations
 * @param freeCoefficients how many numbers the equalities leave free
 * @param residual the largest ‖A w − d‖/(‖A‖ ‖w‖ + ‖d‖) over the demands; of inequalities the part
 *     that exceeds them
 */
public record Enforcement(
    List<String> statements, int unknowns, int freeCoefficients, double residual) {
  /** Copies the list and checks the numbers. */
  public Enforcement {
    statements = List.copyOf(statements);
    if (statements.isEmpty() || freeCoefficients < 0 || freeCoefficients > unknowns) {
      throw new IllegalArgumentException(
          "Enforcement: %d statements, %d of %d coefficients free"
              .formatted(statements.size(), freeCoefficients, unknowns));
    }
  }
}
