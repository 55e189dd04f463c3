package io.github.sindy4j.integrators;

import java.util.Arrays;

/**
 * ∂f/∂x at a point: exact where the field has it, else by forward differences with steps √(ε
 * max(1e−5, |xⱼ|)).
 *
 * <p>It steers Newton's method, whose limit does not depend on it: an entry that is not finite is
 * taken as 0. Source of the step: Hairer, Wanner, Solving Ordinary Differential Equations II,
 * section IV.8.
 */
final class Slopes {
  private static final double ROUNDING = Math.ulp(1.0);
  private static final double SMALLEST = 1e-5;

  private final CountedField field;
  private final double[] values;
  private final double[] moved;
  private final double[] rates;

  Slopes(CountedField field, int n) {
    this.field = field;
    this.values = new double[n * n];
    this.moved = new double[n];
    this.rates = new double[n];
  }

  /** The same where f(t, x) is not at hand; zero where it is not finite. */
  double[] at(double t, double[] x) {
    if (field.jacobian(t, x, values)) {
      return finite();
    }
    double[] there = new double[x.length];
    if (!field.rates(t, x, there)) {
      Arrays.fill(values, 0);
      return values;
    }
    difference(t, x, there);
    return finite();
  }

  /** ∂f/∂x (t, x), row-major; the array is used again by the next call. */
  double[] at(double t, double[] x, double[] ratesThere) {
    if (!field.jacobian(t, x, values)) {
      difference(t, x, ratesThere);
    }
    return finite();
  }

  private double[] finite() {
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        values[k] = 0;
      }
    }
    return values;
  }

  private void difference(double t, double[] x, double[] ratesThere) {
    int n = x.length;
    System.arraycopy(x, 0, moved, 0, n);
    for (int j = 0; j < n; j++) {
      double step = Math.sqrt(ROUNDING * Math.max(SMALLEST, Math.abs(x[j])));
      moved[j] = x[j] + step;
      if (!field.rates(t, moved, rates)) {
        moved[j] = x[j] - step;
        field.rates(t, moved, rates);
      }
      double width = moved[j] - x[j];
      for (int i = 0; i < n; i++) {
        values[i * n + j] = (rates[i] - ratesThere[i]) / width;
      }
      moved[j] = x[j];
    }
  }
}
