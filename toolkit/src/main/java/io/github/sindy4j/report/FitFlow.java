package io.github.sindy4j.report;

import io.github.sindy4j.SindyFit;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Input;
import java.util.Arrays;
import java.util.function.Function;

/** The model's vector field on a grid over the first two states, all others at their medians. */
final class FitFlow {
  private static final int ACROSS = 16;
  private static final int UP = 11;
  private static final double MARGIN = 0.04;

  private FitFlow() {}

  static Flow of(SindyFit fit) {
    Dataset data = fit.data();
    int n = data.schema().states().size();
    double[] state = new double[n];
    double[][] sorted = new double[n][];
    for (int c = 0; c < n; c++) {
      sorted[c] = sorted(data, c, Trajectory::states);
      state[c] = sorted[c][sorted[c].length / 2];
    }
    Evaluator field = fit.model().field(medianControls(data)).evaluator();
    double[] x = new double[ACROSS * UP];
    double[] y = new double[x.length];
    double[] dx = new double[x.length];
    double[] dy = new double[x.length];
    double[] rates = new double[n];
    for (int k = 0; k < x.length; k++) {
      x[k] = place(sorted[0], k % ACROSS, ACROSS);
      y[k] = place(sorted[1], k / ACROSS, UP);
      state[0] = x[k];
      state[1] = y[k];
      field.rates(data.first().times().first(), state, rates);
      dx[k] = rates[0];
      dy[k] = rates[1];
    }
    return new Flow(Vec.adopt(x), Vec.adopt(y), Vec.adopt(dx), Vec.adopt(dy)).unlessUniform();
  }

  private static Input medianControls(Dataset data) {
    double[] medians = new double[data.schema().controls().size()];
    for (int c = 0; c < medians.length; c++) {
      double[] sorted = sorted(data, c, Trajectory::controls);
      medians[c] = sorted[sorted.length / 2];
    }
    return (t, u) -> System.arraycopy(medians, 0, u, 0, u.length);
  }

  private static double[] sorted(Dataset data, int column, Function<Trajectory, Matrix> part) {
    double[] values = new double[Math.toIntExact(data.samples())];
    int next = 0;
    for (Trajectory trajectory : data.trajectories()) {
      part.apply(trajectory).copyColumn(column, 0, trajectory.size(), values, next);
      next += trajectory.size();
    }
    Arrays.sort(values);
    return values;
  }

  private static double place(double[] sorted, int k, int count) {
    double least = sorted[0];
    double span = sorted[sorted.length - 1] - least;
    return least + span * (-MARGIN + (1 + 2 * MARGIN) * k / (count - 1));
  }
}
