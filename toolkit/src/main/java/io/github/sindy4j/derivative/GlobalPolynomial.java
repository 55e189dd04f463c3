package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.SmoothedEstimate.Column;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * Polynomials p₀, p₁, … orthonormal on the samples, on s = 2 (t − t₁)/(t_n − t₁) − 1, with their
 * derivatives, one after the other by Forsythe's recurrence. For one thread.
 */
final class GlobalPolynomial {
  /** Beyond this overlap of a polynomial with the first two, the recurrence has lost its way. */
  private static final double ORTHOGONAL = 1e-8;

  private final double[] s;
  private final double toTime;
  private double[] before;
  private double[] now;
  private double[] slopeBefore;
  private double[] slope;
  private double[] first = new double[0];
  private double beta;

  GlobalPolynomial(Vec times) {
    double span = times.last() - times.first();
    this.s = times.map(t -> 2 * (t - times.first()) / span - 1).toArray();
    this.toTime = 2 / span;
    this.before = new double[s.length];
    this.now = new double[s.length];
    this.slopeBefore = new double[s.length];
    this.slope = new double[s.length];
    restart();
  }

  private void restart() {
    Arrays.fill(before, 0);
    Arrays.fill(slopeBefore, 0);
    Arrays.fill(slope, 0);
    Arrays.fill(now, 1 / Math.sqrt(s.length));
    beta = 0;
  }

  Column column(double[] y, Terms terms) {
    double[] energies = new double[Math.min(s.length, Chebyshev.HIGHEST + 3)];
    double[] coefficients = new double[energies.length];
    double[] left = y.clone();
    int known = 0;
    boolean going = true;
    while (going) {
      double c = DotProduct.of(now, left);
      for (int i = 0; i < left.length; i++) {
        left[i] -= c * now[i];
      }
      coefficients[known] = c;
      energies[known++] = c * c;
      going = known < energies.length && advance(known);
    }
    int most = Math.min(Chebyshev.HIGHEST, Math.max(1, (s.length - 1) / 2));
    TermsSearch chosen =
        TermsSearch.of(
            terms, Arrays.copyOf(energies, known), DotProduct.of(left, left), s.length, 1, most);
    return sum(coefficients, chosen, Math.min(known - 1, chosen.count() + 2));
  }

  private Column sum(double[] coefficients, TermsSearch chosen, int last) {
    int n = s.length;
    double[] values = new double[n];
    double[] rates = new double[n];
    double[] errors = new double[n];
    double[] variances = new double[n];
    double gain = 0;
    restart();
    for (int k = 0; k <= last; k++) {
      boolean kept = k <= chosen.count();
      for (int i = 0; i < n; i++) {
        double rate = toTime * slope[i];
        if (kept) {
          values[i] += coefficients[k] * now[i];
          rates[i] += coefficients[k] * rate;
          variances[i] += rate * rate;
        } else {
          errors[i] += coefficients[k] * rate;
          gain += rate * rate;
        }
      }
      if (k < last) {
        advance(k + 1);
      }
    }
    double deviation = Math.sqrt(chosen.variance());
    Vec deviations = Vec.adopt(variances).map(v -> deviation * Math.sqrt(v));
    return new Column(Vec.adopt(values), Vec.adopt(rates), Vec.adopt(errors), gain, deviations);
  }

  /** β_{k+1} p_{k+1} = (s − αₖ) pₖ − βₖ p_{k−1}; false where it is no longer orthogonal. */
  private boolean advance(int next) {
    double alpha = 0;
    for (int i = 0; i < s.length; i++) {
      alpha += s[i] * now[i] * now[i];
    }
    double norm = 0;
    for (int i = 0; i < s.length; i++) {
      double p = (s[i] - alpha) * now[i] - beta * before[i];
      double q = now[i] + (s[i] - alpha) * slope[i] - beta * slopeBefore[i];
      before[i] = now[i];
      slopeBefore[i] = slope[i];
      now[i] = p;
      slope[i] = q;
      norm += p * p;
    }
    beta = Math.sqrt(norm);
    double constant = 0;
    for (int i = 0; i < s.length; i++) {
      now[i] /= beta;
      slope[i] /= beta;
      constant += now[i];
    }
    if (next == 1) {
      first = now.clone();
    }
    boolean straight = Math.abs(constant) < ORTHOGONAL * Math.sqrt(s.length);
    return norm > 0 && straight && (next == 1 || Math.abs(DotProduct.of(now, first)) < ORTHOGONAL);
  }
}
