package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;
import java.util.Arrays;

/** One run of {@link RungeKutta4}. */
final class RungeKutta4Run {
  /** An interval that exceeds a whole number of steps by rounding alone takes no further step. */
  private static final double SLACK = 1 - 1e-9;

  private final Request request;
  private final double longest;
  private final CountedField field;
  private final Journal journal;
  private final double[] state;
  private final double[] trial;
  private final double[] slope;
  private final double[] sum;
  private double time;

  RungeKutta4Run(RungeKutta4 settings, Request request) {
    this.request = request;
    this.longest = settings.step();
    this.field = new CountedField(request.field().evaluator(), settings.maxEvaluations());
    this.journal = new Journal(request, settings.region());
    this.state = request.start().toArray();
    this.trial = new double[state.length];
    this.slope = new double[state.length];
    this.sum = new double[state.length];
    this.time = request.times().first();
    journal.begin(time, "runge-kutta-4");
  }

  Solution solve() {
    try {
      for (int k = 1; k < request.times().size(); k++) {
        advance(request.times().get(k - 1), request.times().get(k));
        journal.add(state);
      }
      return journal.completed(field.evaluations());
    } catch (Halt halt) {
      return journal.stopped(time, halt.reason(), field.evaluations());
    }
  }

  private void advance(double from, double to) {
    long steps = Math.max(1, (long) Math.ceil((to - from) / longest * SLACK));
    double h = (to - from) / steps;
    for (long j = 0; j < steps; j++) {
      step(from + j * h, h);
      journal.guard(state);
      time = j + 1 == steps ? to : from + (j + 1) * h;
    }
  }

  private void step(double t, double h) {
    Arrays.fill(sum, 0);
    System.arraycopy(state, 0, trial, 0, state.length);
    stage(t, 1, h / 2);
    stage(t + h / 2, 2, h / 2);
    stage(t + h / 2, 2, h);
    stage(t + h, 1, 0);
    for (int i = 0; i < state.length; i++) {
      state[i] += h / 6 * sum[i];
    }
  }

  /** Adds {@code weight}·f(t, trial) to the sum and moves the trial to x + {@code reach}·f. */
  private void stage(double t, double weight, double reach) {
    if (!field.rates(t, trial, slope)) {
      throw new Halt("the right-hand side is not finite");
    }
    for (int i = 0; i < state.length; i++) {
      sum[i] += weight * slope[i];
      trial[i] = state[i] + reach * slope[i];
    }
  }
}
