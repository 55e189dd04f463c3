package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.SmoothedEstimate.Column;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.FourierTransform;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * xᵢ = p(tᵢ) + Σ_{k ≤ K} c_k cos(πk(i + ½)/n) and its derivative: a parabola p with the slopes of
 * the data half a step beyond either end, so that the mirror image of the rest has a continuous
 * rate there.
 *
 * <p>The slopes are those of local cubics over so many samples that bias² + variance is least: the
 * bias is what two degrees more change, the noise what a first series leaves. Rates are linear in
 * the data, R = R_c + Σ_e g_e a_eᵀ with R_c the derivative of the series alone, a_e the weights of
 * slope e, and g_e what R_c misses in its parabola; so their variances are exact.
 */
final class CosineSeries {
  private static final int DEGREE = 3;

  private final int n;
  private final double step;
  private final Terms terms;
  private final double[][] parabolas = new double[2][];
  private final double[][] shapes = new double[2][];
  private final List<Slopes> slopes = new ArrayList<>();

  CosineSeries(int n, double step, Terms terms) {
    this.n = n;
    this.step = step;
    this.terms = terms;
    double length = n * step;
    for (int e = 0; e < 2; e++) {
      parabolas[e] = new double[n];
      for (int i = 0; i < n; i++) {
        double s = (i + 0.5) * step;
        parabolas[e][i] = e == 0 ? s - s * s / (2 * length) : s * s / (2 * length);
      }
    }
    for (int e = 0; e < 2; e++) {
      shapes[e] = coefficients(parabolas[e]);
    }
    for (int window = DEGREE + 2; window <= n; window = 2 * window - 1) {
      slopes.add(slopeWeights(window));
    }
  }

  /**
   * Weights of the slopes at both ends.
   *
   * @param ends aₑ with slope e = Σ a_{ei} xᵢ
   * @param changes what polynomials of two degrees more add to aₑ
   */
  private record Slopes(List<Vec> ends, List<Vec> changes) {
    /** bias² + variance for noise of this variance. */
    double risk(double[] y, double variance) {
      double risk = 0;
      for (int e = 0; e < 2; e++) {
        double change = changes.get(e).dot(Vec.of(y));
        double gain = changes.get(e).dot(changes.get(e));
        risk += Math.max(0, change * change - variance * gain);
        risk += variance * ends.get(e).dot(ends.get(e));
      }
      return risk;
    }
  }

  private Slopes slopeWeights(int window) {
    double[] grid = new double[n];
    for (int i = 0; i < n; i++) {
      grid[i] = (i + 0.5) * step;
    }
    LocalPolynomial local = new LocalPolynomial();
    double[][] ends = new double[2][n];
    double[][] changes = new double[2][n];
    for (int e = 0; e < 2; e++) {
      int from = e == 0 ? 0 : n - window;
      local.fit(grid, from, from + window, e * n * step, DEGREE, DEGREE + 2);
      for (int j = 0; j < window; j++) {
        ends[e][from + j] = local.rateWeights()[j];
        changes[e][from + j] = local.refinedRateWeights()[j] - local.rateWeights()[j];
      }
    }
    return new Slopes(
        List.of(Vec.adopt(ends[0]), Vec.adopt(ends[1])),
        List.of(Vec.adopt(changes[0]), Vec.adopt(changes[1])));
  }

  private record Trial(List<Vec> weights, Vec trend, Vec series, TermsSearch chosen) {}

  Column column(double[] y) {
    double[] whole = coefficients(y);
    double variance = trial(y, whole, slopes.get(0).ends()).chosen().variance();
    Slopes least = Collections.min(slopes, Comparator.comparingDouble(s -> s.risk(y, variance)));
    Trial best = trial(y, whole, least.ends());
    int count = best.chosen().count();
    double[] series = best.series().toArray();
    int more = Math.min(n - 1, count + 1 + count / 4);
    double[] values = band(series, 0, count, false);
    double[] rates = band(series, 0, count, true);
    double length = n * step;
    for (int i = 0; i < n; i++) {
      double part = (i + 0.5) * step / length;
      values[i] += best.trend().get(0) * parabolas[0][i] + best.trend().get(1) * parabolas[1][i];
      rates[i] += best.trend().get(0) * (1 - part) + best.trend().get(1) * part;
    }
    double[] variances = variances(best.weights(), count);
    double deviation = Math.sqrt(best.chosen().variance());
    return new Column(
        Vec.adopt(values),
        Vec.adopt(rates),
        Vec.adopt(band(series, count + 1, more, true)),
        gain(best.weights(), count + 1, more),
        Vec.adopt(variances).map(v -> deviation * Math.sqrt(Math.max(0, v))));
  }

  private Trial trial(double[] y, double[] whole, List<Vec> weights) {
    Vec data = Vec.of(y);
    Vec trend = Vec.of(weights.get(0).dot(data), weights.get(1).dot(data));
    double[] series = whole.clone();
    for (int k = 0; k < n; k++) {
      series[k] -= trend.get(0) * shapes[0][k] + trend.get(1) * shapes[1][k];
    }
    double[] energies = new double[n];
    for (int k = 0; k < n; k++) {
      energies[k] = series[k] * series[k];
    }
    TermsSearch chosen = TermsSearch.of(terms, energies, 0, n, 1, (n - 1) / 2);
    return new Trial(weights, trend, Vec.adopt(series), chosen);
  }

  /** Coefficients in the orthonormal cosines. */
  private double[] coefficients(double[] x) {
    double[] re = new double[2 * n];
    double[] im = new double[2 * n];
    for (int i = 0; i < n; i++) {
      re[i] = x[i];
      re[2 * n - 1 - i] = x[i];
    }
    FourierTransform.forward(re, im);
    double[] c = new double[n];
    for (int k = 0; k < n; k++) {
      double angle = Math.PI * k / (2 * n);
      double sum = (Math.cos(angle) * re[k] + Math.sin(angle) * im[k]) / 2;
      c[k] = sum * Math.sqrt((k == 0 ? 1.0 : 2.0) / n);
    }
    return c;
  }

  private double frequency(int k) {
    return Math.PI * k / (n * step);
  }

  /** Σ cₖ φₖ or Σ cₖ φₖ′ for k from one frequency to another. */
  private double[] band(double[] c, int from, int to, boolean derived) {
    double[] even = new double[2 * n];
    double[] odd = new double[2 * n];
    for (int k = from; k <= to; k++) {
      double scaled = c[k] * Math.sqrt((k == 0 ? 1.0 : 2.0) / n);
      even[k] = derived ? 0 : scaled;
      odd[k] = derived ? -scaled * frequency(k) : 0;
    }
    return sum(even, odd);
  }

  /** Σ aₖ cos(πk(i + ½)/n) + bₖ sin(πk(i + ½)/n). */
  private double[] sum(double[] a, double[] b) {
    double[] re = new double[2 * n];
    double[] im = new double[2 * n];
    for (int k = 0; k < 2 * n; k++) {
      double angle = Math.PI * k / (2 * n);
      re[k] = 2 * n * (a[k] * Math.cos(angle) + b[k] * Math.sin(angle));
      im[k] = 2 * n * (a[k] * Math.sin(angle) - b[k] * Math.cos(angle));
    }
    FourierTransform.inverse(re, im);
    return Arrays.copyOf(re, n);
  }

  private double[] variances(List<Vec> weights, int count) {
    double[] twice = new double[2 * n];
    for (int k = 1; k <= count; k++) {
      double square = frequency(k) * frequency(k) / n;
      twice[0] += square;
      twice[2 * k] -= square;
    }
    double[] variances = sum(twice, new double[2 * n]);
    double[][] missed = new double[2][];
    double[][] turned = new double[2][];
    for (int e = 0; e < 2; e++) {
      missed[e] = band(shapes[e], 0, count, true);
      turned[e] = band(coefficients(weights.get(e).toArray()), 0, count, true);
      for (int i = 0; i < n; i++) {
        double part = (i + 0.5) / n;
        missed[e][i] = (e == 0 ? 1 - part : part) - missed[e][i];
      }
    }
    double both = 2 * weights.get(0).dot(weights.get(1));
    for (int i = 0; i < n; i++) {
      variances[i] += both * missed[0][i] * missed[1][i];
      for (int e = 0; e < 2; e++) {
        double g = missed[e][i];
        variances[i] += 2 * g * turned[e][i] + g * g * weights.get(e).dot(weights.get(e));
      }
    }
    return variances;
  }

  /** ‖E‖² with E = E_c (I − Σ p_e a_eᵀ), E_c the derivative of these terms. */
  private double gain(List<Vec> weights, int from, int to) {
    double gain = 0;
    for (int k = from; k <= to; k++) {
      gain += frequency(k) * frequency(k);
    }
    double[][] parts = new double[2][];
    for (int e = 0; e < 2; e++) {
      parts[e] = band(shapes[e], from, to, true);
      gain -=
          2 * DotProduct.of(parts[e], band(coefficients(weights.get(e).toArray()), from, to, true));
    }
    for (int e = 0; e < 2; e++) {
      for (int f = 0; f < 2; f++) {
        gain += DotProduct.of(parts[e], parts[f]) * weights.get(e).dot(weights.get(f));
      }
    }
    return gain;
  }
}
