package io.github.sindy4j.smoother;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A segment, smoothed on its own. Long ones are not cut: every cut forgets that the states on its
 * two sides are one step apart, which costs true terms where noise is heavy.
 */
final class Piece {
  /** Two samples make one step, which has a row but nothing to smooth. */
  private static final int SHORTEST = 4;

  private final int trajectory;
  private final int from;
  private final double[] times;
  private final double[] measured;
  private final double[] controls;

  private Piece(Trajectory run, int trajectory, int from, int to, int states) {
    this.trajectory = trajectory;
    this.from = from;
    this.times = run.times().slice(from, to).toArray();
    this.measured = run.states().rowSlice(from, to).columns(columns(states)).toArray();
    this.controls = run.controls().rowSlice(from, to).toArray();
  }

  /**
   * The pieces of a dataset, in order; segments of fewer than four samples give none.
   *
   * @param states d, how many of the state columns are measured, the first ones
   */
  static List<Piece> of(Dataset data, int states) {
    List<Piece> pieces = new ArrayList<>();
    for (int k = 0; k < data.trajectories().size(); k++) {
      Trajectory trajectory = data.trajectories().get(k);
      for (Segment segment : trajectory.segments()) {
        if (segment.size() >= SHORTEST) {
          pieces.add(new Piece(trajectory, k, segment.from(), segment.to(), states));
        }
      }
    }
    return pieces;
  }

  private static int[] columns(int states) {
    return IntStream.range(0, states).toArray();
  }

  /** The number of its trajectory in the dataset, counted from 0. */
  int trajectory() {
    return trajectory;
  }

  /** Its first sample. */
  int from() {
    return from;
  }

  /** t, N of them. */
  double[] times() {
    return times;
  }

  /** y, N×d row-major. */
  double[] measured() {
    return measured;
  }

  /** u, N×c row-major. */
  double[] controls() {
    return controls;
  }

  /** N. */
  int samples() {
    return times.length;
  }
}
