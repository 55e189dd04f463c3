package io.github.sindy4j.derivative;

import io.github.sindy4j.data.Grid;
import java.util.Arrays;

/**
 * Fitted states, rates and their errors of samples with equal steps whose windows are whole: all
 * have the same weights, so that each weight is taken times many samples at once. Immutable.
 */
final class EvenRates {
  private final int window;
  private final int before;
  private final double[] stateWeights;

  /** For unit steps. */
  private final double[] rateWeights;

  /** What the refined rate's weights exceed those of the rate by, for unit steps. */
  private final double[] change;

  /** Polynomials of these degrees, less than the window. */
  EvenRates(int window, int degree, int refinedDegree) {
    this.window = window;
    this.before = (window - 1) / 2;
    LocalPolynomial local = new LocalPolynomial();
    double[] unit = new double[window];
    Arrays.setAll(unit, j -> j);
    local.fit(unit, 0, window, before, refinedDegree, refinedDegree);
    this.change = Arrays.copyOf(local.rateWeights(), window);
    local.fit(unit, 0, window, before, degree, degree);
    this.rateWeights = Arrays.copyOf(local.rateWeights(), window);
    this.stateWeights = Arrays.copyOf(local.valueWeights(), window);
    for (int j = 0; j < window; j++) {
      change[j] -= rateWeights[j];
    }
  }

  /** The first sample in the windows of the samples from this one on. */
  int first(int from) {
    return from - before;
  }

  /** The end of the windows of the samples before this one. */
  int end(int to) {
    return to - 1 - before + window;
  }

  /**
   * The first of the samples {@code from … to−1} without a whole window of equal steps, or {@code
   * to}: what a sample is depends on no other.
   */
  int uneven(double[] t, int from, int to) {
    int i = from;
    while (i < to
        && first(i) >= 0
        && end(i + 1) <= t.length
        && Grid.isUniform(t, first(i), end(i + 1))) {
      i++;
    }
    return i;
  }

  /** Where estimates go. */
  @FunctionalInterface
  interface Target {
    /** Takes those of a sample. */
    void accept(int sample, double state, double rate, double error);
  }

  /**
   * Estimates one column of the samples {@code from … to−1}.
   *
   * @param x the column, over their windows
   */
  void estimate(double[] t, double[] x, int from, int to, Target target) {
    int count = to - from;
    double[] state = new double[count];
    double[] rate = new double[count];
    double[] rounding = new double[count];
    double[] error = new double[count];
    double[] shifted = new double[count];
    for (int j = 0; j < window; j++) {
      System.arraycopy(x, j, shifted, 0, count);
      add(stateWeights[j], shifted, state);
      add(change[j], shifted, error);
      add(rateWeights[j], shifted, rate, rounding);
    }
    for (int i = 0; i < count; i++) {
      double step = step(t, from + i);
      double own = error[i] / step;
      double noise = LocalRates.ROUNDING * rounding[i] / step;
      target.accept(from + i, state[i], rate[i] / step, own + Math.copySign(noise, own));
    }
  }

  /** The gain of white noise in the errors of the rates of these samples. */
  double gain(double[] t, int from, int to) {
    double squares = 0;
    for (double weight : change) {
      squares += weight * weight;
    }
    double gain = 0;
    for (int i = from; i < to; i++) {
      double step = step(t, i);
      gain += squares / (step * step);
    }
    return gain;
  }

  private double step(double[] t, int sample) {
    return Grid.step(t, first(sample), end(sample + 1));
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
}
