package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Grid;
import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;

/**
 * Fitted states, rates and their errors of samples with equal steps whose windows are whole: all
 * have the same weights, so that each weight is taken times many samples at once. Immutable.
 *
 * <p>All loops over samples are methods of their own, which the compiler translates once each.
 */
final class EvenRates {
  private final int window;
  private final int before;
  private final boolean smoothing;
  private final double[] stateWeights;

  /** For unit steps; zeros outside a narrower window. */
  private final double[] rateWeights;

  /** What the refined rate's weights exceed those of the rate by, for unit steps. */
  private final double[] change;

  /**
   * Polynomials of a degree in a window, less than its samples, and of the refined degree in the
   * refined one, which has as many samples more on either side.
   *
   * @param smoothing whether states are fitted; otherwise there are none
   */
  EvenRates(int window, int degree, int refinedWindow, int refinedDegree, boolean smoothing) {
    this.window = refinedWindow;
    this.before = (refinedWindow - 1) / 2;
    this.smoothing = smoothing;
    LocalPolynomial local = new LocalPolynomial();
    double[] unit = new double[refinedWindow];
    Arrays.setAll(unit, j -> j);
    local.fit(unit, 0, refinedWindow, before, refinedDegree, refinedDegree);
    this.change = Arrays.copyOf(local.rateWeights(), refinedWindow);
    int shift = before - (window - 1) / 2;
    local.fit(unit, shift, shift + window, before, degree, degree);
    this.rateWeights = new double[refinedWindow];
    this.stateWeights = new double[refinedWindow];
    System.arraycopy(local.rateWeights(), 0, rateWeights, shift, window);
    System.arraycopy(local.valueWeights(), 0, stateWeights, shift, window);
    for (int j = 0; j < refinedWindow; j++) {
      change[j] -= rateWeights[j];
    }
  }

  /** The first sample in the windows of the samples from this one on. */
  private int first(int from) {
    return from - before;
  }

  /** The end of the windows of the samples before this one. */
  private int end(int to) {
    return to - 1 - before + window;
  }

  /**
   * The first of the samples {@code from … to−1} without a whole window of equal steps, or {@code
   * to}: what a sample is depends on no other.
   */
  int uneven(double[] t, int from, int to) {
    int i = from;
    while (i < to && isEven(t, i)) {
      i++;
    }
    return i;
  }

  /** The first of these samples that has one, or {@code to}. */
  int even(double[] t, int from, int to) {
    int i = from;
    while (i < to && !isEven(t, i)) {
      i++;
    }
    return i;
  }

  private boolean isEven(double[] t, int i) {
    return first(i) >= 0 && end(i + 1) <= t.length && Grid.isUniform(t, first(i), end(i + 1));
  }

  /**
   * Writes states, rates and their errors of the samples {@code from … to−1}, row by row of n
   * columns, and returns the gain of white noise in their rate errors.
   *
   * @param states not written where states are not fitted
   */
  double estimate(
      double[] t, Matrix x, int from, int to, double[] states, double[] rates, double[] errors) {
    if (from == to) {
      return 0;
    }
    int n = x.cols();
    double[] steps = new double[to - from];
    steps(t, first(from), steps);
    double[] column = new double[end(to) - first(from)];
    WeightedSums sums = new WeightedSums(to - from);
    for (int c = 0; c < n; c++) {
      x.copyColumn(c, first(from), end(to), column, 0);
      sums.of(column);
      divide(sums.rate, steps, rates, from * n + c, n);
      divide(sums.error, sums.rounding, steps, errors, from * n + c, n);
      if (smoothing) {
        InterpolatedRates.spread(sums.state, states, from * n + c, n, sums.state.length);
      }
    }
    return gain(steps);
  }

  /** Of one column, for unit steps. */
  private final class WeightedSums {
    private final double[] shifted;
    private final double[] state;
    private final double[] rate;
    private final double[] rounding;
    private final double[] error;

    WeightedSums(int samples) {
      this.shifted = new double[samples];
      this.state = new double[samples];
      this.rate = new double[samples];
      this.rounding = new double[samples];
      this.error = new double[samples];
    }

    /** Makes them, from the samples in the windows. */
    void of(double[] column) {
      for (double[] sum : new double[][] {state, rate, rounding, error}) {
        Arrays.fill(sum, 0);
      }
      for (int j = 0; j < window; j++) {
        System.arraycopy(column, j, shifted, 0, shifted.length);
        add(change[j], shifted, error);
        if (rateWeights[j] != 0) {
          add(rateWeights[j], shifted, rate, rounding);
        }
        if (smoothing) {
          add(stateWeights[j], shifted, state);
        }
      }
    }
  }

  private double gain(double[] steps) {
    double squares = 0;
    for (double weight : change) {
      squares += weight * weight;
    }
    double gain = 0;
    for (double step : steps) {
      gain += squares / (step * step);
    }
    return gain;
  }

  private void steps(double[] t, int first, double[] steps) {
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Grid.step(t, first + i, first + i + window);
    }
  }

  private static void add(double weight, double[] x, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * x[i];
    }
  }

  private static void add(double weight, double[] x, double[] sum, double[] sizes) {
    for (int i = 0; i < sum.length; i++) {
      double part = weight * x[i];
      sum[i] += part;
      sizes[i] += Math.abs(part);
    }
  }

  /** Rates, to every {@code stride}-th place. */
  private static void divide(double[] rate, double[] steps, double[] target, int at, int stride) {
    for (int i = 0; i < rate.length; i++) {
      target[at + i * stride] = rate[i] / steps[i];
    }
  }

  /** Their errors, with what rounding adds. */
  private static void divide(
      double[] error, double[] rounding, double[] steps, double[] target, int at, int stride) {
    for (int i = 0; i < error.length; i++) {
      double own = error[i] / steps[i];
      double noise = LocalRates.ROUNDING * rounding[i] / steps[i];
      target[at + i * stride] = own + Math.copySign(noise, own);
    }
  }
}
