package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * σ of each state. High differences of smooth data look like noise of O(h⁸); sums over test
 * functions with alternating signs, wide enough, do not. Where these are less by far, they are
 * believed.
 */
final class WeakNoise {
  private static final double BY_FAR = 0.1;
  private static final double SMALLEST = 1e-100;

  private WeakNoise() {}

  /** At least the rounding of the numbers: no state is exact. */
  static Vec of(Dataset data, List<Width> widths) {
    double[] noise = NoiseLevel.of(data).toArray();
    for (int c = 0; c < noise.length; c++) {
      double fastest = noise[c];
      for (Width width : widths) {
        fastest = Math.min(fastest, width.sums().fastest(c));
      }
      if (fastest < BY_FAR * noise[c]) {
        noise[c] = fastest;
      }
      double largest = 0;
      for (Trajectory trajectory : data.trajectories()) {
        largest = Math.max(largest, trajectory.states().col(c).maxAbs());
      }
      double rounding = Math.max(SMALLEST, Math.ulp(largest));
      noise[c] = noise[c] > rounding ? noise[c] : rounding;
    }
    return Vec.adopt(noise);
  }
}
