package io.github.sindy4j.smoother;

/** The χ² distribution with an even number of degrees of freedom. */
final class ChiSquared {
  private ChiSquared() {}

  /**
   * P(χ² &gt; x) = e^(−x/2) Σ_{j &lt; ν/2} (x/2)ʲ/j!: Abramowitz and Stegun, Handbook of
   * Mathematical Functions, 26.4.5.
   *
   * @param degrees ν, even
   */
  static double above(double x, int degrees) {
    double half = x / 2;
    double logTerm = -half;
    double sum = Math.exp(logTerm);
    for (int j = 1; j < degrees / 2; j++) {
      logTerm += Math.log(half / j);
      sum += Math.exp(logTerm);
    }
    return x <= 0 ? 1 : Math.min(1, sum);
  }
}
