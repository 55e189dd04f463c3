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
  private final double[] scratch;

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
    this.scratch = new double[residuals.stream().mapToInt(r -> r.length).max().orElse(0)];
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
    for (double[] r : residuals) {
      squares += squaredSolution(r, defect);
      trace += trace(r.length, defect);
    }
    return Math.log(squares / (share * trace));
  }

  /**
   * tr S₀⁻¹ = (d/dq) log det S₀. With σ² z², z the larger root of z + 1/z = 2 + q/σ², det S₀ = σ²ⁿ
   * (z^(n+1) − z^−(n+1))/(z − 1/z), so that the trace is ((n + 1) coth((n + 1) s) − coth s)/(2 σ²
   * sinh s) with z = eˢ.
   */
  private double trace(int n, double defect) {
    // cosh s = 1 + q/(2σ²), so sinh(s/2) = √(q/σ²)/2, accurate for small s.
    double s = 2 * arsinh(Math.sqrt(defect / noise) / 2);
    double difference =
        s < 1e-3 / (n + 1)
            ? s * ((n + 1.0) * (n + 1.0) - 1) / 3
            : (n + 1) / Math.tanh((n + 1) * s) - 1 / Math.tanh(s);
    return difference / (2 * noise * Math.sinh(s));
  }

  private static double arsinh(double v) {
    return v < 1e-4 ? v - v * v * v / 6 : Math.log(v + Math.sqrt(v * v + 1));
  }

  /** ‖S₀⁻¹ r‖² by elimination; the pivots soon stay the same. */
  private double squaredSolution(double[] r, double defect) {
    int n = r.length;
    double[] u = scratch;
    double diagonal = 2 * noise + defect;
    double pivot = diagonal;
    double before = r[0];
    u[0] = before;
    int settled = n;
    double[] ratios = new double[n];
    ratios[0] = noise / pivot;
    for (int k = 1; k < n; k++) {
      before = r[k] + ratios[k - 1] * before;
      u[k] = before;
      if (k < settled) {
        pivot = diagonal - noise * ratios[k - 1];
        ratios[k] = noise / pivot;
        settled = ratios[k] == ratios[k - 1] ? k : settled;
      } else {
        ratios[k] = ratios[settled];
      }
    }
    double after = 0;
    double sum = 0;
    for (int k = n - 1; k >= 0; k--) {
      after = ratios[k] * (u[k] / noise + after);
      sum += after * after;
    }
    return sum;
  }
}
