package io.github.sindy4j.integrators;

/**
 * Ends a run of Dormand–Prince steps where the problem is stiff and Radau IIA is cheaper.
 *
 * <p>Every hundred steps it looks at h ρ, with ρ = |λ| of the dominant eigenvalue of the Jacobian:
 * on the negative real axis the method is stable for h ρ ≤ 6.1, and where its steps come near to
 * that, stability and not accuracy may limit them (Hairer, Wanner, Solving Ordinary Differential
 * Equations II, section IV.2). The estimate of ρ from the last two stages, as in DOP853, is lost in
 * rounding at tight tolerances; the Jacobian is not. Then a few steps of Radau are tried out beside
 * the run; it takes over when its cost for a unit of time is less than half. Else the next trial is
 * twice as many steps away, up to 1600, which many trials together pay for.
 *
 * <p>It only reads: until it ends a run, the run has the bits that it would have alone.
 */
final class StiffnessWatch implements StepObserver {
  private static final double NEAR = 3;
  private static final long PAUSE = 100;
  private static final long LONGEST_PAUSE = 1600;
  private static final int TRIAL_STEPS = 24;
  private static final double GAIN = 2;
  private static final int POWERS = 12;
  private static final int COARSE = 64;

  private final Radau stiff;
  private final CountedField field;
  private final Slopes slopes;
  private final double end;
  private double[] vector;
  private double[] image;
  private long steps;
  private long pause = PAUSE;
  private long nextLook = PAUSE;
  private double lookedAt;
  private long evaluatedBefore;

  /** The problem has become stiff. */
  static final class Stiff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stiff() {
      super("", null, false, false);
    }
  }

  StiffnessWatch(Radau stiff, CountedField field, Request request) {
    int n = request.start().size();
    this.stiff = stiff;
    this.field = field;
    this.slopes = new Slopes(field, n);
    this.lookedAt = request.times().first();
    this.end = request.times().last();
    this.vector = new double[n];
    this.image = new double[n];
  }

  @Override
  public void stepped(double time, double[] state, double step) {
    steps++;
    if (steps < nextLook || time >= end) {
      return;
    }
    double price = (field.evaluations() - evaluatedBefore) / (time - lookedAt);
    nextLook = steps + PAUSE;
    if (step * dominant(time, state) > NEAR) {
      if (GAIN * priceOfRadau(time, state) < price) {
        throw new Stiff();
      }
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
      nextLook = steps + pause;
    }
    lookedAt = time;
    evaluatedBefore = field.evaluations();
  }

  /** The shortest step that may be taken is that of the end of the run, not of now. */
  @Override
  public void stuck(double time, double shortest) {
    if (COARSE * Math.ulp(time) < shortest) {
      throw new Stiff();
    }
  }

  /**
   * ρ by powers of J on one vector: the geometric mean of the last growths, so that a pair of
   * complex eigenvalues counts by its modulus.
   */
  private double dominant(double time, double[] state) {
    double[] jacobian = slopes.at(time, state);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = 1 + 0.5 / (i + 1);
    }
    double growth = 1;
    for (int k = 0; k < POWERS; k++) {
      double size = multiply(jacobian);
      if (size == 0) {
        return 0;
      }
      growth *= k < POWERS / 2 ? 1 : size;
    }
    return Math.pow(growth, 2.0 / POWERS);
  }

  /** vector ← J vector, of length 1; the length before that, as a multiple of the old one. */
  private double multiply(double[] jacobian) {
    int n = vector.length;
    double above = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += jacobian[i * n + j] * vector[j];
      }
      image[i] = sum;
      above += sum * sum;
      below += vector[i] * vector[i];
    }
    double length = Math.sqrt(above);
    for (int i = 0; i < n && length > 0; i++) {
      image[i] /= length;
    }
    double[] old = vector;
    vector = image;
    image = old;
    return length / Math.sqrt(below);
  }

  /** Evaluations per unit of time, over the second half of a trial; infinite where it fails. */
  private double priceOfRadau(double time, double[] state) {
    try {
      RadauStepper stepper = new RadauStepper(stiff, field, time, state, end);
      double half = time;
      double costOfHalf = 0;
      for (int k = 0; k < TRIAL_STEPS && !stepper.isAtEnd(); k++) {
        if (k == TRIAL_STEPS / 2) {
          half = stepper.time();
          costOfHalf = cost(stepper);
        }
        stepper.advance();
      }
      return (cost(stepper) - costOfHalf) / (stepper.time() - half);
    } catch (Halt impossible) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * In evaluations, where one is worth 10 n operations: three of them come with two solutions, of
   * 10 n², and a pair of factors takes 10 n³/3.
   */
  private double cost(RadauStepper stepper) {
    double n = vector.length;
    return stepper.evaluations() * (1 + n / 3) + stepper.factorizations() * (n * n / 3 + n);
  }
}
