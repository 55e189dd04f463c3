package io.github.sindy4j.report;

import java.util.List;

/**
 * What was enforced on a model and what it left free.
 *
 * @param statements what was demanded, in the user's words, such as {@code so(2) on (x,y)}
 * @param unknowns the number of coefficients
 * @param free the dimension of the space in which they may lie
 * @param residual by how much the model misses the demands, relative to its norm
 */
public record Enforced(List<String> statements, int unknowns, int free, double residual) {
  /** Copies the list and checks the numbers. */
  public Enforced {
    statements = List.copyOf(statements);
    Checks.require(!statements.isEmpty(), "Enforced: no statements; leave it out instead");
    Checks.require(
        0 <= free && free <= unknowns,
        "Enforced: " + free + " of " + unknowns + " coefficients cannot be free");
  }

  /** {@code so(2) on (x,y): 4 of 20 coefficients free, residual 2e−16}. */
  public String text() {
    return String.join("; ", statements)
        + ": "
        + free
        + " of "
        + Drawing.count(unknowns, "coefficient")
        + " free, residual "
        + UncertainNumber.size(residual, 1);
  }
}
