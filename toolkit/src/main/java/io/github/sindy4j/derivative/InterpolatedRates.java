package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;

/**
 * Rates of samples whose windows are whole, run by run: the polynomial through a window, its error
 * from a wider one. Holds scratch space: one for each thread.
 */
final class InterpolatedRates {
  /**
   * So many samples at once stay in the cache. All loops over them are methods of their own, and
   * what calls these is called seldom: so the compiler has little loops to translate, once each,
   * instead of all of them anew within their callers, which took it longer than the rates take.
   */
  private static final int RUN = 1024;

  /** So many gains are added before they are added to the others. */
  private static final int SUMMED = 256;

  private final int size;
  private final InterpolationWeights narrow;
  private final InterpolationWeights wide;
  private final double[] rate = new double[RUN];
  private final double[] rounding = new double[RUN];
  private final double[] error = new double[RUN];
  private final double[] gain = new double[RUN];
  private final double[] column;
  private final double[] shifted = new double[RUN];
  private final double[][] change;

  /** Windows of these sizes, the same number of samples on either side of both. */
  InterpolatedRates(int size, int wideSize) {
    this.size = size;
    this.narrow = new InterpolationWeights(size, (size - 1) / 2, RUN);
    this.wide = new InterpolationWeights(wideSize, (wideSize - 1) / 2, RUN);
    this.column = new double[RUN + wideSize];
    this.change = new double[wideSize][RUN];
  }

  /**
   * Writes rates and their errors of the samples {@code from … to−1}, row by row of n columns, and
   * returns the gain of white noise in their rate errors.
   */
  double estimate(double[] t, Matrix x, int from, int to, double[] rates, double[] errors) {
    int n = x.cols();
    double gains = 0;
    for (int first = from; first < to; first += RUN) {
      int count = Math.min(RUN, to - first);
      weights(t, first, count);
      for (int begin = 0; begin < count; begin += SUMMED) {
        gains += sum(gain, begin, Math.min(count, begin + SUMMED));
      }
      for (int c = 0; c < n; c++) {
        column(x, c, first, count);
        spread(rate, rates, first * n + c, n, count);
        spread(error, errors, first * n + c, n, count);
      }
    }
    return gains;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Copies numbers to every {@code stride}-th place of a target, from {@code at} on. */
  static void spread(double[] values, double[] target, int at, int stride, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i * stride] = values[i];
    }
  }

  private void weights(double[] t, int first, int count) {
    narrow.fit(t, first, count);
    wide.fit(t, first, count);
    Arrays.fill(gain, 0, count, 0);
    int shift = wide.before() - narrow.before();
    for (int j = 0; j < change.length; j++) {
      boolean inside = j >= shift && j < shift + size;
      differ(wide.rate(j), narrow.rate(inside ? j - shift : 0), inside ? 1 : 0, change[j], count);
      addSquares(change[j], gain, count);
    }
  }

  private void column(Matrix x, int c, int first, int count) {
    int start = first - wide.before();
    x.copyColumn(c, start, start + count + change.length - 1, column, 0);
    Arrays.fill(rate, 0, count, 0);
    Arrays.fill(rounding, 0, count, 0);
    Arrays.fill(error, 0, count, 0);
    int shift = wide.before() - narrow.before();
    for (int j = 0; j < size; j++) {
      System.arraycopy(column, shift + j, shifted, 0, count);
      addRates(narrow.rate(j), shifted, rate, rounding, count);
    }
    for (int j = 0; j < change.length; j++) {
      System.arraycopy(column, j, shifted, 0, count);
      addErrors(change[j], shifted, error, count);
    }
    round(error, rounding, count);
  }

  private static void addRates(
      double[] weights, double[] column, double[] rate, double[] rounding, int count) {
    for (int i = 0; i < count; i++) {
      double part = weights[i] * column[i];
      rate[i] += part;
      rounding[i] += Math.abs(part);
    }
  }

  private static void addErrors(double[] weights, double[] column, double[] error, int count) {
    for (int i = 0; i < count; i++) {
      error[i] += weights[i] * column[i];
    }
  }

  private static void round(double[] error, double[] rounding, int count) {
    for (int i = 0; i < count; i++) {
      error[i] += Math.copySign(LocalRates.ROUNDING * rounding[i], error[i]);
    }
  }

  /** c = a − factor · b. */
  private static void differ(double[] a, double[] b, double factor, double[] c, int count) {
    for (int i = 0; i < count; i++) {
      c[i] = a[i] - factor * b[i];
    }
  }

  private static void addSquares(double[] a, double[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += a[i] * a[i];
    }
  }
}
