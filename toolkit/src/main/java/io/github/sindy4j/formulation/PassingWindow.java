package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of a segment that wait for those behind them, and as many before them as their rates
 * rest on.
 */
final class PassingWindow {
  private final int reach;
  private final int least;
  private final List<Trajectory> stretches = new ArrayList<>();

  /** How many samples are held, how many of them have been given away, how many there were. */
  private int held;

  private int given;
  private long samples;

  PassingWindow(int reach, int least) {
    this.reach = reach;
    this.least = least;
  }

  void add(Trajectory next) {
    stretches.add(next);
    held += next.size();
    samples += next.size();
  }

  /** How many samples the segment has had so far. */
  long samples() {
    return samples;
  }

  /** How many samples have not been given away. */
  int waiting() {
    return held - given;
  }

  /** Those that have all the neighbours that matter, if there are any. */
  Optional<RowBatch.Piece> released() {
    int to = held - reach;
    return to > given && held >= least + reach ? Optional.of(piece(to)) : Optional.empty();
  }

  /** All that are left when the segment has ended, at least one. */
  RowBatch.Piece rest() {
    return piece(held);
  }

  private RowBatch.Piece piece(int to) {
    Trajectory all = joined();
    RowBatch.Piece piece = new RowBatch.Piece(all, given, to);
    int from = Math.max(0, to - reach);
    stretches.clear();
    if (from < held) {
      stretches.add(slice(all, from, held));
    }
    held -= from;
    given = to - from;
    return piece;
  }

  private Trajectory joined() {
    Trajectory one = stretches.get(0);
    if (stretches.size() == 1) {
      return one;
    }
    double[] times = new double[held];
    int at = 0;
    for (Trajectory stretch : stretches) {
      System.arraycopy(stretch.times().toArray(), 0, times, at, stretch.size());
      at += stretch.size();
    }
    Trajectory joined =
        Trajectory.of(one.id(), Vec.adopt(times), joined(Trajectory::states))
            .withControls(joined(Trajectory::controls));
    return one.rates().isPresent()
        ? joined.withRates(joined(stretch -> stretch.rates().orElseThrow()))
        : joined;
  }

  private Matrix joined(java.util.function.Function<Trajectory, Matrix> part) {
    int cols = part.apply(stretches.get(0)).cols();
    double[] values = new double[Math.multiplyExact(held, cols)];
    int at = 0;
    for (Trajectory stretch : stretches) {
      double[] own = part.apply(stretch).toArray();
      System.arraycopy(own, 0, values, at, own.length);
      at += own.length;
    }
    return Matrix.adopt(held, cols, values);
  }

  /** The samples {@code from … to−1}, without gaps. */
  static Trajectory slice(Trajectory all, int from, int to) {
    Trajectory slice =
        Trajectory.of(all.id(), all.times().slice(from, to), all.states().rowSlice(from, to))
            .withControls(all.controls().rowSlice(from, to));
    return all.rates().map(rates -> slice.withRates(rates.rowSlice(from, to))).orElse(slice);
  }
}
