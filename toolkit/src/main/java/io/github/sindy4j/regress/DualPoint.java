package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Multipliers μ ≥ 0 of the planes that bound the minimum from below: Σ_r μ_r ≤ λ_g for each
 * maximum, and Hᵀ Σ μ_r a_r = 0. Then the Lagrangian is least at ζ = c − Eᵀ Σ μ_r a_r.
 */
final class DualPoint {
  private static final double ROUNDING = 1e-11;

  private final Epigraph epigraph;
  private final QuadraticCoordinates at;
  private final Matrix eta;

  DualPoint(Epigraph epigraph, QuadraticCoordinates at) {
    this.epigraph = epigraph;
    this.at = at;
    this.eta = epigraph.slopes().times(at.unseen());
  }

  /** A point that satisfies the conditions near one that nearly does. */
  Vec near(Vec multipliers) {
    double[] mu = multipliers.toArray();
    for (Epigraph.Maximum maximum : epigraph.maxima()) {
      double scale = Math.min(1, maximum.weight() / sum(mu, maximum));
      for (int r = maximum.from(); r < maximum.to(); r++) {
        mu[r] *= scale;
      }
    }
    Vec corrected = eta.cols() == 0 ? Vec.adopt(mu) : corrected(corrected(Vec.adopt(mu)));
    double[] nu = corrected.toArray();
    double scale = 1;
    for (Epigraph.Maximum maximum : epigraph.maxima()) {
      scale = Math.min(scale, maximum.weight() / sum(nu, maximum));
    }
    return corrected.times(scale);
  }

  private static double sum(double[] mu, Epigraph.Maximum maximum) {
    double sum = 0;
    for (int r = maximum.from(); r < maximum.to(); r++) {
      sum += mu[r];
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }

  /** Moves large multipliers more than small ones; zeros stay. */
  private Vec corrected(Vec mu) {
    Matrix moved = eta.rowsTimes(mu);
    Vec step =
        ConstrainedSolve.of(eta.transposeTimes(moved), Matrix.identity(eta.cols()))
            .apply(eta.applyTranspose(mu));
    return mu.minus(moved.apply(step)).map(m -> Math.max(0, m));
  }

  boolean isFeasible(Vec mu) {
    return eta.applyTranspose(mu).maxAbs()
        <= ROUNDING * eta.map(Math::abs).applyTranspose(mu).maxAbs();
  }

  Vec zeta(Vec mu) {
    return at.best().minus(at.seen().applyTranspose(epigraph.slopes().applyTranspose(mu)));
  }
}
