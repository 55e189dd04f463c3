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

  /** The first step from a guess, in log q, and by how much the next ones are longer. */
  private static final double STEP = 1;

  private static final double WIDER = 3;

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

  /** q, sought on both sides of a first guess. */
  double from(double guess) {
    double squares = 0;
    int n = 0;
    for (double[] r : residuals) {
      n += r.length;
      for (double v : r) {
        squares += v * v;
      }
    }
    double lowest = Math.log(noise * differences.get(0).scale() * 1e-8 + 1e-34);
    double highest = Math.log(squares / n * 10 + 1e-33);
    double start = Math.min(Math.max(Math.log(guess), lowest), Math.max(lowest, highest));
    double value = slope(start);
    return value < 0 ? below(start, value, lowest) : above(start, value, highest);
  }

  private double below(double start, double atStart, double lowest) {
    double high = start;
    double atHigh = atStart;
    for (double step = STEP; high > lowest; step *= WIDER) {
      double low = Math.max(lowest, high - step);
      double atLow = slope(low);
      if (atLow >= 0) {
        return between(low, atLow, high, atHigh);
      }
      high = low;
      atHigh = atLow;
    }
    return Math.exp(lowest);
  }

  private double above(double start, double atStart, double highest) {
    double low = start;
    double atLow = atStart;
    for (double step = STEP; low < highest; step *= WIDER) {
      double high = Math.min(highest, low + step);
      double atHigh = slope(high);
      if (atHigh < 0) {
        return between(low, atLow, high, atHigh);
      }
      low = high;
      atLow = atHigh;
    }
    return Math.exp(low);
  }

  /**
   * The zero between two ends, by regula falsi that halves the value of an end that stays twice.
   */
  private double between(double left, double atLeft, double right, double atRight) {
    double low = left;
    double high = right;
    double atLow = atLeft;
    double atHigh = atRight;
    int stayed = 0;
    for (int step = 0; step < STEPS && high - low > CLOSE; step++) {
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
