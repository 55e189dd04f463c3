package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * The answer to a {@link PenalisedProblem}, with what is known of it.
 *
 * @param coefficients w; C w = d to rounding
 * @param value what is minimised, at w
 * @param dualValue no w with C w = d has a smaller value than this
 * @param duals Λₖ of each penalty
 * @param images the zₖ ≈ Aₖ w that the proximal maps left: exactly sparse, or of exact rank
 * @param constraintResidual ‖C w − d‖, beside ‖d‖ unless that is 0
 * @param outcome why it stopped
 */
public record PenalisedMinimum(
    Vec coefficients,
    double value,
    double dualValue,
    List<Vec> duals,
    List<Vec> images,
    double constraintResidual,
    Outcome outcome) {
  /** Copies the lists. */
  public PenalisedMinimum {
    duals = List.copyOf(duals);
    images = List.copyOf(images);
  }

  /** (value − dual value) / value, at least 0; 0 where the value is. */
  public double gap() {
    return value == 0 ? 0 : Math.max(0, (value - dualValue) / value);
  }
}
