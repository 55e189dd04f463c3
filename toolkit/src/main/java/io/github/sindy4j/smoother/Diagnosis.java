package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Does the library contain the dynamics, and is the noise white? Where both hold, the whitened
 * residuals are white and the defect is no more than errors of the quadrature.
 *
 * @param whiteness of the whitened residuals
 * @param shares √q beside the root mean square of D x, how much a state changes in a step
 * @param ratios twice the logarithm of the likelihood of q beside that of the errors of the
 *     quadrature alone, at the same coefficients; where these are all there is, half of a χ² of one
 *     degree of freedom
 * @param missing functions outside the library that would explain the defect, best first; sought
 *     where something is amiss
 */
public record Diagnosis(Whiteness whiteness, Vec shares, Vec ratios, List<Missing> missing) {
  /** The residuals of an equation that are white are called so but once in a thousand times. */
  public static final double SELDOM = 1e-3;

  /** A ratio that chance reaches once in five thousand times. */
  public static final double LARGE = 12;

  /** Copies the list. */
  public Diagnosis {
    missing = List.copyOf(missing);
  }

  /** The same with functions that are missing. */
  Diagnosis withMissing(List<Missing> newMissing) {
    return new Diagnosis(whiteness, shares, ratios, newMissing);
  }

  /** Whether the residuals of an equation may be white. */
  public boolean isWhite(int equation) {
    return !(whiteness.probabilities().get(equation) < SELDOM);
  }

  /** Whether an equation leaves more open than the quadrature explains. */
  public boolean hasDefect(int equation) {
    return ratios.get(equation) > LARGE;
  }

  /** Whether anything is amiss. */
  public boolean isSuspect() {
    boolean suspect = false;
    for (int i = 0; i < shares.size(); i++) {
      suspect |= !isWhite(i) || hasDefect(i);
    }
    return suspect;
  }
}
