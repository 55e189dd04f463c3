package io.github.sindy4j;

import java.util.List;

/**
 * What was demanded of the coefficients, and how well they satisfy it.
 *
 * @param statements everything that was demanded, in the user's words
 * @param symmetries those of them that are symmetries
 * @param unknowns the number of coefficients, terms times equations
 * @param freeCoefficients how many numbers the equalities leave free
 * @param residual the largest ‖A w − d‖/(‖A‖ ‖w‖ + ‖d‖) over the demands; of inequalities the part
 *     that exceeds them
 */
public record Enforcement(
    List<String> statements,
    List<String> symmetries,
    int unknowns,
    int freeCoefficients,
    double residual) {
  /** Copies the lists and checks the numbers. */
  public Enforcement {
    statements = List.copyOf(statements);
    symmetries = List.copyOf(symmetries);
    if (statements.isEmpty() || freeCoefficients < 0 || freeCoefficients > unknowns) {
      throw new IllegalArgumentException(
          "Enforcement: %d statements, %d of %d coefficients free"
              .formatted(statements.size(), freeCoefficients, unknowns));
    }
  }

  /** The statements that are no symmetries. */
  public List<String> others() {
    return statements.stream().filter(s -> !symmetries.contains(s)).toList();
  }
}
