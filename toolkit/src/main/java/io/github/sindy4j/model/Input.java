package io.github.sindy4j.model;

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
    Vec times = trajectory.times();
    Matrix controls = trajectory.controls();
    double[] grid = times.toArray();
    return (t, u) -> {
      int found = Arrays.binarySearch(grid, t);
      int right = found >= 0 ? found : -found - 1;
      int hi = Math.min(Math.max(right, 1), grid.length - 1);
      int lo = Math.max(hi - 1, 0);
      double weight = hi == lo ? 0 : (t - grid[lo]) / (grid[hi] - grid[lo]);
      weight = Math.min(1, Math.max(0, weight));
      for (int k = 0; k < u.length; k++) {
        u[k] = (1 - weight) * controls.get(lo, k) + weight * controls.get(hi, k);
      }
    };
  }
}
