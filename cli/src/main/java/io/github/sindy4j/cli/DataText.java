package io.github.sindy4j.cli;

import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.io.ReplayScore;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** Data and scores in words. */
final class DataText {
  private DataText() {}

  /** {@code hare-lynx.csv: 21 samples in 1 trajectory, step 1, no gaps}. */
  static String headline(DataSummary data) {
    return data.name()
        + ": "
        + Numbers.count(data.samples(), "sample")
        + " in "
        + Numbers.count(data.trajectories(), "trajectory")
        + ", time "
        + Numbers.brief(data.from(), 6)
        + " to "
        + Numbers.brief(data.to(), 6)
        + ", "
        + steps(data.steps())
        + ", "
        + (data.gaps() == 0 ? "no gaps" : Numbers.count(data.gaps(), "gap"));
  }

  /** {@code step 0.01}, or {@code steps 0.01 to 0.03, median 0.02}. */
  static String steps(DataSummary.StepSummary steps) {
    if (Double.isNaN(steps.median())) {
      return "no steps";
    }
    boolean equal = steps.longest() - steps.shortest() <= 1e-6 * steps.longest();
    return equal
        ? "step " + Numbers.brief(steps.median(), 6)
        : "steps "
            + Numbers.brief(steps.shortest(), 3)
            + " to "
            + Numbers.brief(steps.longest(), 3)
            + ", median "
            + Numbers.brief(steps.median(), 3);
  }

  /** {@code 0.9991 (x), 0.9987 (y)}. */
  static String perState(List<String> states, Vec r2) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      parts.add(Numbers.r2(r2.get(i)) + " (" + states.get(i) + ")");
    }
    return String.join(", ", parts);
  }

  /** {@code stays near the data for 12.3 s}. */
  static String replay(ReplayScore replay, String timeUnit) {
    return replay(replay, timeUnit, "the data");
  }

  /** The same beside something else. */
  static String replay(ReplayScore replay, String timeUnit, String beside) {
    String unit = timeUnit.isEmpty() ? "time units" : timeUnit;
    return "stays near " + beside + " for " + Numbers.brief(replay.validTime(), 4) + " " + unit;
  }
}
