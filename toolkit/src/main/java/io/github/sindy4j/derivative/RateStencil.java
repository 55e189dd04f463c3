package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.SymmetricBand;

/**
 * ẋ(tᵢ) = Σⱼ w_{ij} x_{fᵢ+j}: finite differences of one order of accuracy, as weights that are
 * kept, to differentiate many smoothed columns and to find the variance of their rates.
 */
final class RateStencil {
  private final int window;
  private final int[] from;
  private final double[] weights;

  /** Of this even order, or of the highest that the grid allows. */
  RateStencil(double[] times, int order) {
    int n = times.length;
    this.window = Math.min(order + 1, n);
    this.from = new int[n];
    this.weights = new double[n * window];
    LocalPolynomial local = new LocalPolynomial();
    for (int i = 0; i < n; i++) {
      from[i] = Math.max(0, Math.min(i - window / 2, n - window));
      local.fit(times, from[i], from[i] + window, times[i], window - 1, window - 1);
      System.arraycopy(local.rateWeights(), 0, weights, i * window, window);
    }
  }

  /** The number of neighbouring samples that a rate is made of. */
  int window() {
    return window;
  }

  /** The first of them. */
  int from(int i) {
    return from[i];
  }

  /** w_{ij}. */
  double weight(int i, int j) {
    return weights[i * window + j];
  }

  /** Rates of n×columns values, row by row. */
  double[] apply(double[] x, int columns) {
    double[] rates = new double[x.length];
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < window; j++) {
        double w = weights[i * window + j];
        int at = (from[i] + j) * columns;
        for (int c = 0; c < columns; c++) {
          rates[i * columns + c] += w * x[at + c];
        }
      }
    }
    return rates;
  }

  /** wᵢᵀ Z wᵢ for the covariance Z of the values, known as far from the diagonal as the window. */
  double variance(int i, SymmetricBand covariance) {
    double sum = 0;
    for (int j = 0; j < window; j++) {
      for (int k = 0; k < window; k++) {
        sum += weight(i, j) * weight(i, k) * covariance.get(from[i] + j, from[i] + k);
      }
    }
    return Math.max(0, sum);
  }
}
