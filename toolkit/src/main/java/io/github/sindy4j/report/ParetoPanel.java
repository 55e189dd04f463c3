package io.github.sindy4j.report;

import java.util.List;

/**
 * Held-out error against the number of terms, one point for each model on the way.
 *
 * @param candidates the models, in any order
 * @param errorLabel what the error axis says, such as {@code held-out error}
 */
public record ParetoPanel(List<Candidate> candidates, String errorLabel) implements Panel {
  /** Copies the list and checks that there is a candidate. */
  public ParetoPanel {
    candidates = List.copyOf(candidates);
    Checks.require(
        !candidates.isEmpty(), "ParetoPanel: no candidates; leave the panel out instead");
  }

  /**
   * One model.
   *
   * @param terms how many terms it has
   * @param error its held-out error; not finite if it has none
   * @param chosen whether it is the one reported
   */
  public record Candidate(int terms, double error, boolean chosen) {}
}
