package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Samples of states and controls, evenly picked: points where the data lie. */
final class SamplePoints {
  private static final int MOST = 2000;

  private SamplePoints() {}

  /** One a row. */
  static Matrix of(Dataset data) {
    long stride = Math.max(1, data.samples() / MOST);
    List<double[]> points = new ArrayList<>();
    long sample = 0;
    for (Trajectory trajectory : data.trajectories()) {
      for (int i = 0; i < trajectory.size(); i++, sample++) {
        if (sample % stride == 0) {
          points.add(
              DoubleStream.concat(
                      Arrays.stream(trajectory.states().row(i).toArray()),
                      Arrays.stream(trajectory.controls().row(i).toArray()))
                  .toArray());
        }
      }
    }
    return Matrix.ofRows(points.toArray(double[][]::new));
  }
}
