package io.github.sindy4j.discovery;

import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.Verdict;

/**
 * What was found out about one discrete transformation.
 *
 * @param element h
 * @param reversing whether it runs time backwards: F∘h = −h F
 * @param defect ρ(h) = ‖K_h F − F‖ / √(‖K_h F‖² + ‖F‖²), in L2 over a box that holds the region and
 *     its images under h, with one unit for all states that h mixes
 * @param uncertainty how far ρ could be off by the freedom of the fit
 * @param verdict HELD, BROKEN or UNDECIDABLE at the tolerance of the search
 * @param exact whether every coefficient of F fits, without rounding
 */
public record ElementFinding(
    GroupElement element,
    boolean reversing,
    double defect,
    double uncertainty,
    Verdict verdict,
    boolean exact) {
  /** Whether the verdict is HELD. */
  public boolean isHeld() {
    return verdict == Verdict.HELD;
  }

  @Override
  public String toString() {
    return element.name()
        + "  "
        + verdict
        + "  defect "
        + Finding.number(defect)
        + (uncertainty == 0 ? "" : " ± " + Finding.number(uncertainty));
  }
}
