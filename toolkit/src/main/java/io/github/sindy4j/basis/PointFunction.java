package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Matrix;

/**
 * x ↦ W θ(x) at one point, with its exact Jacobian: straight-line code in which every subexpression
 * is computed once. Holds scratch space: one for each thread.
 */
public final class PointFunction {
  private final Derivation derivation;
  private final Warming value;

  private PointFunction(Derivation derivation, Warming value) {
    this.derivation = derivation;
    this.value = value;
  }

  /** The tape is for this function alone. */
  PointFunction(Tape tape, int[] places, int inputs, Matrix weights) {
    this(
        new Derivation(tape, places, inputs, weights),
        new Warming(Program.value(tape, places, weights)));
  }

  /** The same function for another thread; code that was made for one serves all. */
  public PointFunction another() {
    return new PointFunction(derivation.another(), value.another());
  }

  /** Writes W θ(x) into {@code y}, which must be another array. */
  public void value(double[] x, double[] y) {
    value.run(x, y);
  }

  /**
   * Writes ∂(W θ)/∂x into {@code jacobian}, row-major, one row for each output and one column for
   * each variable.
   */
  public void jacobian(double[] x, double[] jacobian) {
    derivation.run(x, jacobian);
  }
}
