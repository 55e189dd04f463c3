package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Tape.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One run of a tape over a block of points: the value of every operation at every point, and, where
 * asked, its derivative along a direction (forward mode: d(ab) = a db + b da, and so on). For one
 * thread; may be run again.
 */
final class TapeRun {
  private final Operation[] operations;
  private final int capacity;
  private final double[] values;
  private final double[] tangents;

  TapeRun(List<Operation> operations, int capacity, boolean withTangents) {
    this.operations = operations.toArray(Operation[]::new);
    this.capacity = capacity;
    this.values = new double[Math.multiplyExact(this.operations.length, capacity)];
    this.tangents = withTangents ? new double[values.length] : new double[0];
  }

  /** The value of an operation at the points, from this offset. */
  int offset(int operation) {
    return operation * capacity;
  }

  double[] values() {
    return values;
  }

  double[] tangents() {
    return tangents;
  }

  /** Computes the values at {@code rows} points; variable j is {@code x[j * stride + i]}. */
  void evaluate(double[] x, int stride, int rows) {
    for (int k = 0; k < operations.length; k++) {
      Operation o = operations[k];
      int out = offset(k);
      int a = offset(o.left());
      int b = offset(o.right());
      switch (o.kind()) {
        case NUMBER -> Arrays.fill(values, out, out + rows, o.number());
        case VARIABLE -> System.arraycopy(x, o.left() * stride, values, out, rows);
        case ADD -> add(values, a, values, b, values, out, rows);
        case MULTIPLY -> multiply(values, a, values, b, values, out, rows);
        case SCALE -> scale(o.number(), values, a, values, out, rows);
        case RECIPROCAL -> map(v -> 1 / v, a, out, rows);
        case REAL_POWER -> map(v -> Math.pow(v, o.number()), a, out, rows);
        case CALL -> map(o.function().get(0).value(), a, out, rows);
        default -> throw new IllegalStateException(o.kind().name());
      }
    }
  }

  /**
   * Computes the derivatives along v, laid out like x; {@link #evaluate} must have run on the same
   * points.
   */
  void differentiate(double[] v, int stride, int rows) {
    for (int k = 0; k < operations.length; k++) {
      Operation o = operations[k];
      int out = offset(k);
      int a = offset(o.left());
      int b = offset(o.right());
      switch (o.kind()) {
        case NUMBER -> Arrays.fill(tangents, out, out + rows, 0);
        case VARIABLE -> System.arraycopy(v, o.left() * stride, tangents, out, rows);
        case ADD -> add(tangents, a, tangents, b, tangents, out, rows);
        case MULTIPLY -> {
          multiply(tangents, a, values, b, tangents, out, rows);
          multiplyAdd(values, a, tangents, b, tangents, out, rows);
        }
        case SCALE -> scale(o.number(), tangents, a, tangents, out, rows);
        case RECIPROCAL -> chain(u -> -1 / (u * u), a, out, rows);
        case REAL_POWER -> chain(u -> o.number() * Math.pow(u, o.number() - 1), a, out, rows);
        case CALL -> chain(o.function().get(0).derivative(), a, out, rows);
        default -> throw new IllegalStateException(o.kind().name());
      }
    }
  }

  static void add(double[] p, int a, double[] q, int b, double[] r, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      r[out + i] = p[a + i] + q[b + i];
    }
  }

  static void multiply(double[] p, int a, double[] q, int b, double[] r, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      r[out + i] = p[a + i] * q[b + i];
    }
  }

  private static void multiplyAdd(
      double[] p, int a, double[] q, int b, double[] r, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      r[out + i] += p[a + i] * q[b + i];
    }
  }

  static void scale(double c, double[] p, int a, double[] r, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      r[out + i] = c * p[a + i];
    }
  }

  private void map(DoubleUnaryOperator f, int a, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      values[out + i] = f.applyAsDouble(values[a + i]);
    }
  }

  private void chain(DoubleUnaryOperator derivative, int a, int out, int rows) {
    for (int i = 0; i < rows; i++) {
      double direction = tangents[a + i];
      tangents[out + i] = direction == 0 ? 0 : derivative.applyAsDouble(values[a + i]) * direction;
    }
  }
}
