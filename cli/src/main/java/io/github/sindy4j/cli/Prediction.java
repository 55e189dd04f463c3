package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.io.CsvTable;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The table {@code trajectory, t, x_data, x_replay, x_residual, …}: residual = data − replay. What
 * a replay did not reach is empty.
 */
final class Prediction {
  private Prediction() {}

  static CsvTable table(Dataset data, Replay replay) {
    int rows = Math.toIntExact(data.samples());
    List<String> ids = new ArrayList<>(rows);
    double[] times = new double[rows];
    int[] starts = new int[data.trajectories().size()];
    int row = 0;
    for (int k = 0; k < starts.length; k++) {
      Trajectory trajectory = data.trajectories().get(k);
      starts[k] = row;
      for (int i = 0; i < trajectory.size(); i++) {
        ids.add(trajectory.id());
        times[row++] = trajectory.times().get(i);
      }
    }
    Variable time = data.schema().time();
    CsvTable table =
        CsvTable.empty()
            .withText(time.name().equals("trajectory") ? "trajectory_id" : "trajectory", ids)
            .withNumbers(time, Vec.adopt(times));
    for (int c = 0; c < data.schema().states().size(); c++) {
      table = withState(table, data, replay, c, starts);
    }
    return table;
  }

  private static CsvTable withState(
      CsvTable table, Dataset data, Replay replay, int c, int[] starts) {
    Vec measured = measured(data, c);
    double[] replayed = new double[measured.size()];
    Arrays.fill(replayed, Double.NaN);
    for (Replay.Run run : replay.runs()) {
      int from = starts[run.trajectory()] + run.segment().from();
      for (int i = 0; i < run.solution().times().size(); i++) {
        replayed[from + i] = run.solution().states().get(i, c);
      }
    }
    Vec predicted = Vec.adopt(replayed);
    Variable state = data.schema().states().get(c);
    return table
        .withNumbers(new Variable(state.name() + "_data", state.unit()), measured)
        .withNumbers(new Variable(state.name() + "_replay", state.unit()), predicted)
        .withNumbers(
            new Variable(state.name() + "_residual", state.unit()), measured.minus(predicted));
  }

  private static Vec measured(Dataset data, int c) {
    double[] values = new double[Math.toIntExact(data.samples())];
    int row = 0;
    for (Trajectory trajectory : data.trajectories()) {
      trajectory.states().copyColumn(c, 0, trajectory.size(), values, row);
      row += trajectory.size();
    }
    return Vec.adopt(values);
  }
}
