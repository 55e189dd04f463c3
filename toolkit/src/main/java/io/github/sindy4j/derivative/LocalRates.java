package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.stream.IntStream;

/**
 * Local polynomials slid along a segment; samples are independent, so several threads give the same bits as one.
 *
 * @param window the number of samples of a full window
 * @param refinedWindow the number for the refined rates, from which errors are estimated
 * @param degree of the polynomial
 * @param refinedDegree of the refined one
 * @param smoothing whether windows are cut short at the ends and states replaced by fitted values; otherwise windows keep
 *     their size and states are kept
 */
record LocalRates(int window, int refinedWindow, int degree, int refinedDegree, boolean smoothing) {
  private static final int CHUNK = 4096;

  Estimate estimate(Vec times, Matrix values) {
    int samples = times.size();
    if (samples < degree + 1) {
      throw new BadData(
          "too-few-samples",
          "",
          "a segment of " + samples + " samples is too short for a derivative that needs " + (degree + 1),
          "Choose a lower order or degree");
    }
    double[] grid = times.toArray();
    double[] x = values.toArray();
    int n = values.cols();
    double[] states = smoothing ? new double[x.length] : x;
    double[] rates = new double[x.length];
    double[] errors = new double[x.length];
    IntStream.range(0, (samples + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              LocalPolynomial local = new LocalPolynomial();
              int end = Math.min(samples, (chunk + 1) * CHUNK);
              for (int i = chunk * CHUNK; i < end; i++) {
                at(i, grid, x, n, local, states, rates, errors);
              }
            });
    return new Estimate(
        Matrix.adopt(samples, n, states), Matrix.adopt(samples, n, rates), Matrix.adopt(samples, n, errors));
  }

  private void at(
      int i, double[] t, double[] x, int n, LocalPolynomial local, double[] states, double[] rates, double[] errors) {
    int from = start(i, t.length, window, degree);
    int to = end(i, t.length, window, degree);
    int wideFrom = start(i, t.length, refinedWindow, refinedDegree);
    int wideTo = end(i, t.length, refinedWindow, refinedDegree);
    boolean shared = from == wideFrom && to == wideTo;
    local.fit(t, from, to, t[i], degree, shared ? refinedDegree : degree);
    for (int c = 0; c < n; c++) {
      double rate = 0;
      double refined = 0;
      double state = 0;
      for (int j = from; j < to; j++) {
        double value = x[j * n + c];
        rate += local.rateWeights()[j - from] * value;
        refined += local.refinedRateWeights()[j - from] * value;
        state += local.valueWeights()[j - from] * value;
      }
      rates[i * n + c] = rate;
      errors[i * n + c] = refined - rate;
      if (smoothing) {
        states[i * n + c] = state;
      }
    }
    if (!shared) {
      local.fit(t, wideFrom, wideTo, t[i], refinedDegree, refinedDegree);
      for (int c = 0; c < n; c++) {
        double refined = 0;
        for (int j = wideFrom; j < wideTo; j++) {
          refined += local.rateWeights()[j - wideFrom] * x[j * n + c];
        }
        errors[i * n + c] = refined - rates[i * n + c];
      }
    }
  }

  /** The first sample of the window around sample i. */
  private int start(int i, int samples, int size, int least) {
    int centred = i - size / 2;
    return smoothing
        ? Math.max(0, Math.min(centred, samples - least - 1))
        : Math.max(0, Math.min(centred, samples - size));
  }

  /** One past the last sample of the window around sample i. */
  private int end(int i, int samples, int size, int least) {
    int centred = i - size / 2 + size;
    return smoothing
        ? Math.min(samples, Math.max(centred, Math.min(samples, least + 1)))
        : Math.min(samples, Math.max(0, Math.min(i - size / 2, samples - size)) + size);
  }
}
