package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.Arrays;
import java.util.Optional;

/**
 * Local polynomials slid along a segment; samples are independent, so several threads give the same
 * bits as one.
 *
 * @param window the number of samples of a full window
 * @param refinedWindow the number for the refined rates, from which errors are estimated
 * @param degree of the polynomial
 * @param refinedDegree of the refined one
 * @param smoothing whether windows are cut short at the ends and states replaced by fitted values;
 *     otherwise windows keep their size and states are kept
 */
record LocalRates(int window, int refinedWindow, int degree, int refinedDegree, boolean smoothing) {
  private static final int CHUNK = 1024;

  /** The relative error of a state as it is stored. */
  static final double ROUNDING = 0x1p-52;

  Estimate estimate(Vec times, Matrix values) {
    return estimate(times, values, 0, times.size());
  }

  /** The samples {@code from … to−1} alone, as they are in the estimate of all. */
  Estimate estimate(Vec times, Matrix values, int from, int to) {
    int samples = times.size();
    if (samples < degree + 1) {
      throw new BadData(
          "too-few-samples",
          "",
          "a segment of "
              + samples
              + " samples is too short for a derivative that needs "
              + (degree + 1),
          "Choose a lower order or degree");
    }
    Pass pass = new Pass(times.toArray(), values);
    double[] gains = new double[(to - from + CHUNK - 1) / CHUNK];
    Team.each(
        gains.length,
        chunk -> {
          int first = from + chunk * CHUNK;
          gains[chunk] = pass.estimate(first, Math.min(to, first + CHUNK));
        });
    double gain = Arrays.stream(gains).sum();
    return pass.result(from, to, gain);
  }

  private boolean interpolates() {
    return !smoothing && window == degree + 1 && window <= refinedWindow;
  }

  private static Matrix part(Matrix all, int from, int to) {
    return from == 0 && to == all.rows() ? all : all.rowSlice(from, to);
  }

  /** One segment: whoever estimates samples writes to places of their own. */
  private final class Pass {
    private final double[] t;
    private final Matrix x;
    private final double[] states;
    private final double[] rates;
    private final double[] errors;
    private final Optional<EvenRates> even;

    Pass(double[] t, Matrix x) {
      int entries = t.length * x.cols();
      this.t = t;
      this.x = x;
      this.states = new double[smoothing ? entries : 0];
      this.rates = new double[entries];
      this.errors = new double[entries];
      this.even =
          interpolates() || (smoothing && window == refinedWindow && refinedDegree < window)
              ? Optional.of(new EvenRates(window, degree, refinedWindow, refinedDegree, smoothing))
              : Optional.empty();
    }

    Estimate result(int from, int to, double gain) {
      int samples = t.length;
      int n = x.cols();
      return new Estimate(
          part(smoothing ? Matrix.adopt(samples, n, states) : x, from, to),
          part(Matrix.adopt(samples, n, rates), from, to),
          part(Matrix.adopt(samples, n, errors), from, to),
          Vec.zeros(n).map(none -> gain),
          Optional.empty());
    }

    /** Estimates the samples {@code from … to−1}, and returns the gain of white noise in them. */
    double estimate(int from, int to) {
      return even.map(evenly -> byStretches(evenly, from, to)).orElseGet(() -> unevenly(from, to));
    }

    /** Stretches with windows of equal steps at once, the others otherwise. */
    private double byStretches(EvenRates evenly, int from, int to) {
      double gain = 0;
      int next = from;
      while (next < to) {
        int uneven = evenly.uneven(t, next, to);
        gain += evenly.estimate(t, x, next, uneven, states, rates, errors);
        next = evenly.even(t, uneven, to);
        gain += unevenly(uneven, next);
      }
      return gain;
    }

    /** Whole windows of interpolating polynomials run by run, the others singly. */
    private double unevenly(int from, int to) {
      int before = (refinedWindow - 1) / 2;
      int whole = Math.min(to, Math.max(from, before));
      int cut = Math.max(whole, Math.min(to, t.length - refinedWindow + 1 + before));
      if (!interpolates() || whole == cut) {
        return singly(from, to);
      }
      InterpolatedRates run = new InterpolatedRates(window, refinedWindow);
      return singly(from, whole) + run.estimate(t, x, whole, cut, rates, errors) + singly(cut, to);
    }

    private double singly(int from, int to) {
      if (from >= to) {
        return 0;
      }
      int low = Math.max(0, from - Math.max(window, refinedWindow));
      int high = Math.min(t.length, to + Math.max(window, refinedWindow));
      double[][] columns = new double[x.cols()][high - low];
      for (int c = 0; c < columns.length; c++) {
        x.copyColumn(c, low, high, columns[c], 0);
      }
      LocalPolynomial local = new LocalPolynomial();
      double gain = 0;
      for (int i = from; i < to; i++) {
        gain += at(i, columns, low, local);
      }
      return gain;
    }

    /**
     * Estimates sample i, and returns the gain of white noise in its rate error.
     *
     * @param columns the states from sample {@code first} on
     */
    private double at(int i, double[][] columns, int first, LocalPolynomial local) {
      int from = start(i, t.length, window, degree);
      int to = end(i, t.length, window, degree);
      int wideFrom = Math.min(from, start(i, t.length, refinedWindow, refinedDegree));
      int wideTo = Math.max(to, end(i, t.length, refinedWindow, refinedDegree));
      double[] change = new double[wideTo - wideFrom];
      local.fit(t, wideFrom, wideTo, t[i], refinedDegree, refinedDegree);
      System.arraycopy(local.rateWeights(), 0, change, 0, change.length);
      local.fit(t, from, to, t[i], degree, degree);
      double gain = 0;
      for (int j = 0; j < change.length; j++) {
        int inner = j + wideFrom - from;
        change[j] -= inner >= 0 && inner < to - from ? local.rateWeights()[inner] : 0;
        gain += change[j] * change[j];
      }
      int n = columns.length;
      for (int c = 0; c < n; c++) {
        double[] column = columns[c];
        double error = sum(change, column, wideFrom - first, change.length);
        double rounding = 0;
        for (int j = 0; j < to - from; j++) {
          rounding += Math.abs(local.rateWeights()[j] * column[from - first + j]);
        }
        rates[i * n + c] = sum(local.rateWeights(), column, from - first, to - from);
        errors[i * n + c] = error + Math.copySign(ROUNDING * rounding, error);
        if (smoothing) {
          states[i * n + c] = sum(local.valueWeights(), column, from - first, to - from);
        }
      }
      return gain;
    }
  }

  /** In the order of {@link InterpolatedRates}. */
  private static double sum(double[] weights, double[] x, int at, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += weights[j] * x[at + j];
    }
    return sum;
  }

  /** The first sample of the window around sample i. */
  private int start(int i, int samples, int size, int least) {
    int centred = i - (size - 1) / 2;
    return smoothing
        ? Math.max(0, Math.min(centred, samples - least - 1))
        : Math.max(0, Math.min(centred, samples - size));
  }

  /** One past the last sample of the window around sample i. */
  private int end(int i, int samples, int size, int least) {
    int centred = i - (size - 1) / 2 + size;
    return smoothing
        ? Math.min(samples, Math.max(centred, Math.min(samples, least + 1)))
        : Math.min(samples, Math.max(0, Math.min(i - (size - 1) / 2, samples - size)) + size);
  }
}
