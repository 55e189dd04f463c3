package io.github.sindy4j.integrators;

import java.util.Locale;

/**
 * Takes the steps of {@link Radau}: one accepted step at a time, with the polynomial through its
 * stages.
 *
 * <p>Step sizes follow Gustafsson's predictive control; the Jacobian is kept while Newton converges
 * fast, and so are the factors while the step would hardly grow. Source: Hairer, Wanner, Solving
 * Ordinary Differential Equations II, section IV.8 (the program RADAU5).
 */
final class RadauStepper {
  private static final double SAFETY = 0.9;
  private static final double LARGEST_GROWTH = 8;
  private static final double LARGEST_CUT = 5;
  private static final double HARDLY = 1.2;
  private static final double ROUNDING = Math.ulp(1.0) / 2;
  private static final int SINGULAR = 12;
  private static final int SPAN = 1000;

  private final CountedField field;
  private final long evaluatedBefore;
  private final RadauNewton newton;
  private final RadauNewton between;
  private final Slopes slopes;
  private final Collocation collocation;
  private final int n;
  private final double absolute;
  private final double relative;
  private final double end;
  private final double[] x;
  private final double[] rates;
  private final double[] scale;
  private final double[] error;
  private final double[] trial;
  private double[] jacobian = {};
  private final double[] old;
  private final double[] oldScale;
  private double before;
  private double time;
  private double h;
  private double lastStep;
  private double lastError;
  private boolean hasStepped;
  private boolean isFactored;
  private boolean hasJacobian;
  private boolean isFresh;
  private boolean wasRejected;
  private int factorizations;

  /** From x at {@code time} towards {@code end}. */
  RadauStepper(Radau settings, CountedField field, double time, double[] x, double end) {
    this.field = field;
    this.evaluatedBefore = field.evaluations();
    this.n = x.length;
    this.x = x.clone();
    this.time = time;
    this.end = end;
    // The estimate is of order 3 where the solution is of order 5.
    this.relative = 0.1 * Math.pow(settings.relativeTolerance(), 2.0 / 3);
    this.absolute = relative * (settings.absoluteTolerance() / settings.relativeTolerance());
    double goal = Math.max(10 * ROUNDING / relative, Math.min(0.03, Math.sqrt(relative)));
    this.newton = new RadauNewton(field, n, goal);
    this.between = new RadauNewton(field, n, goal);
    this.old = new double[n];
    this.oldScale = new double[n];
    this.slopes = new Slopes(field, n);
    this.collocation = new Collocation(n);
    this.rates = new double[n];
    this.scale = new double[n];
    this.error = new double[n];
    this.trial = new double[n];
    rescale();
    if (!field.rates(time, x, rates)) {
      throw new Halt(Halt.NOT_FINITE);
    }
    this.h = firstStep();
  }

  double time() {
    return time;
  }

  /** The state at {@link #time}; not to be written to. */
  double[] state() {
    return x;
  }

  /**
   * The state between the last two times: of a step of its own to there, begun by the polynomial
   * through the stages. So it has order 5 and the damping of a step, which the polynomial has not.
   */
  void between(double t, double[] out) {
    if (t >= time) {
      System.arraycopy(x, 0, out, 0, n);
      return;
    }
    double step = t - before;
    collocation.stages(t, old, between.stages());
    boolean isSolved =
        between.factor(step, jacobian)
            && between.solve(before, old, oldScale) == RadauNewton.Ending.CONVERGED;
    for (int i = 0; i < n; i++) {
      out[i] = isSolved ? old[i] + between.stages()[2][i] : collocation.at(t, i);
    }
  }

  /** How often the right-hand side was evaluated for these steps. */
  long evaluations() {
    return field.evaluations() - evaluatedBefore;
  }

  /** How often a pair of systems was factored. */
  int factorizations() {
    return factorizations;
  }

  boolean isAtEnd() {
    return time >= end;
  }

  /** One accepted step; halts where there is none. */
  void advance() {
    boolean isInfinite = false;
    int singular = 0;
    while (true) {
      fitToEnd();
      if (h < shortest() && h < end - time) {
        throw new Halt(isInfinite ? Halt.NOT_FINITE : stuck());
      }
      if (!prepare()) {
        singular++;
        shorten(singular < SINGULAR ? 0.5 : 0.01);
        continue;
      }
      collocation.predict(h, newton.stages(), hasStepped);
      RadauNewton.Ending ending = newton.solve(time, x, scale);
      isInfinite = ending == RadauNewton.Ending.NOT_FINITE;
      if (ending != RadauNewton.Ending.CONVERGED) {
        shorten(newton.shrink());
        continue;
      }
      double size = estimate();
      isInfinite = Double.isNaN(size);
      if (control(size)) {
        return;
      }
    }
  }

  /** A step that would nearly reach the end reaches it. */
  private void fitToEnd() {
    if (time + 1.0001 * h >= end) {
      isFactored &= h == end - time;
      h = end - time;
    }
  }

  private boolean prepare() {
    if (!hasJacobian) {
      jacobian = slopes.at(time, x, rates);
      hasJacobian = true;
      isFresh = true;
      isFactored = false;
    }
    if (!isFactored) {
      isFactored = newton.factor(h, jacobian);
      factorizations++;
    }
    return isFactored;
  }

  private void shorten(double factor) {
    h *= factor;
    isFactored = false;
    wasRejected = true;
    hasJacobian = isFresh;
  }

  /** The size of the error of the step, in the norm in which at most 1 is allowed. */
  private double estimate() {
    double[][] z = newton.stages();
    double[] sum = trial;
    for (int i = 0; i < n; i++) {
      sum[i] =
          (RadauTableau.E1 * z[0][i] + RadauTableau.E2 * z[1][i] + RadauTableau.E3 * z[2][i]) / h;
      error[i] = sum[i] + rates[i];
    }
    newton.filter(error);
    double size = size();
    if (size < 1 || (hasStepped && !wasRejected)) {
      return size;
    }
    double[] at = new double[n];
    double[] there = new double[n];
    for (int i = 0; i < n; i++) {
      at[i] = x[i] + error[i];
    }
    if (!field.rates(time, at, there)) {
      return size;
    }
    for (int i = 0; i < n; i++) {
      error[i] = there[i] + sum[i];
    }
    newton.filter(error);
    return size();
  }

  private double size() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double part = error[i] / scale[i];
      sum += part * part;
    }
    return Math.max(Math.sqrt(sum / n), 1e-10);
  }

  /** Accepts or rejects the step, and chooses the next; whether it was accepted. */
  private boolean control(double size) {
    int most = RadauNewton.most();
    double safety = Math.min(SAFETY, SAFETY * (1 + 2 * most) / (newton.iterations() + 2.0 * most));
    double quotient = bounded(Math.pow(size, 0.25) / safety);
    if (!(size < 1)) {
      shorten(hasStepped ? 1 / (Double.isNaN(quotient) ? 2 : quotient) : 0.1);
      return false;
    }
    if (hasStepped) {
      double predicted = lastStep / h * Math.pow(size * size / lastError, 0.25) / SAFETY;
      quotient = Math.max(quotient, bounded(predicted));
    }
    double next = h / quotient;
    next = wasRejected ? Math.min(next, h) : next;
    lastStep = h;
    lastError = Math.max(1e-2, size);
    accept();
    boolean isFast = newton.rate() <= RadauNewton.KEEPING;
    if (isFast && next >= h && next <= HARDLY * h) {
      return true;
    }
    h = next;
    isFactored = false;
    hasJacobian = isFast;
    return true;
  }

  private static double bounded(double quotient) {
    return Math.max(1 / LARGEST_GROWTH, Math.min(LARGEST_CUT, quotient));
  }

  private void accept() {
    before = time;
    System.arraycopy(x, 0, old, 0, n);
    System.arraycopy(scale, 0, oldScale, 0, n);
    double reached = h == end - time ? end : time + h;
    double[][] z = newton.stages();
    for (int i = 0; i < n; i++) {
      x[i] += z[2][i];
    }
    collocation.accept(reached, h, x, z);
    time = reached;
    hasStepped = true;
    wasRejected = false;
    isFresh = false;
    rescale();
    if (!field.rates(time, x, rates)) {
      throw new Halt(Halt.NOT_FINITE);
    }
  }

  private void rescale() {
    for (int i = 0; i < n; i++) {
      scale[i] = absolute + relative * Math.abs(x[i]);
    }
  }

  /** Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, section II.4. */
  private double firstStep() {
    double d0 = norm(x);
    double d1 = norm(rates);
    double guess = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1;
    guess = Math.min(guess, end - time);
    double[] there = new double[n];
    for (int i = 0; i < n; i++) {
      trial[i] = x[i] + guess * rates[i];
    }
    if (!field.rates(time + guess, trial, there)) {
      return Math.max(shortest(), guess / SPAN);
    }
    for (int i = 0; i < n; i++) {
      there[i] = (there[i] - rates[i]) / guess;
    }
    double largest = Math.max(d1, norm(there));
    double second =
        largest <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : Math.pow(0.01 / largest, 0.25);
    return Math.max(shortest(), Math.min(Math.min(100 * guess, second), end - time));
  }

  private double norm(double[] v) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += v[i] / scale[i] * (v[i] / scale[i]);
    }
    return Math.sqrt(sum / n);
  }

  private double shortest() {
    return Math.max(Double.MIN_NORMAL, 16 * Math.ulp(time));
  }

  private String stuck() {
    return String.format(
        Locale.ROOT,
        "the step size fell below %.2g, because the solution is singular here",
        shortest());
  }
}
