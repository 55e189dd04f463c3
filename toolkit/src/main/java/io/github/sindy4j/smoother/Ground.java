package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Vec;

/**
 * What stays through all runs of one fit.
 *
 * @param field θ and F
 * @param coordinates what is demanded of W
 * @param rules quadrature
 * @param scale the standard deviation of each state over all data
 * @param leastNoise the least σ² of each state
 * @param penalty log n + 2 γ log K
 */
record Ground(
    Field field, Coordinates coordinates, Rules rules, Vec scale, Vec leastNoise, double penalty) {
  private static final double ERROR_SHARE = 0.01;
  private static final double ROUNDING = 1e-12;

  /** d. */
  int states() {
    return scale.size();
  }

  /** q, at least n (0.01 τ² + (1e-12 scale)²), τ² the mean squared quadrature error. */
  Vec floored(Iterate at, Vec defect) {
    double[] floored = defect.toArray();
    double[] errors = rules.squaredErrors(at.order(), at.fields(), floored.length);
    long steps = at.pieces().stream().mapToLong(Piece::steps).sum();
    for (int i = 0; i < floored.length; i++) {
      double rounding = ROUNDING * scale.get(i);
      floored[i] = Math.max(floored[i], ERROR_SHARE * errors[i] + steps * rounding * rounding);
    }
    return Vec.adopt(floored);
  }
}
