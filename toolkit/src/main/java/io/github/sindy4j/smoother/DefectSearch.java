package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import java.util.List;

/**
 * S₀ = σ² D Dᵀ + q I of one equation where the states are what they are: the differences of white
 * noise, and a defect. D Dᵀ is tridiagonal, with eigenvalues 2 − 2 cos(π j/N), j = 1 … N − 1.
 *
 * <p>q of residuals r is found where the derivative of the restricted likelihood vanishes,
 *
 * <pre> rᵀ S₀⁻² r = (1 − k/n) tr S₀⁻¹. </pre>
 */
final class DefectSearch {
  private static final Tolerance POSITIVE = new Tolerance(0);
  private static final int STEPS = 40;
  private static final double CLOSE = 1e-3;

  private final double noise;
  private final List<double[]> residuals;
  private final double share;

  /**
   * For residuals of the steps of each piece.
   *
   * @param noise σ²
   * @param fitted k, how many coefficients were fitted
   */
  DefectSearch(double noise, List<double[]> residuals, int fitted) {
    this.noise = noise;
    this.residuals = residuals;
    int n = residuals.stream().mapToInt(r -> r.length).sum();
    this.share = (double) Math.max(1, n - fitted) / n;
  }

  /** The factor of S₀ for a piece of so many steps. */
  static BandedCholesky covariance(int steps, double noise, double defect) {
    double[] band = new double[2 * steps];
    for (int k = 0; k < steps; k++) {
      band[2 * k] = 2 * noise + defect;
      band[2 * k + 1] = -noise;
    }
    return BandedCholesky.of(SymmetricBand.adopt(steps, 1, band), POSITIVE).orElseThrow();
  }

  /** q. */
  double find() {
    double squares = 0;
    int n = 0;
    for (double[] r : residuals) {
      n += r.length;
      for (double v : r) {
        squares += v * v;
      }
    }
    double low = Math.log(noise * 1e-8 + 1e-34);
    double high = Math.log(squares / n * 10 + 1e-33);
    double atLow = slope(low);
    if (atLow < 0 || high <= low) {
      return Math.exp(low);
    }
    double atHigh = slope(high);
    // Illinois: regula falsi that halves the value of an end that stays twice.
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
    for (double[] r : residuals) {
      squares += squaredSolution(r, defect);
      for (int j = 1; j <= r.length; j++) {
        trace += 1 / (noise * (2 - 2 * Math.cos(Math.PI * j / (r.length + 1))) + defect);
      }
    }
    return Math.log(squares / (share * trace));
  }

  /** ‖S₀⁻¹ r‖². */
  private double squaredSolution(double[] r, double defect) {
    double[] u = r.clone();
    BandedCholesky factor = covariance(r.length, noise, defect);
    factor.lowerSolve(u);
    factor.upperSolve(u);
    double sum = 0;
    for (double v : u) {
      sum += v * v;
    }
    return sum;
  }
}
