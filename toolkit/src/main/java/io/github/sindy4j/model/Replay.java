package io.github.sindy4j.model;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
    return Team.both(
        () -> runs(starts, model, data, between, integrator),
        () -> moments(data),
        (runs, moments) -> scored(data, runs, moments));
  }

  private static List<Run> runs(
      Dataset starts, SparseModel model, Dataset data, Between between, Integrator integrator) {
    List<Supplier<Run>> runs = new ArrayList<>();
    for (int k = 0; k < data.trajectories().size(); k++) {
      int number = k;
      Trajectory trajectory = data.trajectories().get(k);
      Matrix from = starts.trajectories().get(k).states();
      VectorField field = model.field(Input.of(trajectory, between));
      for (Segment segment : trajectory.segments()) {
        if (segment.size() > 1) {
          Vec times = trajectory.times().slice(segment.from(), segment.to());
          Vec start = from.row(segment.from());
          runs.add(() -> new Run(number, segment, integrator.integrate(field, start, times)));
        }
      }
    }
    return Team.map(runs.size(), k -> runs.get(k).get());
  }

  /** Of each state. */
  private static List<Moments> moments(Dataset data) {
    List<Matrix> measured = data.trajectories().stream().map(Trajectory::states).toList();
    return Team.map(data.schema().states().size(), c -> Moments.of(measured, c));
  }

  private static Replay scored(Dataset data, List<Run> runs, List<Moments> moments) {
    int n = moments.size();
    double[] errors = new double[n];
    double[] totals = new double[n];
    Team.each(
        2 * n,
        turn -> {
          int c = turn % n;
          for (Run run : runs) {
            Matrix measured = data.trajectories().get(run.trajectory()).states();
            if (turn < n) {
              addErrors(run, measured, c, errors);
            } else {
              addSquares(run, measured, c, moments.get(c).mean(), totals);
            }
          }
        });
    long count = 0;
    long wanted = 0;
    double valid = 0;
    double[] spreads = moments.stream().mapToDouble(Moments::spread).toArray();
    for (Run run : runs) {
      count += Math.max(0, run.solution().times().size() - 1);
      wanted += run.segment().size() - 1;
      Matrix measured = data.trajectories().get(run.trajectory()).states();
      valid += validTime(run, measured, spreads) / runs.size();
    }
    Score score = Score.of(Vec.adopt(errors), Vec.adopt(totals), Math.max(1, count));
    return new Replay(runs, score, wanted == 0 ? 0 : (double) count / wanted, valid);
  }

  private static void addErrors(Run run, Matrix measured, int column, double[] sums) {
    Matrix replayed = run.solution().states();
    int first = run.segment().from();
    Ranges.inOrder(
        replayed.rows(),
        (from, to) -> {
          double sum = sums[column];
          for (int i = Math.max(1, from); i < to; i++) {
            double error = replayed.get(i, column) - measured.get(first + i, column);
            sum += error * error;
          }
          sums[column] = sum;
        });
  }

  /** Adds (x − mean)² of the samples that were reached. */
  private static void addSquares(Run run, Matrix measured, int column, double mean, double[] sums) {
    int first = run.segment().from();
    Ranges.inOrder(
        run.solution().times().size(),
        (from, to) -> {
          double sum = sums[column];
          for (int i = Math.max(1, from); i < to; i++) {
            double deviation = measured.get(first + i, column) - mean;
            sum += deviation * deviation;
          }
          sums[column] = sum;
        });
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
