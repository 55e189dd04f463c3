package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * What a search for the least rank has found.
 *
 * @param coefficients w; when nothing was found, the interpolant that came nearest to the last rank
 * @param uniqueness whether w is certified as the only one, and the numbers
 * @param trials rank by rank, what was tried
 * @param outcome {@link Outcome.Converged} when w fits and has one of the ranks that were tried
 */
public record MinimumRankFit(
    Vec coefficients, Uniqueness uniqueness, List<RankTrial> trials, Outcome outcome) {
  /** Copies the list. */
  public MinimumRankFit {
    trials = List.copyOf(trials);
  }

  /** Whether a fit of low rank was found. */
  public boolean isFound() {
    return outcome instanceof Outcome.Converged;
  }

  /** Whether it is certified as the only one of its component. */
  public boolean isCertified() {
    return isFound() && uniqueness.isCertified();
  }

  /** The numerical rank of L(w). */
  public int rank() {
    return uniqueness.evidence().rank();
  }

  /** The largest singular value of L(w) beyond its rank, beside the largest of all. */
  public double tail() {
    return uniqueness.evidence().tail();
  }

  /** ‖Θ w − y‖ / ‖y − ȳ‖. */
  public double residual() {
    return uniqueness.evidence().residual();
  }

  /** What may be said to a user. */
  public String text() {
    if (outcome instanceof Outcome.Infeasible) {
      return outcome.text();
    }
    int starts = trials.stream().mapToInt(RankTrial::starts).sum();
    if (!isFound()) {
      return trials.isEmpty()
          ? "no rank was tried"
          : "no fit of rank %d to %d was found from %d starts; there may be one all the same"
              .formatted(trials.get(0).rank(), trials.get(trials.size() - 1).rank(), starts);
    }
    return "fit of rank %d, found at start %d. %s".formatted(rank(), starts, uniqueness.text());
  }
}
