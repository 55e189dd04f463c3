package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Grid;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * σ of the noise of each state: the least, over m = 1 … 4, root mean square of xᵢ − (interpolation
 * from m neighbours on either side), divided by the root of 1 + Σ w², which makes it σ for white
 * noise.
 *
 * <p>On a uniform grid these are the 2m-th differences. A smooth signal contributes O(h^{2m}).
 */
public final class NoiseLevel {
  /** How many neighbours on either side are looked at. */
  public static final int WIDEST = 4;

  private static final int SAMPLES = 2000;

  private NoiseLevel() {}

  /** One level for each state; NaN where no segment has three samples. */
  public static Vec of(Dataset data) {
    int states = data.schema().states().size();
    List<Sums> each =
        Team.map(
            WIDEST,
            m -> {
              Sums sums = new Sums(states, data.samples());
              for (Trajectory trajectory : data.trajectories()) {
                for (Segment segment : trajectory.segments()) {
                  sums.add(trajectory, 0, segment, segment, m + 1);
                }
              }
              return sums;
            });
    Sums all = new Sums(states, data.samples());
    each.forEach(all::add);
    return all.level();
  }

  /** What is summed over the samples, for data that are not held together; for one thread. */
  public static final class Sums {
    private final int stride;
    private final double[][] squares;
    private final long[] counts = new long[WIDEST];
    private final LocalPolynomial local = new LocalPolynomial();

    /** Weights and divisors for equal steps, once they have been met. */
    private final Map<Integer, Residual> even = new HashMap<>();

    /** Σ wⱼ x of the neighbours is taken off; the square over 1 + Σ w² is that of σ. */
    private record Residual(Vec weights, double divisor) {}

    /** Of so many states and, over all data, so many samples, of which a part is looked at. */
    public Sums(int states, long samples) {
      this(states, (int) Math.max(1, samples / SAMPLES));
    }

    private Sums(int states, int stride) {
      this.stride = stride;
      this.squares = new double[WIDEST][states];
    }

    /** Of so many states, where every so manieth sample is looked at. */
    public static Sums everySo(int states, int stride) {
      return new Sums(states, stride);
    }

    /**
     * Adds the samples {@code part} of a segment. They stand in {@code stretch}, whose first sample
     * has the number {@code shift}, with {@value NoiseLevel#WIDEST} more on either side as far as
     * the segment goes.
     */
    public void add(Trajectory stretch, int shift, Segment segment, Segment part) {
      for (int m = 1; m <= WIDEST; m++) {
        add(stretch, shift, segment, part, m);
      }
    }

    private void add(Trajectory stretch, int shift, Segment segment, Segment part, int m) {
      int first = segment.from() + m;
      int missed = Math.max(0, part.from() - first);
      int from = first + (missed + stride - 1) / stride * stride;
      int to = Math.min(part.to(), segment.to() - m);
      for (int i = from; i < to; i += stride) {
        addSample(stretch, i - shift, m);
      }
    }

    /** Adds those of other samples of the same data. */
    public void add(Sums other) {
      for (int m = 0; m < WIDEST; m++) {
        counts[m] += other.counts[m];
        for (int c = 0; c < squares[m].length; c++) {
          squares[m][c] += other.squares[m][c];
        }
      }
    }

    private void addSample(Trajectory trajectory, int i, int m) {
      Residual residual = residual(trajectory.times().slice(i - m, i + m + 1).toArray(), m);
      Vec weights = residual.weights();
      Matrix states = trajectory.states();
      for (int c = 0; c < squares[m - 1].length; c++) {
        double left = states.get(i, c);
        for (int j = 0; j < 2 * m; j++) {
          left -= weights.get(j) * states.get(i + (j < m ? j - m : j - m + 1), c);
        }
        squares[m - 1][c] += left * left / residual.divisor();
      }
      counts[m - 1]++;
    }

    private Residual residual(double[] window, int m) {
      return Grid.isUniform(window, 0, window.length)
          ? even.computeIfAbsent(m, half -> interpolated(unitSteps(2 * half + 1), half))
          : interpolated(window, m);
    }

    private static double[] unitSteps(int size) {
      double[] times = new double[size];
      Arrays.setAll(times, k -> k);
      return times;
    }

    /** Of the middle of a window from its neighbours. */
    private Residual interpolated(double[] window, int m) {
      double[] neighbours = new double[2 * m];
      for (int j = 0; j < 2 * m; j++) {
        neighbours[j] = window[j < m ? j : j + 1];
      }
      local.fit(neighbours, 0, 2 * m, window[m], 2 * m - 1, 2 * m - 1);
      double[] weights = Arrays.copyOf(local.valueWeights(), 2 * m);
      double divisor = 1;
      for (double weight : weights) {
        divisor += weight * weight;
      }
      return new Residual(Vec.adopt(weights), divisor);
    }

    /** One level for each state; NaN where no segment had three samples. */
    public Vec level() {
      double[] least = new double[squares[0].length];
      Arrays.fill(least, Double.NaN);
      for (int m = 0; m < WIDEST; m++) {
        for (int c = 0; c < least.length && counts[m] > 0; c++) {
          double level = Math.sqrt(squares[m][c] / counts[m]);
          least[c] = Double.isNaN(least[c]) ? level : Math.min(least[c], level);
        }
      }
      return Vec.adopt(least);
    }
  }
}
