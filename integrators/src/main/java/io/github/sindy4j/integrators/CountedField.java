package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Evaluator;

/** f with a budget: counts its evaluations and notices when it is not finite. */
final class CountedField {
  /** Beyond this, squares of scaled errors overflow and step control goes blind. */
  private static final double LARGEST = 1e100;

  private final Evaluator evaluator;
  private final long budget;
  private long evaluations;

  CountedField(Evaluator evaluator, long budget) {
    this.evaluator = evaluator;
    this.budget = budget;
  }

  long evaluations() {
    return evaluations;
  }

  /**
   * Writes f(t, x) into {@code rates}; whether every rate is finite (at most 1e100). Halts when the
   * budget is spent.
   */
  boolean rates(double t, double[] x, double[] rates) {
    if (evaluations >= budget) {
      throw new Halt("more than " + budget + " evaluations of the right-hand side");
    }
    evaluations++;
    evaluator.rates(t, x, rates);
    for (double rate : rates) {
      if (!(Math.abs(rate) <= LARGEST)) {
        return false;
      }
    }
    return true;
  }

  /** Writes ∂f/∂x (t, x), row-major, when f has an exact one; that is no evaluation of f. */
  boolean jacobian(double t, double[] x, double[] jacobian) {
    return evaluator.jacobian(t, x, jacobian);
  }
}
