package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Matrix;

/** x ↦ W θ(x) at one point, with its exact Jacobian. Holds scratch space: one for each thread. */
public final class PointFunction {
  private final TapeRun point;
  private final TapeRun directions;
  private final double[] repeated;
  private final double[] units;
  private final int[] places;
  private final int inputs;
  private final int outputs;
  private final double[] weights;

  PointFunction(Tape tape, int[] places, int inputs, Matrix coefficients) {
    this.point = new TapeRun(tape.operations(), 1, false);
    this.directions = new TapeRun(tape.operations(), inputs, true);
    this.repeated = new double[inputs * inputs];
    this.units = Matrix.identity(inputs).toArray();
    this.places = places;
    this.inputs = inputs;
    this.outputs = coefficients.rows();
    this.weights = coefficients.toArray();
  }

  /** Writes W θ(x) into {@code y}. */
  public void value(double[] x, double[] y) {
    point.evaluate(x, 1, 1);
    double[] values = point.values();
    for (int i = 0; i < outputs; i++) {
      double sum = 0;
      for (int j = 0; j < places.length; j++) {
        double weight = weights[i * places.length + j];
        // A zero weight switches a term off even where it is infinite.
        sum += weight == 0 ? 0 : weight * values[places[j]];
      }
      y[i] = sum;
    }
  }

  /**
   * Writes ∂(W θ)/∂x into {@code jacobian}, row-major, one row for each output and one column for
   * each variable.
   */
  public void jacobian(double[] x, double[] jacobian) {
    for (int j = 0; j < inputs; j++) {
      for (int i = 0; i < inputs; i++) {
        repeated[j * inputs + i] = x[j];
      }
    }
    directions.evaluate(repeated, inputs, inputs);
    directions.differentiate(units, inputs, inputs);
    for (int i = 0; i < outputs; i++) {
      for (int v = 0; v < inputs; v++) {
        double sum = 0;
        for (int j = 0; j < places.length; j++) {
          double weight = weights[i * places.length + j];
          sum += weight == 0 ? 0 : weight * directions.tangents()[directions.offset(places[j]) + v];
        }
        jacobian[i * inputs + v] = sum;
      }
    }
  }
}
