package io.github.sindy4j.datasets;

import java.util.SplittableRandom;

/**
 * Independent normal numbers by Marsaglia's polar method over {@link SplittableRandom}, in {@link
 * StrictMath}: the same seed gives the same bits on every machine and every Java.
 */
final class Gauss {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  Gauss(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double next() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double u = uniform();
      double v = uniform();
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  }

  /** Between −1 and 1. */
  private double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-52 - 1;
  }
}
