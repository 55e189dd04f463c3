package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;

/** √(mean (xₜ − x̄)²) of a state over all data. */
public final class Spread {
  private Spread() {}

  /** That of one state; 0 where it is constant. */
  public static double of(Dataset data, int state) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    double origin = data.first().states().get(0, state);
    for (Trajectory trajectory : data.trajectories()) {
      for (int i = 0; i < trajectory.size(); i++) {
        double x = trajectory.states().get(i, state) - origin;
        sum += x;
        squares += x * x;
        count++;
      }
    }
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }
}
