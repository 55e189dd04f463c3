package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/** Where the test functions of one half-width stand: on every segment that is long enough. */
final class WindowPlan {
  /** The least samples on either side of the centre of a test function. */
  static final int LEAST_REACH = 3;

  /** Steps of a uniform grid may differ by this part. */
  private static final double JITTER = 1e-6;

  /** The test functions of one segment of a trajectory. */
  record Part(int trajectory, Segment segment, SegmentWindows windows) {}

  private final List<Part> parts = new ArrayList<>();
  private int tooShort;
  private long lost;

  /**
   * Places them.
   *
   * @param half half the width of a support, in the unit of time
   * @param points how many samples a polynomial goes through where the grid is uneven
   */
  WindowPlan(Dataset data, TestFunction bump, double half, int points) {
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory trajectory = data.trajectories().get(k);
      for (Segment segment : trajectory.segments()) {
        if (!add(k, trajectory, segment, bump, half, points)) {
          tooShort++;
          lost += segment.size();
        }
      }
    }
  }

  private boolean add(
      int k, Trajectory trajectory, Segment segment, TestFunction bump, double half, int points) {
    int samples = segment.size();
    if (samples < 2 * LEAST_REACH + 1) {
      return false;
    }
    Vec times = trajectory.times().slice(segment.from(), segment.to());
    double step = (times.last() - times.first()) / (samples - 1);
    if (isUniform(times)) {
      int reach = (int) Math.max(LEAST_REACH, Math.round(half / step));
      if (samples < 2 * reach + 1) {
        return false;
      }
      int stride = (int) Math.max(1, Math.floor(bump.deviation() * reach));
      parts.add(
          new Part(
              k, segment, new UniformWindows(segment.from(), samples, step, bump, reach, stride)));
      return true;
    }
    if (times.last() - times.first() < 2 * half * (1 - JITTER)) {
      return false;
    }
    parts.add(new Part(k, segment, new UnevenWindows(times, segment.from(), bump, half, points)));
    return true;
  }

  /** Whether the steps are equal up to rounding. */
  static boolean isUniform(Vec times) {
    int n = times.size();
    double step = (times.last() - times.first()) / (n - 1);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.abs(times.get(i) - times.first() - i * step));
    }
    return worst <= JITTER * step;
  }

  /** The segments that have test functions. */
  List<Part> parts() {
    return parts;
  }

  /** The number of test functions. */
  long size() {
    return parts.stream().mapToLong(part -> part.windows().size()).sum();
  }

  /** What was left out. */
  List<Notice> notices() {
    return tooShort == 0
        ? List.of()
        : List.of(
            Notice.warning(
                "segments-too-short",
                tooShort
                    + " segment(s) with "
                    + lost
                    + " sample(s) in all are shorter than a test function and were left out"));
  }
}
