package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;
import java.util.Locale;

/** One run of {@link DormandPrince}: steps, and the states at the requested times they pass. */
final class DormandPrinceRun {
  /** Intervals are refused that are not longer than so many shortest steps. */
  private static final int FEWEST_ROUNDINGS = 1000 / 16 + 1;

  private final DormandPrince settings;
  private final CountedField field;
  private final Journal journal;
  private final StepObserver watch;
  private final double end;
  private final double shortest;
  private double time;
  private double[] state;

  DormandPrinceRun(
      DormandPrince settings,
      CountedField field,
      Journal journal,
      StepObserver watch,
      Request request) {
    this.settings = settings;
    this.field = field;
    this.journal = journal;
    this.watch = watch;
    this.time = request.times().first();
    this.end = request.times().last();
    this.shortest = 16 * Math.ulp(Math.max(Math.abs(time), Math.abs(end)));
    this.state = request.start().toArray();
  }

  /** The whole of a request, with nobody who watches. */
  static Solution solve(DormandPrince settings, Request request) {
    CountedField field = new CountedField(request.field().evaluator(), settings.maxEvaluations());
    Journal journal = new Journal(request, settings.region());
    journal.begin(request.times().first(), DormandPrince.NAME);
    return new DormandPrinceRun(settings, field, journal, StepObserver.NONE, request).solve();
  }

  /** The time of the last accepted step. */
  double time() {
    return time;
  }

  /** The state there. */
  double[] state() {
    return state;
  }

  Solution solve() {
    try {
      if (!journal.isFull()) {
        run(new DormandPrinceStepper(settings, field, time, state, end, shortest));
      }
      return journal.completed(field.evaluations());
    } catch (Halt halt) {
      return journal.stopped(time, halt.reason(), field.evaluations());
    } catch (DormandPrinceStepper.TooShort tooShort) {
      watch.stuck(time, shortest);
      return journal.stopped(time, stuck(), field.evaluations());
    }
  }

  private String stuck() {
    return end - time < FEWEST_ROUNDINGS * shortest
        ? "the rest of the interval is of the size of rounding"
        : String.format(
            Locale.ROOT,
            "the step size fell below %.2g, because the solution is singular or very stiff here",
            shortest);
  }

  private void run(DormandPrinceStepper stepper) {
    double[] between = new double[state.length];
    while (!journal.isFull()) {
      stepper.advance(journal.next());
      while (!journal.isFull() && journal.next() < stepper.time()) {
        stepper.between(journal.next(), between);
        journal.add(between);
      }
      journal.guard(stepper.state());
      while (!journal.isFull() && (stepper.isAtEnd() || journal.next() == stepper.time())) {
        journal.add(stepper.state());
      }
      time = stepper.time();
      state = stepper.state().clone();
      watch.stepped(time, state, stepper.length());
    }
  }
}
