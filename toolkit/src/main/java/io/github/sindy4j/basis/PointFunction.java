package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Matrix;
import java.util.Optional;

/**
 * x ↦ W θ(x) at one point, with its exact Jacobian: straight-line code in which every subexpression
 * is computed once. Holds scratch space: one for each thread.
 */
public final class PointFunction {
  private final Tape tape;
  private final int[] places;
  private final int inputs;
  private final Matrix weights;
  private final Kernel value;
  private Optional<Kernel> jacobian = Optional.empty();

  /** The tape is for this function alone. */
  PointFunction(Tape tape, int[] places, int inputs, Matrix weights) {
    this.tape = tape;
    this.places = places;
    this.inputs = inputs;
    this.weights = weights;
    this.value = new Warming(Program.value(tape, places, weights));
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
    if (this.jacobian.isEmpty()) {
      this.jacobian = Optional.of(new Warming(Program.jacobian(tape, places, weights, inputs)));
    }
    this.jacobian.get().run(x, jacobian);
  }
}
