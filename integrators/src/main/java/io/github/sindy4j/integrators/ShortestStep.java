package io.github.sindy4j.integrators;

import java.util.Locale;

/**
 * No step may be shorter: a few units in the last place of time.
 *
 * @param length of such a step
 * @param end of the run
 */
record ShortestStep(double length, double end) {
  private static final int ROUNDINGS = 16;

  /** Intervals are refused that are not longer than so many of them, as Commons Math does. */
  private static final int FEWEST = 1000 / ROUNDINGS + 1;

  static ShortestStep of(Request request) {
    double start = Math.abs(request.times().first());
    double end = request.times().last();
    return new ShortestStep(ROUNDINGS * Math.ulp(Math.max(start, Math.abs(end))), end);
  }

  /** Why a run ends at this time that would need a shorter one. */
  String stuck(double time) {
    return end - time < FEWEST * length
        ? "the rest of the interval is of the size of rounding"
        : String.format(
            Locale.ROOT,
            "the step size fell below %.2g, because the solution is singular or very stiff here",
            length);
  }
}
