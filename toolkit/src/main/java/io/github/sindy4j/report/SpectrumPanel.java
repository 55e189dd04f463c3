package io.github.sindy4j.report;

import io.github.sindy4j.symmetry.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The spectrum of a Lie derivative: the relative defect of every candidate generator, in ascending
 * order. Where it jumps, symmetries end.
 *
 * @param candidates the candidates, in any order
 * @param tolerance the largest defect with which a generator counts as held
 */
public record SpectrumPanel(List<Candidate> candidates, double tolerance) implements Panel {
  /** A defect no larger than this cannot be told from zero. */
  public static final double ZERO = 1e-16;

  /** Sorts the candidates and checks that there is one. */
  public SpectrumPanel {
    candidates = candidates.stream().sorted(Comparator.comparingDouble(Candidate::defect)).toList();
    Checks.require(
        !candidates.isEmpty(), "SpectrumPanel: no candidates; leave the panel out instead");
  }

  /**
   * One generator, orthogonal to the others.
   *
   * @param name its name; it may be empty, and is shown only if it is held
   * @param defect ‖L_F v‖ relative to ‖v‖ and to the model: 0 for an exact symmetry
   * @param verdict what this says of it
   */
  public record Candidate(String name, double defect, Verdict verdict) {}

  /** How many candidates have this verdict. */
  int count(Verdict verdict) {
    return (int) candidates.stream().filter(c -> c.verdict() == verdict).count();
  }

  /** How many candidates stand before the gap: all up to the last that is held. */
  int before() {
    for (int i = candidates.size(); i > 0; i--) {
      if (candidates.get(i - 1).verdict() == Verdict.HELD) {
        return i;
      }
    }
    return 0;
  }
}
