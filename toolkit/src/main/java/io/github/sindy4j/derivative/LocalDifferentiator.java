package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * A differentiator whose estimate at a sample rests on its neighbours alone, so that a segment can
 * be estimated stretch by stretch, with the same bits.
 */
public interface LocalDifferentiator extends Differentiator {
  /**
   * How many samples before and after a sample suffice for its estimate: where there are so many on
   * either side, or as many as the segment has, what lies beyond changes nothing.
   */
  int reach();

  /** The estimate of the samples {@code from … to−1} alone, errors and their gains included. */
  Estimate estimate(Vec times, Matrix values, int from, int to);

  @Override
  default Estimate estimate(Vec times, Matrix values) {
    return estimate(times, values, 0, times.size());
  }
}
