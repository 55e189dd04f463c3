package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.BadSetting;

/**
 * What is asked for, checked: at least one time, finite, strictly increasing; a start that fits the
 * field.
 *
 * @param field f
 * @param start x(t₁)
 * @param times t₁ &lt; … &lt; t_k
 */
record Request(VectorField field, Vec start, Vec times) {
  Request {
    if (start.size() != field.dimension() || start.size() == 0) {
      throw new BadSetting(
          "dimension-mismatch",
          "initial state",
          "has " + start.size() + " values but the equations have " + field.dimension() + " states",
          "Give one value for each state");
    }
    if (times.size() == 0) {
      throw new BadSetting("no-times", "times", "are empty", "Give at least the initial time");
    }
    for (int i = 0; i < start.size(); i++) {
      if (!Double.isFinite(start.get(i))) {
        throw new BadSetting(
            "not-finite", "initial state", "value " + i + " is " + start.get(i), "Give a number");
      }
    }
    requireIncreasing(times);
  }

  private static void requireIncreasing(Vec times) {
    if (times.risesUntil() == times.size() && isInRange(times.first()) && isInRange(times.last())) {
      return;
    }
    for (int k = 0; k < times.size(); k++) {
      double time = times.get(k);
      if (!isInRange(time)) {
        throw new BadSetting("not-finite", "times", "time " + k + " is " + time, "Give a number");
      }
      if (k > 0 && !(time > times.get(k - 1))) {
        throw new BadSetting(
            "time-not-increasing",
            "times",
            "go from " + times.get(k - 1) + " to " + time + " at position " + k,
            "Sort them; to go back in time, integrate -f over increasing times");
      }
    }
  }

  /** Up to half the largest number, so that the difference of two times is finite. */
  private static boolean isInRange(double time) {
    return Math.abs(time) <= Double.MAX_VALUE / 2;
  }
}
