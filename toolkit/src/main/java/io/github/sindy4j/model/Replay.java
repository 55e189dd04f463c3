package io.github.sindy4j.model;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Columns are independent of each other, so any number of threads gives the same bits. */
  private static Replay scored(Dataset data, List<Run> runs) {
    int n = data.schema().states().size();
    List<Matrix> measured = data.trajectories().stream().map(Trajectory::states).toList();
    double[] errors = new double[n];
    double[] totals = new double[n];
    double[] spreads = new double[n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            c -> {
              Moments moments = Moments.of(measured, c);
              spreads[c] = moments.spread();
              for (Run run : runs) {
                Matrix own = measured.get(run.trajectory());
                errors[c] = addErrors(run, own, c, errors[c]);
                totals[c] = addSquares(run, own, c, moments.mean(), totals[c]);
              }
            });
    long count = 0;
    long wanted = 0;
    double valid = 0;
    for (Run run : runs) {
      count += Math.max(0, run.solution().times().size() - 1);
      wanted += run.segment().size() - 1;
      valid += validTime(run, measured.get(run.trajectory()), spreads) / runs.size();
    }
    Score score = Score.of(Vec.adopt(errors), Vec.adopt(totals), Math.max(1, count));
    return new Replay(runs, score, wanted == 0 ? 0 : (double) count / wanted, valid);
  }

  private static double addErrors(Run run, Matrix measured, int column, double start) {
    Matrix replayed = run.solution().states();
    int from = run.segment().from();
    double sum = start;
    for (int i = 1; i < replayed.rows(); i++) {
      double error = replayed.get(i, column) - measured.get(from + i, column);
      sum += error * error;
    }
    return sum;
  }

  /** Adds (x − mean)² of the samples that were reached. */
  private static double addSquares(
      Run run, Matrix measured, int column, double mean, double start) {
    int from = run.segment().from();
    int reached = run.solution().times().size();
    double sum = start;
    for (int i = 1; i < reached; i++) {
      double deviation = measured.get(from + i, column) - mean;
      sum += deviation * deviation;
    }
    return sum;
  }

  private static double validTime(Run run, Matrix measured, double[] spreads) {
    Vec times = run.solution().times();
    for (int i = 0; i < times.size(); i++) {
      double sum = 0;
      for (int c = 0; c < measured.cols(); c++) {
        double error =
            run.solution().states().get(i, c) - measured.get(run.segment().from() + i, c);
        sum += spreads[c] > 0 ? error * error / (spreads[c] * spreads[c]) : 0;
      }
      if (!(Math.sqrt(sum / measured.cols()) <= LOST)) {
        return times.get(i) - times.first();
      }
    }
    return times.size() == 0 ? 0 : times.last() - times.first();
  }
}
