package io.github.sindy4j.data;

/** Times as a grid. */
public final class Grid {
  /** Steps that differ by this part are equal. */
  private static final double SAME = 1e-9;

  private Grid() {}

  /** (t_{to−1} − t_{from})/(to − from − 1). */
  public static double step(double[] times, int from, int to) {
    return (times[to - 1] - times[from]) / (to - from - 1);
  }

  /** Whether these times, two at least, have equal steps, up to the rounding of the times. */
  public static boolean isUniform(double[] times, int from, int to) {
    double step = step(times, from, to);
    double rounding = 4 * Math.ulp(Math.max(Math.abs(times[from]), Math.abs(times[to - 1])));
    double most = SAME * step + rounding;
    for (int k = from + 1; k < to; k++) {
      if (!(Math.abs(times[k] - times[k - 1] - step) <= most)) {
        return false;
      }
    }
    return true;
  }
}
