package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Whether whitened residuals are white: for each equation the autocorrelations
 *
 * <pre> ρⱼ = Σₜ rₜ rₜ₊ⱼ / Σₜ rₜ²,   j = 1 … h, </pre>
 *
 * and the statistic n (n + 2) Σⱼ ρⱼ²/(n − j), which is χ² with h degrees of freedom for large n
 * where model, noise and defect are what they are taken for. Pairs of samples in different pieces
 * do not count.
 *
 * <p>Source: G. M. Ljung and G. E. P. Box, Biometrika 65 (1978) 297–303.
 *
 * @param autocorrelations ρ, h×d
 * @param samples n
 * @param statistics one for each equation
 * @param probabilities of a larger statistic, if the residuals are white; NaN where a state carries
 *     no noise that could be
 */
public record Whiteness(Matrix autocorrelations, int samples, Vec statistics, Vec probabilities) {
  private static final int MOST_LAGS = 20;

  /** The largest |ρⱼ| of 19 in 20 white series of that length: 1.96/√n. */
  public double limit() {
    return 1.96 / Math.sqrt(samples);
  }

  /** h. */
  public int lags() {
    return autocorrelations.rows();
  }

  /** Of residuals, row-major with d columns, of each piece. */
  static Whiteness of(List<double[]> residuals, int d) {
    return of(residuals, d, List.of());
  }

  /** The same, where these states carry no noise to be seen. */
  static Whiteness of(List<double[]> residuals, int d, List<Integer> exact) {
    int samples = residuals.stream().mapToInt(r -> r.length / d).sum();
    // An even number, at most a fifth of the samples.
    int lags = Math.max(2, Math.min(MOST_LAGS, samples / 10 * 2));
    double[] correlations = new double[lags * d];
    double[] statistics = new double[d];
    double[] probabilities = new double[d];
    for (int i = 0; i < d; i++) {
      double squares = products(residuals, d, i, 0);
      for (int j = 1; j <= lags; j++) {
        double rho = squares > 0 ? products(residuals, d, i, j) / squares : 0;
        double pairs = pairs(residuals, d, j);
        correlations[(j - 1) * d + i] = rho;
        statistics[i] += pairs > 0 ? samples * (samples + 2.0) * rho * rho / pairs : 0;
      }
      probabilities[i] = exact.contains(i) ? Double.NaN : ChiSquared.above(statistics[i], lags);
    }
    return new Whiteness(
        Matrix.adopt(lags, d, correlations),
        samples,
        Vec.adopt(statistics),
        Vec.adopt(probabilities));
  }

  private static double products(List<double[]> residuals, int d, int equation, int lag) {
    double sum = 0;
    for (double[] r : residuals) {
      for (int e = equation; e + lag * d < r.length; e += d) {
        sum += r[e] * r[e + lag * d];
      }
    }
    return sum;
  }

  private static double pairs(List<double[]> residuals, int d, int lag) {
    return residuals.stream().mapToInt(r -> Math.max(0, r.length / d - lag)).sum();
  }
}
