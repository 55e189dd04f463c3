package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;

/** One run of {@link Radau}: steps, and the states at the requested times that they pass. */
final class RadauRun {
  private final CountedField field;
  private final Journal journal;
  private double time;

  private RadauRun(CountedField field, Journal journal, double time) {
    this.field = field;
    this.journal = journal;
    this.time = time;
  }

  /** The whole of a request. */
  static Solution solve(Radau settings, CountedField field, Journal journal, Request request) {
    double[] start = request.start().toArray();
    return from(settings, field, journal, request.times().first(), start, request.times().last());
  }

  /** The rest of a run, from this time and state. */
  static Solution from(
      Radau settings, CountedField field, Journal journal, double t, double[] x, double end) {
    journal.begin(t, Radau.NAME);
    return new RadauRun(field, journal, t).run(settings, x, end);
  }

  private Solution run(Radau settings, double[] x, double end) {
    try {
      if (!journal.isFull()) {
        RadauStepper stepper = new RadauStepper(settings, field, time, x, end);
        double[] between = new double[x.length];
        while (!journal.isFull()) {
          stepper.advance();
          note(stepper, between);
          time = stepper.time();
        }
      }
      return journal.completed(field.evaluations());
    } catch (Halt halt) {
      return journal.stopped(time, halt.reason(), field.evaluations());
    }
  }

  private void note(RadauStepper stepper, double[] between) {
    while (!journal.isFull() && journal.next() <= stepper.time()) {
      stepper.between(journal.next(), between);
      journal.add(between);
    }
    journal.guard(stepper.state());
  }
}
