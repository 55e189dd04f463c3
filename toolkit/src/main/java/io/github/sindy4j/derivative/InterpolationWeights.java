package io.github.sindy4j.derivative;

import java.util.Arrays;

/**
 * Weights wⱼ with p′(tᵢ) = Σⱼ wⱼ x_{fᵢ+j}, p the polynomial through the samples fᵢ … fᵢ+s−1, for a
 * run of samples i at once: Fornberg's recurrence, as {@link LocalPolynomial} has it, with the same
 * bits.
 *
 * <p>Arrays run along the samples, so that the processor works on several of them in each step.
 * Holds scratch space: one for each thread.
 */
final class InterpolationWeights {
  private final int size;
  private final int before;
  private final double[][] points;
  private final double[][] values;
  private final double[][] rates;
  private final double[] centres;
  private final double[] h;
  private final double[] scale;
  private final double[] nextScale;
  private final double[] lastValue;
  private final double[] lastRate;

  /**
   * Windows of {@code size} samples, {@code before} of them before sample i; runs of at most so
   * many.
   */
  InterpolationWeights(int size, int before, int longest) {
    this.size = size;
    this.before = before;
    this.points = new double[size][longest];
    this.values = new double[size][longest];
    this.rates = new double[size][longest];
    this.centres = new double[longest];
    this.h = new double[longest];
    this.scale = new double[longest];
    this.nextScale = new double[longest];
    this.lastValue = new double[longest];
    this.lastRate = new double[longest];
  }

  /** How many samples of a window come before its own. */
  int before() {
    return before;
  }

  /** wⱼ of every sample of the run; not to be written. */
  double[] rate(int j) {
    return rates[j];
  }

  /** Computes them for the samples {@code first … first+count−1}. */
  void fit(double[] times, int first, int count) {
    // Loops run over arrays of their own: of others the compiler makes no vectors.
    System.arraycopy(times, first, centres, 0, count);
    for (int j = 0; j < size; j++) {
      System.arraycopy(times, first - before + j, points[j], 0, count);
    }
    reach(points[0], points[size - 1], centres, h, count);
    for (int j = 0; j < size; j++) {
      place(points[j], centres, h, count);
      Arrays.fill(values[j], 0, count, 0);
      Arrays.fill(rates[j], 0, count, 0);
    }
    Arrays.fill(scale, 0, count, 1);
    Arrays.fill(values[0], 0, count, 1);
    for (int k = 1; k < size; k++) {
      Arrays.fill(nextScale, 0, count, 1);
      System.arraycopy(values[k - 1], 0, lastValue, 0, count);
      System.arraycopy(rates[k - 1], 0, lastRate, 0, count);
      for (int j = 0; j < k; j++) {
        join(points[k], points[j], values[j], rates[j], nextScale, count);
        if (k + 1 < size) {
          follow(points[k], points[j], values[j], count);
        }
      }
      close(k, count);
    }
    for (double[] rate : rates) {
      divide(rate, h, count);
    }
  }

  private static void reach(double[] first, double[] last, double[] centre, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = Math.max(Math.abs(first[i] - centre[i]), Math.abs(last[i] - centre[i]));
    }
  }

  private static void place(double[] point, double[] centre, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      point[i] = (point[i] - centre[i]) / h[i];
    }
  }

  private static void divide(double[] rate, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      rate[i] /= h[i];
    }
  }

  /** What point k does to the rate's weight of an earlier point. */
  private static void join(
      double[] pk, double[] pj, double[] value, double[] rate, double[] nextScale, int count) {
    for (int i = 0; i < count; i++) {
      double gap = pk[i] - pj[i];
      nextScale[i] *= gap;
      rate[i] = (pk[i] * rate[i] - value[i]) / gap;
    }
  }

  /** What it does to the value's, which only later points ask for. */
  private static void follow(double[] pk, double[] pj, double[] value, int count) {
    for (int i = 0; i < count; i++) {
      value[i] = pk[i] * value[i] / (pk[i] - pj[i]);
    }
  }

  /** The weights of point k itself. */
  private void close(int k, int count) {
    closeRate(points[k - 1], scale, nextScale, lastValue, lastRate, rates[k], count);
    closeValue(points[k - 1], scale, nextScale, lastValue, values[k], count);
    System.arraycopy(nextScale, 0, scale, 0, count);
  }

  private static void closeRate(
      double[] point,
      double[] scale,
      double[] nextScale,
      double[] lastValue,
      double[] lastRate,
      double[] rate,
      int count) {
    for (int i = 0; i < count; i++) {
      rate[i] = scale[i] * (lastValue[i] - point[i] * lastRate[i]) / nextScale[i];
    }
  }

  private static void closeValue(
      double[] point,
      double[] scale,
      double[] nextScale,
      double[] lastValue,
      double[] value,
      int count) {
    for (int i = 0; i < count; i++) {
      value[i] = -scale[i] * point[i] * lastValue[i] / nextScale[i];
    }
  }
}
