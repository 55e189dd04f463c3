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
    for (int i = 0; i < count; i++) {
      int from = first + i - before;
      double at = times[first + i];
      h[i] = Math.max(Math.abs(times[from] - at), Math.abs(times[from + size - 1] - at));
    }
    for (int j = 0; j < size; j++) {
      place(times, first, first - before + j, count, points[j]);
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
      for (int i = 0; i < count; i++) {
        rate[i] /= h[i];
      }
    }
  }

  private void place(double[] times, int first, int from, int count, double[] point) {
    for (int i = 0; i < count; i++) {
      point[i] = (times[from + i] - times[first + i]) / h[i];
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
    double[] point = points[k - 1];
    double[] value = values[k];
    double[] rate = rates[k];
    for (int i = 0; i < count; i++) {
      rate[i] = scale[i] * (lastValue[i] - point[i] * lastRate[i]) / nextScale[i];
      value[i] = -scale[i] * point[i] * lastValue[i] / nextScale[i];
      scale[i] = nextScale[i];
    }
  }
}
