package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.Comparator;
import java.util.List;

/**
 * What a growing weight of promotion makes of candidate symmetries: the singular values of the Lie
 * derivative, how many are kept, and the held-out error, against the weight.
 *
 * @param steps the weights, in any order
 * @param enforced for each defect of a step, whether that candidate ended up enforced
 * @param tolerance singular values up to this one count as kept
 * @param chosen the fraction that was taken
 */
public record PromotionPanel(
    List<Step> steps, List<Boolean> enforced, double tolerance, double chosen) implements Panel {
  /** Sorts the steps and checks that there are two. */
  public PromotionPanel {
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::fraction)).toList();
    enforced = List.copyOf(enforced);
    Checks.require(
        steps.size() >= 2, "PromotionPanel: fewer than two weights; leave the panel out instead");
    for (Step step : steps) {
      Checks.require(
          step.fraction() > 0 && Double.isFinite(step.fraction()),
          "PromotionPanel: a weight must be positive but is " + step.fraction());
      Checks.require(
          step.defects().size() == enforced.size(),
          "PromotionPanel: " + step.defects().size() + " defects of " + enforced.size());
    }
  }

  /**
   * One weight.
   *
   * @param fraction beside the largest useful one
   * @param defects of all candidates, relative
   * @param kept how many of them are within the tolerance
   * @param error the held-out error; NaN where there is none
   */
  public record Step(double fraction, Vec defects, int kept, double error) {}

  /** Whether rows were held out. */
  boolean hasErrors() {
    return steps.stream().anyMatch(step -> Range.isUsable(step.error()) && step.error() > 0);
  }
}
