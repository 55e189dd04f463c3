package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;

/** One run of {@link DormandPrince}: steps, and the states at the requested times they pass. */
final class DormandPrinceRun {
  private final DormandPrince settings;
  private final CountedField field;
  private final Journal journal;
  private final StepObserver watch;
  private final ShortestStep shortest;
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
    this.shortest = ShortestStep.of(request);
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
        run(new DormandPrinceStepper(settings, field, time, state, shortest));
      }
      return journal.completed(field.evaluations());
    } catch (Halt halt) {
      return journal.stopped(time, halt.reason(), field.evaluations());
    } catch (DormandPrinceStepper.TooShort tooShort) {
      watch.stuck(time, shortest.length());
      return journal.stopped(time, shortest.stuck(time), field.evaluations());
    }
  }

  private void run(DormandPrinceStepper stepper) {
    double[] between = new double[state.length];
    while (!journal.isFull()) {
      stepper.advance(journal.next());
      journal.pass(
          stepper.time(), stepper.isAtEnd(), stepper.state(), t -> stepper.between(t, between));
      time = stepper.time();
      state = stepper.state();
      watch.stepped(time, state, stepper.length());
    }
  }
}
