package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * A width and a rule, with what they make of the data.
 *
 * @param half half the width of a support
 * @param points how many samples a polynomial goes through where the grid is uneven
 * @param sums over the test functions
 */
record Width(double half, int points, WindowSums sums) {
  private static final double RATIO = 1.2;
  private static final int LEAST = 6;
  private static final List<Integer> POINTS = List.of(4, 6, 8);

  /** One width, with all rules. */
  static List<Width> at(Dataset data, TestFunction bump, double half) {
    return POINTS.stream().map(points -> of(data, bump, half, points)).toList();
  }

  /** From a few samples of the longest segment to all of them, with all rules that differ. */
  static List<Width> ladder(Dataset data, TestFunction bump) {
    double step = 0;
    double longest = 0;
    boolean uniform = true;
    for (Trajectory trajectory : data.trajectories()) {
      for (Segment segment : trajectory.segments()) {
        if (segment.size() > 2 * WindowPlan.LEAST_REACH) {
          Vec times = trajectory.times().slice(segment.from(), segment.to());
          double length = times.last() - times.first();
          if (length > longest) {
            longest = length;
            step = length / (segment.size() - 1);
          }
          uniform &= WindowPlan.isUniform(times);
        }
      }
    }
    List<Width> ladder = new ArrayList<>();
    int before = 0;
    for (double m = LEAST; m * step <= longest / 2; m *= RATIO) {
      int reach = (int) Math.round(m);
      if (reach > before) {
        for (int points : uniform ? POINTS.subList(0, 1) : POINTS) {
          ladder.add(of(data, bump, reach * step, points));
        }
      }
      before = reach;
    }
    return ladder;
  }

  private static Width of(Dataset data, TestFunction bump, double half, int points) {
    return new Width(half, points, new WindowSums(data, new WindowPlan(data, bump, half, points)));
  }
}
