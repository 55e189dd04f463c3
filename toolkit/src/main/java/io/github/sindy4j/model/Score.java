package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Vec;

/**
 * How well something is predicted, one entry for each state.
 *
 * @param r2 1 − Σ(error²)/Σ((value − mean)²); NaN where the value is constant
 * @param rmse the root mean square error, in the unit of the value
 */
public record Score(Vec r2, Vec rmse) {
  /** From sums over N samples. */
  public static Score of(Vec squaredErrors, Vec totalSquares, long samples) {
    double[] r2 = new double[squaredErrors.size()];
    double[] rmse = new double[r2.length];
    for (int i = 0; i < r2.length; i++) {
      r2[i] = totalSquares.get(i) > 0 ? 1 - squaredErrors.get(i) / totalSquares.get(i) : Double.NaN;
      rmse[i] = Math.sqrt(squaredErrors.get(i) / samples);
    }
    return new Score(Vec.adopt(r2), Vec.adopt(rmse));
  }
}
