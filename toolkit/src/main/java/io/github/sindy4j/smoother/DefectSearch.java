package io.github.sindy4j.smoother;

import java.util.List;

/**
 * q of S₀ = σ² D Dᵀ + q I for residuals r of one equation, where the derivative of the restricted
 * likelihood vanishes:
 *
 * <pre> rᵀ S₀⁻² r = (1 − k/n) tr S₀⁻¹. </pre>
 */
final class DefectSearch {
  private static final int STEPS = 40;
  private static final double CLOSE = 1e-3;

  private final double noise;
  private final List<Differences> differences;
  private final List<double[]> residuals;
  private final double share;

  /**
   * For residuals of each piece.
   *
   * @param noise σ²
   * @param fitted k, how many coefficients were fitted
   */
  DefectSearch(double noise, List<Differences> differences, List<double[]> residuals, int fitted) {
    this.noise = noise;
    this.differences = differences;
    this.residuals = residuals;
    int n = residuals.stream().mapToInt(r -> r.length).sum();
    this.share = (double) Math.max(1, n - fitted) / n;
  }

  /** q. */
  double find() {
    double squares = 0;
    double scale = differences.get(0).scale();
    int n = 0;
    for (double[] r : residuals) {
      n += r.length;
      for (double v : r) {
        squares += v * v;
      }
    }
    double low = Math.log(noise * scale * 1e-8 + 1e-34);
    double high = Math.log(squares / n * 10 + 1e-33);
    double atLow = slope(low);
    if (atLow < 0 || high <= low) {
      return Math.exp(low);
    }
    return between(low, atLow, high);
  }

  /**
   * The zero between two ends, by regula falsi that halves the value of an end that stays twice.
   */
  private double between(double left, double atLeft, double right) {
    double low = left;
    double high = right;
    double atLow = atLeft;
    double atHigh = slope(high);
    int stayed = 0;
    for (int step = 0; step < STEPS && high - low > CLOSE && atHigh < 0; step++) {
      double middle = (low * atHigh - high * atLow) / (atHigh - atLow);
      double value = slope(middle);
      if (Math.abs(value) < CLOSE) {
        return Math.exp(middle);
      }
      if (value > 0) {
        low = middle;
        atLow = value;
        atHigh /= stayed > 0 ? 2 : 1;
        stayed = 1;
      } else {
        high = middle;
        atHigh = value;
        atLow /= stayed < 0 ? 2 : 1;
        stayed = -1;
      }
    }
    return Math.exp(low);
  }

  /** log of rᵀ S₀⁻² r over (1 − k/n) tr S₀⁻¹, which has the sign of the slope in q. */
  private double slope(double logDefect) {
    double defect = Math.exp(logDefect);
    double squares = 0;
    double trace = 0;
    for (int k = 0; k < residuals.size(); k++) {
      squares += differences.get(k).squaredSolution(residuals.get(k), noise, defect);
      trace += differences.get(k).trace(noise, defect);
    }
    return Math.log(squares / (share * trace));
  }
}
