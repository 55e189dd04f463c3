package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/**
 * One run of an integrator of Commons Math, from the last accepted step again whenever a trial step
 * met a right-hand side that is not finite.
 *
 * <p>Commons Math accepts a step whose error estimate is not a number, and then never ends; with a
 * smallest step of zero it does not end at a pole either. So no such number is ever shown to it,
 * and the smallest step is a few units in the last place of time.
 */
final class CommonsRun implements FirstOrderDifferentialEquations, StepHandler {
  private final Recipe recipe;
  private final CountedField field;
  private final Journal journal;
  private final ShortestStep shortest;
  private double time;
  private double[] state;

  /** Makes the integrator of one attempt. */
  @FunctionalInterface
  interface Recipe {
    /** Steps between shortest and longest, the first of this length (0: found automatically). */
    AdaptiveStepsizeIntegrator integrator(double shortest, double longest, double first);
  }

  /** A trial step met a right-hand side that is not finite, at this time. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final double at;

    Rejected(double at) {
      super("", null, false, false);
      this.at = at;
    }
  }

  private CommonsRun(Recipe recipe, CountedField field, Journal journal, Request request) {
    this.recipe = recipe;
    this.field = field;
    this.journal = journal;
    this.time = request.times().first();
    this.shortest = ShortestStep.of(request);
    this.state = request.start().toArray();
  }

  /** The whole of a request, under its own name. */
  static Solution solve(
      Recipe recipe, String name, double region, long maxEvaluations, Request request) {
    CountedField field = new CountedField(request.field().evaluator(), maxEvaluations);
    Journal journal = new Journal(request, region);
    journal.begin(request.times().first(), name);
    return new CommonsRun(recipe, field, journal, request).solve();
  }

  private Solution solve() {
    try {
      double step = 0;
      while (!journal.isFull()) {
        step = attempt(step);
      }
      return journal.completed(field.evaluations());
    } catch (Halt halt) {
      return journal.stopped(time, halt.reason(), field.evaluations());
    } catch (NumberIsTooSmallException tooSmall) {
      return journal.stopped(time, shortest.stuck(time), field.evaluations());
    }
  }

  /**
   * Integrates as far as it goes, beginning with a step of this length (0: found automatically);
   * the next to try.
   */
  private double attempt(double step) {
    double begun = time;
    double span = shortest.end() - time;
    AdaptiveStepsizeIntegrator integrator =
        recipe.integrator(Math.min(shortest.length(), span), span, step);
    integrator.addStepHandler(this);
    try {
      double[] from = state.clone();
      integrator.integrate(this, time, from, shortest.end(), new double[from.length]);
      return 0;
    } catch (Rejected rejected) {
      double shorter = (rejected.at - time) / 2;
      if (time == begun && step > 0 && shorter > 0.75 * step) {
        // Adams begins with several steps that grow and are not shown to us.
        shorter = step / 2;
      }
      if (shorter < shortest.length()) {
        throw Halt.notFinite();
      }
      return shorter;
    }
  }

  private static double[] at(double t, StepInterpolator interpolator) {
    interpolator.setInterpolatedTime(t);
    return interpolator.getInterpolatedState();
  }

  @Override
  public int getDimension() {
    return state.length;
  }

  @Override
  public void computeDerivatives(double t, double[] x, double[] rates) {
    if (!field.rates(t, x, rates)) {
      throw new Rejected(t);
    }
  }

  @Override
  public void init(double t0, double[] x0, double t) {}

  @Override
  public void handleStep(StepInterpolator interpolator, boolean isLast) {
    double reached = interpolator.getCurrentTime();
    double[] arrived = at(reached, interpolator).clone();
    journal.pass(reached, isLast, arrived, t -> at(t, interpolator));
    time = reached;
    state = arrived;
  }
}
