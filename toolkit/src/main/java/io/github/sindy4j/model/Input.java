package io.github.sindy4j.model;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/** u(t) ∈ R^c, the controls as functions of time. */
@FunctionalInterface
public interface Input {
  /** No controls. */
  Input NONE = (t, u) -> {};

  /** Writes u(t) into {@code u}. */
  void at(double t, double[] u);

  /** The controls of a trajectory, joined by straight lines and held constant beyond its ends. */
  static Input of(Trajectory trajectory) {
    return of(trajectory, Between.LINEAR);
  }

  /** The controls of a trajectory, with this between its samples; constant beyond its ends. */
  static Input of(Trajectory trajectory, Between between) {
    Vec times = trajectory.times();
    Matrix controls = trajectory.controls();
    double[] grid = times.toArray();
    return (t, u) -> {
      int found = Arrays.binarySearch(grid, t);
      int step = found >= 0 ? found : -found - 2;
      double inside = Math.min(grid[grid.length - 1], Math.max(grid[0], t));
      int own = Math.min(Math.max(step, 0), Math.max(0, grid.length - 2));
      boolean last = between == Between.HOLD && step >= grid.length - 1;
      between.at(times, controls, 0, grid.length, last ? grid.length - 1 : own, inside, u);
    };
  }
}
