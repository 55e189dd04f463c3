package io.github.sindy4j.smoother;

/**
 * Where a rule wants the right-hand side: point e lies at a sample, and has the states there, their
 * rates where the equations are of second order, and its own controls.
 *
 * <p>Rates are linear in the states: v_s = Σⱼ c_{sj} x_{f_s + j}, the slope at t_s of the
 * polynomial through a window of samples.
 */
final class Points {
  private final int[] samples;
  private final double[] controls;
  private final int[] rateFirst;
  private final int rateWidth;
  private final double[] rateWeights;

  private Points(
      int[] samples, double[] controls, int[] rateFirst, int rateWidth, double[] rateWeights) {
    this.samples = samples;
    this.controls = controls;
    this.rateFirst = rateFirst;
    this.rateWidth = rateWidth;
    this.rateWeights = rateWeights;
  }

  /** Points at these samples with these controls, row-major; without rates. */
  static Points at(int[] samples, double[] controls) {
    return new Points(samples, controls, new int[0], 0, new double[0]);
  }

  /** The same with rates from windows of {@code width} samples, shifted inwards at the ends. */
  Points withRates(double[] times, int width) {
    int[] first = new int[times.length];
    double[] weights = new double[times.length * width];
    for (int s = 0; s < times.length; s++) {
      first[s] = Math.min(Math.max(s - width / 2, 0), times.length - width);
      slope(times, first[s], width, s, weights);
    }
    return new Points(samples, controls, first, width, weights);
  }

  /** ℓⱼ′(t_s) of the window's Lagrange polynomials, by barycentric weights. */
  private static void slope(double[] times, int from, int width, int s, double[] weights) {
    double scale = (times[from + width - 1] - times[from]) / 2;
    double[] barycentric = Lagrange.weights(times, from, width, times[s], scale);
    double sum = 0;
    for (int j = 0; j < width; j++) {
      if (from + j != s) {
        double c = barycentric[j] / barycentric[s - from] / (times[s] - times[from + j]);
        weights[s * width + j] = c;
        sum += c;
      }
    }
    weights[s * width + s - from] = -sum;
  }

  /** How many points there are. */
  int count() {
    return samples.length;
  }

  /** The sample of a point. */
  int sample(int e) {
    return samples[e];
  }

  /** The controls of all points, row-major. */
  double[] controls() {
    return controls;
  }

  /** Whether points have rates. */
  boolean hasRates() {
    return rateWidth > 0;
  }

  /** The number of samples in a rate's window. */
  int rateWidth() {
    return rateWidth;
  }

  /** f_s. */
  int rateFirst(int sample) {
    return rateFirst[sample];
  }

  /** c_{sj}. */
  double rateWeight(int sample, int j) {
    return rateWeights[sample * rateWidth + j];
  }

  /** The states, and the rates after them, of every point; x is N×d. */
  double[] arguments(double[] x, int d) {
    int variables = hasRates() ? 2 * d : d;
    double[] arguments = new double[count() * variables];
    for (int e = 0; e < count(); e++) {
      write(x, d, samples[e], arguments, e * variables);
    }
    return arguments;
  }

  /** The same of every sample. */
  double[] statesAndRates(double[] x, int d) {
    int variables = hasRates() ? 2 * d : d;
    int count = x.length / d;
    double[] all = new double[count * variables];
    for (int sample = 0; sample < count; sample++) {
      write(x, d, sample, all, sample * variables);
    }
    return all;
  }

  private void write(double[] x, int d, int sample, double[] target, int offset) {
    System.arraycopy(x, sample * d, target, offset, d);
    for (int j = 0; j < rateWidth; j++) {
      double c = rateWeight(sample, j);
      int source = (rateFirst[sample] + j) * d;
      for (int i = 0; i < d; i++) {
        target[offset + d + i] += c * x[source + i];
      }
    }
  }
}
