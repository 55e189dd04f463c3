package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * σ of the noise of each state: the least, over m = 1 … 4, root mean square of xᵢ − (interpolation
 * from m neighbours on either side), divided by the root of 1 + Σ w², which makes it σ for white
 * noise.
 *
 * <p>On a uniform grid these are the 2m-th differences. A smooth signal contributes O(h^{2m}).
 */
public final class NoiseLevel {
  private static final int WIDEST = 4;
  private static final int SAMPLES = 2000;

  private NoiseLevel() {}

  /** One level for each state; NaN where no segment has three samples. */
  public static Vec of(Dataset data) {
    int n = data.schema().states().size();
    double[] least = new double[n];
    Arrays.fill(least, Double.NaN);
    for (int m = 1; m <= WIDEST; m++) {
      double[] squares = new double[n];
      long count = 0;
      for (Trajectory trajectory : data.trajectories()) {
        for (Segment segment : trajectory.segments()) {
          count += accumulate(trajectory, segment, m, squares, stride(data));
        }
      }
      for (int c = 0; c < n && count > 0; c++) {
        double level = Math.sqrt(squares[c] / count);
        least[c] = Double.isNaN(least[c]) ? level : Math.min(least[c], level);
      }
    }
    return Vec.adopt(least);
  }

  private static int stride(Dataset data) {
    return (int) Math.max(1, data.samples() / SAMPLES);
  }

  private static long accumulate(
      Trajectory trajectory, Segment segment, int m, double[] squares, int stride) {
    Vec times = trajectory.times();
    double[] neighbours = new double[2 * m];
    LocalPolynomial local = new LocalPolynomial();
    long count = 0;
    for (int i = segment.from() + m; i < segment.to() - m; i += stride) {
      for (int j = 0; j < m; j++) {
        neighbours[j] = times.get(i - m + j);
        neighbours[m + j] = times.get(i + 1 + j);
      }
      local.fit(neighbours, 0, 2 * m, times.get(i), 2 * m - 1, 2 * m - 1);
      double norm = 1;
      for (int j = 0; j < 2 * m; j++) {
        norm += local.valueWeights()[j] * local.valueWeights()[j];
      }
      for (int c = 0; c < squares.length; c++) {
        double residual = trajectory.states().get(i, c);
        for (int j = 0; j < 2 * m; j++) {
          residual -=
              local.valueWeights()[j] * trajectory.states().get(i + (j < m ? j - m : j - m + 1), c);
        }
        squares[c] += residual * residual / norm;
      }
      count++;
    }
    return count;
  }
}
