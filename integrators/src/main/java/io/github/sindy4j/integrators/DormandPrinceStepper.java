package io.github.sindy4j.integrators;

import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.Precision;

/**
 * Steps of {@link DormandPrince}, with the control of their length and the continuous extension.
 *
 * <p>Does what the integrator of Commons Math 3.6.1 does, in the same order, so that both have the
 * same bits; but the three stages of the extension are evaluated only in steps where a state is
 * wanted, and a step that meets a right-hand side that is not finite is tried again with half of
 * what went well.
 */
final class DormandPrinceStepper {
  private static final double SAFETY = 0.9;
  private static final double LEAST_FACTOR = 0.2;
  private static final double LARGEST_FACTOR = 10;
  private static final double EXPONENT = -1.0 / 8;

  /** Of the error of third order, beside that of fifth. */
  private static final double THIRD = 0.01;

  private static final int VECTORS = 7;

  /** The time of no stage. */
  private static final double FINITE = Double.POSITIVE_INFINITY;

  private final DormandPrince settings;
  private final CountedField field;
  private final double end;
  private final double shortest;
  private final double longest;
  private final int n;
  private final double[][] k;
  private final double[][] v;
  private final double[] inner;
  private double before;
  private double time;
  private double[] old;
  private double[] state;
  private double[] next;
  private double step;

  /** The length of the last step that was tried, and its error. */
  private double tried;

  private double error;

  /** The rest of the interval is too short to be divided, or steps would have to be. */
  static final class TooShort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooShort() {
      super("", null, false, false);
    }
  }

  /**
   * From a time and state.
   *
   * @param least no step is shorter
   */
  DormandPrinceStepper(
      DormandPrince settings, CountedField field, double time, double[] state, ShortestStep least) {
    this.settings = settings;
    this.field = field;
    this.time = time;
    this.before = time;
    this.end = least.end();
    this.longest = end - time;
    this.shortest = Math.min(least.length(), longest);
    this.n = state.length;
    this.state = state.clone();
    this.old = new double[n];
    this.next = new double[n];
    this.inner = new double[n];
    this.k = new double[DormandPrinceTableau.ALL_STAGES][n];
    this.v = new double[VECTORS][n];
    if (longest <= 1000 * Math.ulp(Math.max(Math.abs(time), Math.abs(end)))) {
      throw new TooShort();
    }
    if (!field.rates(time, this.state, k[0])) {
      throw Halt.notFinite();
    }
    this.step = firstStep();
  }

  double time() {
    return time;
  }

  /** The state there; overwritten by the next step but one. */
  double[] state() {
    return state;
  }

  /** The length of the last step. */
  double length() {
    return time - before;
  }

  boolean isAtEnd() {
    return Precision.equals(time, end, 1);
  }

  /** Takes a step; states between will be asked for where this time lies before its end. */
  void advance(double wanted) {
    if (time > before) {
      prepare();
    }
    error = Double.NaN;
    while (!(error < 1)) {
      tried = time + step >= end ? end - time : step;
      double at = stages(tried);
      error = at == FINITE ? norm(tried) : Double.NaN;
      if (error < 1 && wanted < time + tried) {
        // Not always the step itself: the extension is over times as they are rounded.
        at = extension(time + tried - time);
      }
      if (at != FINITE) {
        error = Double.NaN;
        step = (at - time) / 2;
        if (step < shortest) {
          throw Halt.notFinite();
        }
      } else if (!(error < 1)) {
        step = bounded(tried * factor(error), false);
      }
    }
    double[] spare = old;
    old = state;
    state = next;
    next = spare;
    before = time;
    time += tried;
  }

  /** After a step: its last stage is the first of the next, its error tells the length of that. */
  private void prepare() {
    double[] first = k[0];
    k[0] = k[DormandPrinceTableau.STAGES - 1];
    k[DormandPrinceTableau.STAGES - 1] = first;
    double scaled = tried * factor(error);
    step = bounded(scaled, time + scaled >= end);
    step = time + step >= end ? end - time : step;
  }

  private static double factor(double error) {
    return Double.isNaN(error)
        ? LEAST_FACTOR
        : Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, SAFETY * FastMath.pow(error, EXPONENT)));
  }

  private double bounded(double length, boolean isLast) {
    if (length < shortest && !isLast) {
      throw new TooShort();
    }
    return Math.min(longest, Math.max(shortest, length));
  }

  /** The stages of a step; the time of the first that is not finite, or FINITE. */
  private double stages(double h) {
    for (int stage = 1; stage < DormandPrinceTableau.STAGES; stage++) {
      boolean isEnd = stage == DormandPrinceTableau.STAGES - 1;
      double[] x = isEnd ? next : inner;
      double at = time + DormandPrinceTableau.TIMES[stage] * h;
      combine(state, h, DormandPrinceTableau.inner(stage), x);
      if (!field.rates(at, x, k[stage])) {
        return at;
      }
    }
    return FINITE;
  }

  /** Those of the extension, and its vectors; the same. */
  private double extension(double h) {
    for (int stage = DormandPrinceTableau.STAGES;
        stage < DormandPrinceTableau.ALL_STAGES;
        stage++) {
      double at = time + DormandPrinceTableau.TIMES[stage] * h;
      combine(next, h, DormandPrinceTableau.inner(stage), inner);
      if (!field.rates(at, inner, k[stage])) {
        return at;
      }
    }
    double[] last = k[DormandPrinceTableau.STAGES - 1];
    for (int i = 0; i < n; i++) {
      v[0][i] = DormandPrinceTableau.STATE.sum(k, i);
      v[1][i] = k[0][i] - v[0][i];
      v[2][i] = v[0][i] - v[1][i] - last[i];
      for (int q = 0; q < DormandPrinceTableau.EXTENSION.length; q++) {
        v[3 + q][i] = DormandPrinceTableau.EXTENSION[q].sum(k, i);
      }
    }
    return FINITE;
  }

  private void combine(
      double[] from, double h, DormandPrinceTableau.Weights weights, double[] target) {
    for (int i = 0; i < n; i++) {
      target[i] = from[i] + h * weights.sum(k, i);
    }
  }

  /** ‖e‖ beside the tolerances, of fifth order, corrected by that of third. */
  private double norm(double h) {
    double fifth = 0;
    double third = 0;
    for (int i = 0; i < n; i++) {
      double size = Math.max(Math.abs(state[i]), Math.abs(next[i]));
      double tolerance = settings.absoluteTolerance() + settings.relativeTolerance() * size;
      double a = DormandPrinceTableau.ERROR_5.sum(k, i) / tolerance;
      double b = DormandPrinceTableau.ERROR_3.sum(k, i) / tolerance;
      fifth += a * a;
      third += b * b;
    }
    double below = fifth + THIRD * third;
    return Math.abs(h) * fifth / Math.sqrt(n * (below <= 0 ? 1 : below));
  }

  /** The state at a time in the last step, whose extension was wanted, in the target. */
  double[] between(double t, double[] target) {
    double h = time - before;
    double left = time - t;
    double theta = (h - left) / h;
    double eta = 1 - theta;
    for (int i = 0; i < n; i++) {
      double inside =
          v[2][i] + eta * (v[3][i] + theta * (v[4][i] + eta * (v[5][i] + theta * v[6][i])));
      target[i] =
          theta <= 0.5
              ? old[i] + theta * h * (v[0][i] + eta * (v[1][i] + theta * inside))
              : state[i] - left * (v[0][i] - theta * (v[1][i] + theta * inside));
    }
    return target;
  }

  /**
   * h with h⁸ max(‖f‖, ‖ẍ‖) = 0.01 in the norm of the tolerances, ẍ from an Euler step.
   *
   * <p>Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, section II.4.
   */
  private double firstStep() {
    double states = 0;
    double rates = 0;
    for (int i = 0; i < n; i++) {
      states += square(state[i] / scale(i));
      rates += square(k[0][i] / scale(i));
    }
    double euler = states < 1e-10 || rates < 1e-10 ? 1e-6 : 0.01 * Math.sqrt(states / rates);
    for (int i = 0; i < n; i++) {
      inner[i] = state[i] + euler * k[0][i];
    }
    if (!field.rates(time + euler, inner, k[1])) {
      if (euler / 2 < shortest) {
        throw Halt.notFinite();
      }
      return Math.min(longest, euler / 2);
    }
    double second = 0;
    for (int i = 0; i < n; i++) {
      second += square((k[1][i] - k[0][i]) / scale(i));
    }
    second = Math.sqrt(second) / euler;
    double largest = Math.max(Math.sqrt(rates), second);
    double found =
        largest < 1e-15
            ? Math.max(1e-6, 0.001 * Math.abs(euler))
            : FastMath.pow(0.01 / largest, 1.0 / 8);
    double first = Math.max(Math.min(100 * Math.abs(euler), found), 1e-12 * Math.abs(time));
    return Math.min(longest, Math.max(shortest, first));
  }

  private double scale(int i) {
    return settings.absoluteTolerance() + settings.relativeTolerance() * Math.abs(state[i]);
  }

  private static double square(double x) {
    return x * x;
  }
}
