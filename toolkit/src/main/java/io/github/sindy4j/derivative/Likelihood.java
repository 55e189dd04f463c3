package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.StateSpaceSmoother.Evidence;
import io.github.sindy4j.linalg.Vec;

/**
 * −2 log of the restricted likelihood of one column, but for a constant: (n − m) log s + log det
 * when the noise is unknown, s/σ² + log det when it is known, m the number of unknown means and
 * starts.
 */
final class Likelihood {
  /** Squared residuals below this part of the squares of the data are rounding. */
  private static final double ROUNDING = 1e-30;

  private final Weight weight;
  private final int samples;
  private final double smallest;

  Likelihood(Weight weight, double[] y) {
    this.weight = weight;
    this.samples = y.length;
    double norm = Vec.of(y).norm();
    this.smallest = Math.max(Double.MIN_NORMAL, ROUNDING * norm * norm);
  }

  double score(Evidence evidence, int unknowns) {
    if (weight instanceof Weight.OfNoise known) {
      return evidence.squares() / (known.sigma() * known.sigma()) + evidence.logDeterminant();
    }
    return (samples - unknowns) * Math.log(Math.max(smallest, evidence.squares()))
        + evidence.logDeterminant();
  }

  /** σ² of the noise: known, or of the greatest likelihood. */
  double variance(Evidence evidence, int unknowns) {
    return weight instanceof Weight.OfNoise known
        ? known.sigma() * known.sigma()
        : evidence.squares() / (samples - unknowns);
  }
}
