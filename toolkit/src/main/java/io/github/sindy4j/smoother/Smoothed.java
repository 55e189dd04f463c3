package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.Subset;

/**
 * Where a run has come to.
 *
 * @param at where the terms were chosen, and {@code triangle} comes from
 * @param end states, model and variances
 * @param found the fit in coordinates
 * @param triangle of the whitened rows, over the coordinates
 * @param penalty for a term, in that round
 * @param criterion χ² + log det S + pen · k
 * @param residualVariance s² of the whole library
 * @param rows n
 * @param rounds how many it took
 * @param converged whether it came to rest
 */
record Smoothed(
    Iterate at,
    Iterate end,
    Subset found,
    Matrix triangle,
    double penalty,
    double criterion,
    double residualVariance,
    int rows,
    int rounds,
    boolean converged) {
  private static final double STILL = 0.2;

  /** Whether it has the same coordinates as another. */
  boolean hasTermsOf(Smoothed other) {
    return found.terms().equals(other.found.terms());
  }

  /** Whether, besides, none of them differs by more than a fifth of its standard error. */
  boolean isStillAs(Smoothed other) {
    boolean still = hasTermsOf(other);
    for (int j = 0; still && j < found.terms().size(); j++) {
      double moved = Math.abs(found.coefficients().get(j) - other.found.coefficients().get(j));
      still = moved <= STILL * found.factor().row(j).norm();
    }
    return still;
  }

  /** The same after so many rounds. */
  Smoothed after(int count, boolean still) {
    return new Smoothed(
        at, end, found, triangle, penalty, criterion, residualVariance, rows, count, still);
  }
}
