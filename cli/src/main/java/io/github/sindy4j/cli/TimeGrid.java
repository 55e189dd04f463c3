package io.github.sindy4j.cli;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/** from, from + step, …, at most until. */
final class TimeGrid {
  private static final double MOST_NUMBERS = 2e8;

  private TimeGrid() {}

  static Vec of(double from, double until, double step, int states) {
    BadSetting.require(
        Double.isFinite(from) && Double.isFinite(until) && until > from,
        "--until " + until,
        "must be greater than the first time " + from,
        "Give a later time, or an earlier --from");
    BadSetting.require(
        step > 0 && Double.isFinite(step),
        "--step " + step,
        "must be greater than 0",
        "It is the time between rows");
    double steps = Math.floor((until - from) / step * (1 + 1e-12));
    BadSetting.require(
        (steps + 1) * (states + 1) <= MOST_NUMBERS,
        "--step " + step,
        "gives " + Numbers.brief(steps, 3) + " rows, more than fit into memory",
        "Take a longer step, or an earlier --until");
    BadSetting.require(
        steps >= 1 && from + step > from,
        "--step " + step,
        "is longer than the whole time, or too short to be told from 0",
        "Take a step that divides the time from " + from + " to " + until);
    double[] times = new double[(int) steps + 1];
    // 3/10 is nearer to what was meant by 3 steps of 0.1 than 3·0.1.
    double inverse = Math.rint(1 / step);
    boolean whole = Math.abs(inverse * step - 1) < 1e-12;
    for (int k = 0; k < times.length; k++) {
      times[k] = from + (whole ? k / inverse : k * step);
    }
    return Vec.adopt(times);
  }
}
