package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;

/**
 * D of a piece: x_{k+1} − x_k, or (x_{k+2} − x_{k+1})/h_{k+1} − (x_{k+1} − x_k)/h_k; and the
 * covariance of D y where only noise and a defect are in y: S₀ = σ² D Dᵀ + q I.
 */
final class Differences {
  private static final Tolerance POSITIVE = new Tolerance(0);

  private final int order;
  private final int rows;
  private final double[] weights;
  private final boolean plain;
  private final double scale;

  private Differences(int order, double[] weights, double scale) {
    this.scale = scale;
    this.order = order;
    this.rows = weights.length / (order + 1);
    this.weights = weights;
    this.plain = false;
  }

  /** Of these times. */
  Differences(double[] times, int order) {
    this.order = order;
    this.plain = order == 1;
    this.rows = times.length - order;
    this.weights = new double[rows * (order + 1)];
    for (int k = 0; k < rows; k++) {
      int at = k * (order + 1);
      if (order == 1) {
        weights[at] = -1;
        weights[at + 1] = 1;
      } else {
        weights[at] = 1 / (times[k + 1] - times[k]);
        weights[at + 2] = 1 / (times[k + 2] - times[k + 1]);
        weights[at + 1] = -weights[at] - weights[at + 2];
      }
    }
    this.scale = weights[0] * weights[0];
  }

  /**
   * D diag(√w), whose covariances are those of noise with variances σ² w.
   *
   * @param w one for each sample
   */
  Differences weighted(double[] w) {
    double[] weighted = weights.clone();
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j <= order; j++) {
        weighted[k * (order + 1) + j] *= Math.sqrt(w[k + j]);
      }
    }
    return new Differences(order, weighted, scale);
  }

  /** 1 or 2. */
  int order() {
    return order;
  }

  /** The number of rows. */
  int rows() {
    return rows;
  }

  /** D_{k, k + j}. */
  double weight(int k, int j) {
    return weights[k * (order + 1) + j];
  }

  /** D y of one column. */
  double[] of(double[] y) {
    double[] differences = new double[rows];
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j <= order; j++) {
        differences[k] += weight(k, j) * y[k + j];
      }
    }
    return differences;
  }

  /** The size of D's first entry, squared, whatever the weights. */
  double scale() {
    return scale;
  }

  /** The factor of S₀. */
  TwistedCholesky factor(double noise, double defect) {
    double[] band = new double[rows * (order + 1)];
    for (int k = 0; k < rows; k++) {
      for (int shift = 0; shift <= order && k + shift < rows; shift++) {
        double sum = shift == 0 ? defect : 0;
        for (int j = shift; j <= order; j++) {
          sum += noise * weight(k, j) * weight(k + shift, j - shift);
        }
        band[k * (order + 1) + shift] = sum;
      }
    }
    return TwistedCholesky.of(SymmetricBand.adopt(rows, order, band), POSITIVE).orElseThrow();
  }

  /** ‖S₀⁻¹ r‖². */
  double squaredSolution(double[] r, double noise, double defect) {
    return plain ? eliminated(r, noise, defect) : solved(r, noise, defect);
  }

  private double solved(double[] r, double noise, double defect) {
    Vec u = factor(noise, defect).solve(Vec.of(r));
    return u.dot(u);
  }

  /** For first differences, whose S₀ has constant diagonals: the pivots soon stay the same. */
  private static double eliminated(double[] r, double noise, double defect) {
    int n = r.length;
    double[] u = new double[n];
    double[] ratios = new double[n];
    double diagonal = 2 * noise + defect;
    double before = r[0];
    u[0] = before;
    ratios[0] = noise / diagonal;
    int settled = n;
    for (int k = 1; k < n; k++) {
      before = r[k] + ratios[k - 1] * before;
      u[k] = before;
      if (k < settled) {
        ratios[k] = noise / (diagonal - noise * ratios[k - 1]);
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

  /** tr S₀⁻¹. */
  double trace(double noise, double defect) {
    return plain ? closedTrace(rows, noise, defect) : sum(factor(noise, defect).inverseBand());
  }

  private static double sum(SymmetricBand inverse) {
    double sum = 0;
    for (int k = 0; k < inverse.size(); k++) {
      sum += inverse.get(k, k);
    }
    return sum;
  }

  /**
   * tr S₀⁻¹ = (d/dq) log det S₀. With z the larger root of z + 1/z = 2 + q/σ², det S₀ = σ²ⁿ
   * (z^(n+1) − z^−(n+1))/(z − 1/z), so that the trace is ((n + 1) coth((n + 1) s) − coth s)/(2 σ²
   * sinh s), z = eˢ.
   */
  private static double closedTrace(int n, double noise, double defect) {
    // cosh s = 1 + q/(2σ²) gives sinh(s/2) = √(q/σ²)/2, which is accurate for small s.
    double root = Math.sqrt(defect / noise) / 2;
    double s =
        2 * (root < 1e-4 ? root - root * root * root / 6 : Math.log(root + Math.hypot(root, 1)));
    double difference =
        s < 1e-3 / (n + 1)
            ? s * ((n + 1.0) * (n + 1.0) - 1) / 3
            : (n + 1) / Math.tanh((n + 1) * s) - 1 / Math.tanh(s);
    return difference / (2 * noise * Math.sinh(s));
  }
}
