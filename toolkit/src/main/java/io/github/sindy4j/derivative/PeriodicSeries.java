package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.SmoothedEstimate.Column;
import io.github.sindy4j.linalg.FourierTransform;
import io.github.sindy4j.linalg.Vec;

/** xᵢ = Σ_{|k| ≤ K} c_k e^{2πi ki/n} and its derivative. */
final class PeriodicSeries {
  private PeriodicSeries() {}

  static Column column(double[] y, double step, Terms terms) {
    int n = y.length;
    double[] re = y.clone();
    double[] im = new double[n];
    FourierTransform.forward(re, im);
    int highest = n / 2;
    double[] energies = new double[highest + 1];
    for (int k = 0; k <= highest; k++) {
      double pair = k == 0 || 2 * k == n ? 1 : 2;
      energies[k] = pair * (re[k] * re[k] + im[k] * im[k]) / n;
    }
    TermsSearch chosen = TermsSearch.of(terms, energies, 0, n, 2, (n - 1) / 4);
    int more = Math.min(highest, chosen.count() + 1 + chosen.count() / 4);
    double unit = 2 * Math.PI / (n * step);
    double[] values = band(re, im, 0, chosen.count(), 0);
    double[] rates = band(re, im, 0, chosen.count(), unit);
    double[] errors = band(re, im, chosen.count() + 1, more, unit);
    double variance = 0;
    double gain = 0;
    for (int k = 1; k <= more && 2 * k < n; k++) {
      double square = 2 * k * unit * k * unit;
      variance += k <= chosen.count() ? square / n : 0;
      gain += k <= chosen.count() ? 0 : square;
    }
    double deviation = Math.sqrt(variance * chosen.variance());
    return new Column(
        Vec.adopt(values),
        Vec.adopt(rates),
        Vec.adopt(errors),
        gain,
        Vec.zeros(n).map(none -> deviation));
  }

  /** The terms from one frequency to another, or their derivative where the unit is not zero. */
  private static double[] band(double[] re, double[] im, int from, int to, double unit) {
    int n = re.length;
    double[] real = new double[n];
    double[] imaginary = new double[n];
    for (int k = 0; k < n; k++) {
      int frequency = 2 * k > n ? k - n : k;
      if (Math.abs(frequency) >= from && Math.abs(frequency) <= to) {
        double factor = 2 * k == n ? 0 : unit * frequency;
        real[k] = unit == 0 ? re[k] : -factor * im[k];
        imaginary[k] = unit == 0 ? im[k] : factor * re[k];
      }
    }
    FourierTransform.inverse(real, imaginary);
    return real;
  }
}
