package io.github.sindy4j.model;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * A model set off from the first sample of every segment and left alone: what it predicts beside
 * what was measured.
 *
 * @param runs one for each segment of each trajectory, in order
 * @param score over all samples that were reached, the first of each segment left out
 * @param reached the part of the samples that were reached, from 0 to 1
 * @param validTime the mean, over runs, of the time until √(mean over states of (error/spread)²)
 *     exceeds 0.4, or until the end of the segment; the usual measure for chaotic systems, in units
 *     of time
 */
public record Replay(List<Run> runs, Score score, double reached, double validTime) {
  /** The normalised error at which a replay counts as lost. */
  private static final double LOST = 0.4;

  /** Copies the runs. */
  public Replay {
    runs = List.copyOf(runs);
  }

  /**
   * One segment.
   *
   * @param trajectory the number of its trajectory, counted from 0
   * @param segment its samples
   * @param solution the replay at the times of its samples, or as many as were reached
   */
  public record Run(int trajectory, Segment segment, Solution solution) {}

  /** Replays a model on data with the same states. */
  public static Replay of(SparseModel model, Dataset data, Integrator integrator) {
    return from(data, model, data, Between.LINEAR, integrator);
  }

  /**
   * The same, set off from the states of {@code starts}, which has the samples of the data, with
   * controls that run so between samples.
   */
  public static Replay from(
      Dataset starts, SparseModel model, Dataset data, Between between, Integrator integrator) {
    List<Run> runs = new ArrayList<>();
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory trajectory = data.trajectories().get(k);
      VectorField field = model.field(Input.of(trajectory, between));
      for (Segment segment : trajectory.segments()) {
        if (segment.size() > 1) {
          Vec times = trajectory.times().slice(segment.from(), segment.to());
          runs.add(
              new Run(
                  k,
                  segment,
                  integrator.integrate(
                      field, starts.trajectories().get(k).states().row(segment.from()), times)));
        }
      }
    }
    return scored(data, runs);
  }

  private static Replay scored(Dataset data, List<Run> runs) {
    int n = data.schema().states().size();
    Moments moments = new Moments(n);
    data.trajectories().forEach(trajectory -> moments.add(trajectory.states()));
    double[] errors = new double[n];
    double[] totals = new double[n];
    long count = 0;
    long wanted = 0;
    double valid = 0;
    for (Run run : runs) {
      Matrix measured = data.trajectories().get(run.trajectory()).states();
      int size = run.solution().times().size();
      wanted += run.segment().size() - 1;
      for (int i = 1; i < size; i++) {
        for (int c = 0; c < n; c++) {
          double value = measured.get(run.segment().from() + i, c);
          double error = run.solution().states().get(i, c) - value;
          errors[c] += error * error;
          double deviation = value - moments.mean(c);
          totals[c] += deviation * deviation;
        }
        count++;
      }
      valid += validTime(run, measured, moments) / runs.size();
    }
    Score score = Score.of(Vec.adopt(errors), Vec.adopt(totals), Math.max(1, count));
    return new Replay(runs, score, wanted == 0 ? 0 : (double) count / wanted, valid);
  }

  private static double validTime(Run run, Matrix measured, Moments moments) {
    Vec times = run.solution().times();
    for (int i = 0; i < times.size(); i++) {
      double sum = 0;
      for (int c = 0; c < measured.cols(); c++) {
        double spread = moments.spread(c);
        double error =
            run.solution().states().get(i, c) - measured.get(run.segment().from() + i, c);
        sum += spread > 0 ? error * error / (spread * spread) : 0;
      }
      if (!(Math.sqrt(sum / measured.cols()) <= LOST)) {
        return times.get(i) - times.first();
      }
    }
    return times.size() == 0 ? 0 : times.last() - times.first();
  }
}
