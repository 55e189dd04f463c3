package io.github.sindy4j.integrators;

/**
 * The stages z of one step: zᵢ = h Σⱼ aᵢⱼ f(t + cⱼ h, x + zⱼ), by simplified Newton iterations in
 * the transformed variables w = T⁻¹ z, each with one real and one complex system.
 *
 * <p>Source: Hairer, Wanner, Solving Ordinary Differential Equations II, section IV.8.
 */
final class RadauNewton {
  /** How a solution was sought. */
  enum Ending {
    CONVERGED,
    TOO_SLOW,
    NOT_FINITE
  }

  /** Below this rate of convergence the Jacobian is as good as new. */
  static final double KEEPING = 1e-3;

  private static final int MOST = 7;
  private static final double ROUNDING = Math.ulp(1.0) / 2;

  private final CountedField field;
  private final int n;
  private final double goal;
  private final Lu real;
  private final ComplexLu complex;
  private final double[][] z;
  private final double[][] w;
  private final double[][] delta;
  private final double[] point;
  private double h;
  private double contraction = 1;
  private double rate;
  private double shrink;
  private int iterations;

  /**
   * {@code goal} is the size, in the norm of the error, that the rest of Newton's error may have.
   */
  RadauNewton(CountedField field, int n, double goal) {
    this.field = field;
    this.n = n;
    this.goal = goal;
    this.real = new Lu(n);
    this.complex = new ComplexLu(n);
    this.z = new double[3][n];
    this.w = new double[3][n];
    this.delta = new double[3][n];
    this.point = new double[n];
  }

  /** Factors both systems for this step; false when one is singular. */
  boolean factor(double step, double[] jacobian) {
    h = step;
    return real.factor(RadauTableau.GAMMA / h, jacobian)
        && complex.factor(RadauTableau.ALPHA / h, RadauTableau.BETA / h, jacobian);
  }

  /** The stages: where the iteration begins, and what it found. */
  double[][] stages() {
    return z;
  }

  /** How many iterations the last solution took. */
  int iterations() {
    return iterations;
  }

  /** The most iterations that are tried. */
  static int most() {
    return MOST;
  }

  /** The rate of convergence; one iteration shows none, and counts as fast. */
  double rate() {
    return rate;
  }

  /** By what a step that was too slow should be multiplied. */
  double shrink() {
    return shrink;
  }

  /** (γ/h I − J)⁻¹ b, in place. */
  void filter(double[] b) {
    real.solve(b);
  }

  /** Solves for the stages of the step from x at t, in the norm scaled by {@code scale}. */
  Ending solve(double t, double[] x, double[] scale) {
    RadauTableau.fromStages(z, w);
    contraction = Math.pow(Math.max(contraction, ROUNDING), 0.8);
    rate = KEEPING;
    shrink = 0.5;
    double before = 1;
    double rateBefore = 1;
    for (iterations = 1; iterations <= MOST; iterations++) {
      if (!evaluate(t, x)) {
        return Ending.NOT_FINITE;
      }
      improve();
      double size = size(scale);
      if (!Double.isFinite(size)) {
        return Ending.TOO_SLOW;
      }
      if (iterations > 1) {
        double quotient = size / before;
        rate = iterations == 2 ? quotient : Math.sqrt(quotient * rateBefore);
        rateBefore = quotient;
        if (!isPromising(size)) {
          return Ending.TOO_SLOW;
        }
      }
      before = Math.max(size, ROUNDING);
      advance();
      if (contraction * size <= goal) {
        return Ending.CONVERGED;
      }
    }
    return Ending.TOO_SLOW;
  }

  /** Whether the iterations that are left will reach the goal at this rate. */
  private boolean isPromising(double size) {
    if (!(rate < 0.99)) {
      return false;
    }
    contraction = rate / (1 - rate);
    int left = MOST - 1 - iterations;
    double last = contraction * size * Math.pow(rate, Math.max(0, left)) / goal;
    if (last >= 1 && contraction * size > goal) {
      shrink = 0.8 * Math.pow(Math.max(1e-4, Math.min(20, last)), -1.0 / (4 + Math.max(0, left)));
      return false;
    }
    return true;
  }

  /** Writes T⁻¹ f at the stages into delta. */
  private boolean evaluate(double t, double[] x) {
    return stage(t + RadauTableau.C1 * h, x, 0)
        && stage(t + RadauTableau.C2 * h, x, 1)
        && stage(t + h, x, 2);
  }

  private boolean stage(double t, double[] x, int k) {
    for (int i = 0; i < n; i++) {
      point[i] = x[i] + z[k][i];
    }
    return field.rates(t, point, delta[k]);
  }

  /** Newton's correction of w, into delta. */
  private void improve() {
    RadauTableau.fromStages(delta, delta);
    double g = RadauTableau.GAMMA / h;
    double a = RadauTableau.ALPHA / h;
    double b = RadauTableau.BETA / h;
    for (int i = 0; i < n; i++) {
      delta[0][i] -= g * w[0][i];
      delta[1][i] -= a * w[1][i] - b * w[2][i];
      delta[2][i] -= b * w[1][i] + a * w[2][i];
    }
    real.solve(delta[0]);
    complex.solve(delta[1], delta[2]);
  }

  private double size(double[] scale) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < n; i++) {
        double part = delta[k][i] / scale[i];
        sum += part * part;
      }
    }
    return Math.sqrt(sum / (3 * n));
  }

  private void advance() {
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < n; i++) {
        w[k][i] += delta[k][i];
      }
    }
    RadauTableau.toStages(w, z);
  }
}
