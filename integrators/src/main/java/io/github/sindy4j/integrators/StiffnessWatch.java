package io.github.sindy4j.integrators;

/**
 * Ends a run of Dormand–Prince steps where the problem has become stiff and Radau IIA is cheaper.
 *
 * <p>The last two stages of a step lie at the same time, so that |λ| ≈ ‖Δf‖/‖Δx‖ estimates the
 * dominant eigenvalue of the Jacobian; on the negative real axis the method is stable for h |λ| ≤
 * 6.1, and where step after step lies there, stability and not accuracy limits them (Hairer,
 * Wanner, Solving Ordinary Differential Equations II, section IV.2). Then a few steps of Radau are
 * tried out beside the run; it takes over when its cost per unit of time is less than half. Else
 * the next look is twice as many steps away.
 *
 * <p>It only reads: until it ends a run, the run has the bits that it would have alone. One step in
 * a hundred is looked at, so that problems that are not stiff cost no more.
 */
final class StiffnessWatch implements StepWatch {
  private static final double BOUNDARY = 6.1;
  private static final int SUSPICIOUS = 15;
  private static final int CALM = 6;
  private static final long FIRST_LOOK = 100;
  private static final int TRIAL_STEPS = 24;
  private static final double GAIN = 2;

  private final Radau stiff;
  private final CountedField field;
  private final double end;
  private final double[][] states;
  private final double[][] rates;
  private boolean isLooking;
  private long steps;
  private long pause = FIRST_LOOK;
  private long nextLook = FIRST_LOOK;
  private int suspicious;
  private int calm;
  private double lookedFrom;
  private long evaluatedBefore;

  /** The problem has become stiff. */
  static final class Stiff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stiff() {
      super("", null, false, false);
    }
  }

  StiffnessWatch(Radau stiff, CountedField field, int n, double end) {
    this.stiff = stiff;
    this.field = field;
    this.end = end;
    this.states = new double[2][n];
    this.rates = new double[2][n];
  }

  @Override
  public void evaluated(double[] x, double[] f) {
    if (isLooking) {
      keep(states, x);
      keep(rates, f);
    }
  }

  private static void keep(double[][] pair, double[] values) {
    double[] older = pair[0];
    pair[0] = pair[1];
    pair[1] = older;
    System.arraycopy(values, 0, older, 0, values.length);
  }

  @Override
  public void arrived(double step) {
    steps++;
    if (!isLooking || steps <= nextLook) {
      return;
    }
    if (step * eigenvalue() > BOUNDARY) {
      suspicious++;
      calm = 0;
    } else {
      calm++;
    }
  }

  /** ‖Δf‖/‖Δx‖; 0 where the stages are the same. */
  private double eigenvalue() {
    double above = 0;
    double below = 0;
    for (int i = 0; i < states[0].length; i++) {
      double df = rates[1][i] - rates[0][i];
      double dx = states[1][i] - states[0][i];
      above += df * df;
      below += dx * dx;
    }
    return below > 0 ? Math.sqrt(above / below) : 0;
  }

  @Override
  public void stepped(double time, double[] state) {
    if (!isLooking && steps >= nextLook) {
      isLooking = true;
      suspicious = 0;
      calm = 0;
      lookedFrom = time;
      evaluatedBefore = field.evaluations();
    } else if (isLooking && calm >= CALM) {
      lookAgainAfter(FIRST_LOOK);
    } else if (isLooking && suspicious >= SUSPICIOUS) {
      double ours = (field.evaluations() - evaluatedBefore) / (time - lookedFrom);
      if (GAIN * priceOfRadau(time, state) < ours) {
        throw new Stiff();
      }
      pause *= 2;
      lookAgainAfter(pause);
    }
  }

  private void lookAgainAfter(long further) {
    isLooking = false;
    nextLook = steps + further;
  }

  /** Evaluations per unit of time, over the second half of a trial; infinite where it fails. */
  private double priceOfRadau(double time, double[] state) {
    try {
      RadauStepper stepper = new RadauStepper(stiff, field, time, state, end, 0);
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
    double n = states[0].length;
    return stepper.evaluations() * (1 + n / 3) + stepper.factorizations() * (n * n / 3 + n);
  }
}
