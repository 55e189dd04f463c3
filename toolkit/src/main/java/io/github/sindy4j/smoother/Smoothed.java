package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.Subset;
import java.util.List;

/**
 * Where a run has come to.
 *
 * @param at where its last round set out from
 * @param end states, model and variances
 * @param found the fit in coordinates
 * @param triangle of the whitened rows, over the coordinates
 * @param penalty for a term, in that round
 * @param criterion χ² + log det S + pen · k
 * @param residualVariance s² of the whole library
 * @param rows n
 * @param residuals the whitened residuals of each piece
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
    List<double[]> residuals,
    int rounds,
    boolean converged) {
  /**
   * Whether it has the same coordinates as another, and none of them has moved by more than so many
   * standard errors.
   */
  boolean isStill(Smoothed before, double most) {
    Subset old = before.found;
    boolean still = found.terms().equals(old.terms());
    for (int j = 0; still && j < found.terms().size(); j++) {
      double moved = Math.abs(found.coefficients().get(j) - old.coefficients().get(j));
      still = moved <= most * found.factor().row(j).norm();
    }
    return still;
  }

  /** The same after so many rounds. */
  Smoothed after(int count, boolean still) {
    return new Smoothed(
        at,
        end,
        found,
        triangle,
        penalty,
        criterion,
        residualVariance,
        rows,
        residuals,
        count,
        still);
  }
}
