package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.Locale;

/** How controls run between two samples, a ≤ t ≤ b. */
public enum Between {
  /** u(t) = u(a): steps. */
  HOLD(1),
  /** The straight line from u(a) to u(b). */
  LINEAR(2),
  /** The cubic through the two samples on either side, as many as there are. */
  CUBIC(4);

  private final int points;

  Between(int points) {
    this.points = points;
  }

  /** Reads {@code hold}, {@code linear} or {@code cubic}. */
  public static Between parse(String text) {
    for (Between between : values()) {
      if (between.text().equals(text.strip())) {
        return between;
      }
    }
    throw new BadSetting(
        "bad-between",
        "between",
        "'" + text + "' is not understood",
        "Write hold, linear or cubic");
  }

  /** How it is written on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes into {@code u} the value at t of the piece that belongs to the step from sample {@code
   * step} to the next, continued beyond the step.
   *
   * @param from the first sample of the segment
   * @param to one past its last
   */
  public void at(Vec times, Matrix controls, int from, int to, int step, double t, double[] u) {
    int first = this == HOLD ? step : Math.max(from, step - points / 2 + 1);
    int last = this == HOLD ? step : Math.min(to - 1, step + points / 2);
    for (int c = 0; c < u.length; c++) {
      u[c] = 0;
    }
    for (int j = first; j <= last; j++) {
      double weight = 1;
      for (int i = first; i <= last; i++) {
        weight *= i == j ? 1 : (t - times.get(i)) / (times.get(j) - times.get(i));
      }
      for (int c = 0; c < u.length; c++) {
        u[c] += weight * controls.get(j, c);
      }
    }
  }
}
