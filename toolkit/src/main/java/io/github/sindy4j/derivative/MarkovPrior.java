package io.github.sindy4j.derivative;

import java.util.Arrays;

/**
 * (d/dt + a)ᵇ x = white noise of unit intensity, as a Markov process of z = (x, ẋ, …, x^{(b−1)}):
 * an integrated Wiener process for a = 0, a Gaussian process with a Matérn covariance of smoothness
 * b − ½ for a &gt; 0.
 *
 * <p>z(t + h) = Φ z(t) + noise of covariance Q = ∫₀ʰ v(s) v(s)ᵀ ds, with Φ = exp(F h), F the
 * companion matrix, and v the impulse response s^{b−1} e^{−as}/(b−1)! with its derivatives. Q is
 * summed by Gauss's rule in units of h, where it has no cancellation, or for a h &gt; 4 taken as
 * the difference to the stationary covariance. Holds the last step: for one thread.
 *
 * <p>Source: J. Hartikainen and S. Särkkä, Proc. IEEE MLSP (2010) 379–384.
 */
final class MarkovPrior {
  private static final double LONG = 4;

  /** Steps of an even grid differ by rounding; those that differ by this part count as one. */
  private static final double SAME = 1e-10;

  /** Gauss's rule of 16 points on (0, 1), its upper half as distances from the middle. */
  private static final double[] NODES = {
    0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
    0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
  };

  private static final double[] WEIGHTS = {
    0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674,
    0.12462897125553388, 0.09515851168249279, 0.062253523938647894, 0.027152459411754096
  };

  private final int order;
  private final double decay;
  private final double[] stationary;
  private final double[] transition;
  private final double[] whitener;
  private final double[] unscaled;
  private double unscaledLogDeterminant;
  private double step = Double.NaN;
  private double logDeterminant;

  MarkovPrior(int order, double decay) {
    this.order = order;
    this.decay = decay;
    this.stationary = decay > 0 ? stationary(order) : new double[0];
    this.transition = new double[order * order];
    this.whitener = new double[order * order];
    this.unscaled = new double[order * order];
    if (decay == 0) {
      factor(integral(1));
    }
  }

  /** Φ, b×b, row by row, of the last step prepared. */
  double[] transition() {
    return transition;
  }

  /** V⁻¹ with Q = V Vᵀ, lower triangular, b×b, row by row, of the last step or start prepared. */
  double[] whitener() {
    return whitener;
  }

  /** log det Q. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Prepares Φ and V⁻¹ for a step h, and says whether they differ from those of the last step. */
  boolean prepare(double h) {
    if (h == step || (decay > 0 && Math.abs(h - step) <= SAME * h)) {
      return false;
    }
    step = h;
    fillTransition(h);
    if (decay == 0) {
      scale(h);
    } else if (decay * h > LONG) {
      factor(remaining());
      scale(1 / decay);
    } else {
      factor(integral(h));
      scale(h);
    }
    return true;
  }

  /** Prepares V⁻¹ for the stationary covariance. */
  void prepareStart() {
    step = Double.NaN;
    factor(stationary.clone());
    scale(1 / decay);
  }

  /** Φ = e^{−ah} Σ (N h)ᵏ/k! with N = F + a nilpotent. */
  private void fillTransition(double h) {
    double[] nilpotent = new double[order * order];
    double binomial = 1;
    for (int j = 0; j < order; j++) {
      nilpotent[(order - 1) * order + j] = -binomial * Math.pow(decay, order - j);
      binomial *= (double) (order - j) / (j + 1);
      nilpotent[j * order + j] += decay;
      if (j + 1 < order) {
        nilpotent[j * order + j + 1] = 1;
      }
    }
    double[] power = new double[order * order];
    Arrays.fill(transition, 0);
    for (int j = 0; j < order; j++) {
      power[j * order + j] = Math.exp(-decay * h);
    }
    for (int k = 1; k <= order; k++) {
      for (int e = 0; e < power.length; e++) {
        transition[e] += power[e];
      }
      power = product(power, nilpotent, h / k);
    }
  }

  private double[] product(double[] a, double[] b, double factor) {
    double[] c = new double[order * order];
    for (int i = 0; i < order; i++) {
      for (int k = 0; k < order; k++) {
        for (int j = 0; j < order; j++) {
          c[i * order + j] += factor * a[i * order + k] * b[k * order + j];
        }
      }
    }
    return c;
  }

  /** Q of a step h, in units where h is 1. */
  private double[] integral(double h) {
    double[] q = new double[order * order];
    double[] v = new double[order];
    for (int k = 0; k < 2 * NODES.length; k++) {
      double node = NODES[k / 2];
      addSquare(
          q, 0.5 * WEIGHTS[k / 2], response(decay * h, 0.5 + (k % 2 == 0 ? node : -node) / 2, v));
    }
    return q;
  }

  /** v(s) for the decay a, from v₀ = s^{b−1}/(b−1)! e^{−as} by differentiating the polynomials. */
  private static double[] response(double a, double s, double[] v) {
    int order = v.length;
    double[] coefficients = new double[order];
    coefficients[order - 1] = 1;
    for (int k = 2; k < order; k++) {
      coefficients[order - 1] /= k;
    }
    for (int j = 0; j < order; j++) {
      double value = 0;
      for (int k = order - 1; k >= 0; k--) {
        value = value * s + coefficients[k];
      }
      v[j] = value * Math.exp(-a * s);
      for (int k = 0; k < order; k++) {
        double derived = k + 1 < order ? (k + 1) * coefficients[k + 1] : 0;
        coefficients[k] = derived - a * coefficients[k];
      }
    }
    return v;
  }

  private static void addSquare(double[] q, double weight, double[] v) {
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        q[i * v.length + j] += weight * v[i] * v[j];
      }
    }
  }

  /**
   * ∫₀^∞ v vᵀ in units where a is 1: polynomials of degree 2b − 2 times e^{−2s}, panel by panel.
   */
  private static double[] stationary(int order) {
    double[] q = new double[order * order];
    double[] v = new double[order];
    for (int panel = 0; panel < 16; panel++) {
      for (int k = 0; k < 2 * NODES.length; k++) {
        double node = NODES[k / 2];
        double s = 2 * (panel + 0.5 + (k % 2 == 0 ? node : -node) / 2);
        addSquare(q, WEIGHTS[k / 2], response(1, s, v));
      }
    }
    return q;
  }

  /** The stationary variance of x in units where a is 1. */
  static double stationaryVariance(int order) {
    return stationary(order)[0];
  }

  /** P∞ − Φ P∞ Φᵀ in units where a is 1. */
  private double[] remaining() {
    double[] scaled = new double[order * order];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        scaled[i * order + j] = transition[i * order + j] * Math.pow(decay, j - i);
      }
    }
    double[] half = product(scaled, stationary, 1);
    double[] q = stationary.clone();
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        for (int k = 0; k < order; k++) {
          q[i * order + j] -= half[i * order + k] * scaled[j * order + k];
        }
      }
    }
    return q;
  }

  /** Q = V Vᵀ, in some unit of time; keeps V⁻¹ and log det Q in that unit. */
  private void factor(double[] q) {
    unscaledLogDeterminant = 0;
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = q[i * order + j];
        for (int k = 0; k < j; k++) {
          sum -= q[i * order + k] * q[j * order + k];
        }
        q[i * order + j] = i == j ? Math.sqrt(sum) : sum / q[j * order + j];
      }
      unscaledLogDeterminant += 2 * Math.log(q[i * order + i]);
    }
    for (int j = 0; j < order; j++) {
      for (int i = j; i < order; i++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          sum -= q[i * order + k] * unscaled[k * order + j];
        }
        unscaled[i * order + j] = sum / q[i * order + i];
      }
    }
  }

  /**
   * V⁻¹ and log det Q in the unit of the grid: entry j of z has the unit to the power b − ½ − j.
   */
  private void scale(double unit) {
    double power = Math.sqrt(unit);
    for (int j = order - 1; j >= 0; j--) {
      for (int i = j; i < order; i++) {
        whitener[i * order + j] = unscaled[i * order + j] / power;
      }
      power *= unit;
    }
    logDeterminant = unscaledLogDeterminant + order * order * Math.log(unit);
  }
}
