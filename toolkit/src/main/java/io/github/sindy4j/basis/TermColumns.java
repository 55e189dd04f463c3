package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Tape.Operation;
import io.github.sindy4j.linalg.Block;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * θ at the points of a block, each term computed where it is wanted: an operation that is a term
 * writes straight into the term's column, which later operations read, and only what is no term
 * takes scratch space. Immutable.
 */
final class TermColumns {
  private static final int NONE = -1;

  private final Operation[] operations;

  /** For each operation the column of its term. */
  private final int[] columns;

  /** For each operation that is no term and no variable its place in the scratch space. */
  private final int[] slots;

  private final int scratch;

  /** For each term the operation that computes it. */
  private final int[] places;

  TermColumns(List<Operation> operations, int[] places) {
    this.operations = operations.toArray(Operation[]::new);
    this.places = places;
    this.columns = new int[this.operations.length];
    this.slots = new int[this.operations.length];
    Arrays.fill(columns, NONE);
    for (int j = places.length - 1; j >= 0; j--) {
      columns[places[j]] = j;
    }
    int count = 0;
    for (int k = 0; k < slots.length; k++) {
      boolean elsewhere = columns[k] != NONE || this.operations[k].kind() == Tape.Kind.VARIABLE;
      slots[k] = elsewhere ? NONE : count++;
    }
    this.scratch = count;
  }

  /** Writes θ of every row of x into the columns 0 … p−1 of {@code theta}. */
  void evaluate(Block x, Block theta) {
    int rows = x.rows();
    theta.setRows(rows);
    double[] own = new double[Math.multiplyExact(scratch, rows)];
    double[][] arrays = new double[operations.length][];
    int[] offsets = new int[operations.length];
    for (int k = 0; k < operations.length; k++) {
      Operation o = operations[k];
      boolean isInput = columns[k] == NONE && slots[k] == NONE;
      arrays[k] = isInput ? x.values() : columns[k] == NONE ? own : theta.values();
      offsets[k] =
          isInput
              ? x.offset(o.left())
              : columns[k] == NONE ? slots[k] * rows : theta.offset(columns[k]);
      if (!isInput) {
        run(k, x, arrays, offsets, rows);
      }
    }
    for (int j = 0; j < places.length; j++) {
      if (columns[places[j]] != j) {
        int from = theta.offset(columns[places[j]]);
        System.arraycopy(theta.values(), from, theta.values(), theta.offset(j), rows);
      }
    }
  }

  private void run(int k, Block x, double[][] arrays, int[] offsets, int rows) {
    Operation o = operations[k];
    double[] out = arrays[k];
    int at = offsets[k];
    switch (o.kind()) {
      case NUMBER -> Arrays.fill(out, at, at + rows, o.number());
      case VARIABLE -> System.arraycopy(x.values(), x.offset(o.left()), out, at, rows);
      case ADD ->
          TapeRun.add(
              arrays[o.left()],
              offsets[o.left()],
              arrays[o.right()],
              offsets[o.right()],
              out,
              at,
              rows);
      case MULTIPLY ->
          TapeRun.multiply(
              arrays[o.left()],
              offsets[o.left()],
              arrays[o.right()],
              offsets[o.right()],
              out,
              at,
              rows);
      case SCALE -> TapeRun.scale(o.number(), arrays[o.left()], offsets[o.left()], out, at, rows);
      case RECIPROCAL -> map(v -> 1 / v, arrays[o.left()], offsets[o.left()], out, at, rows);
      case REAL_POWER ->
          map(v -> Math.pow(v, o.number()), arrays[o.left()], offsets[o.left()], out, at, rows);
      case CALL ->
          map(o.function().get(0).value(), arrays[o.left()], offsets[o.left()], out, at, rows);
      default -> throw new IllegalStateException(o.kind().name());
    }
  }

  private static void map(
      DoubleUnaryOperator f, double[] p, int a, double[] out, int at, int rows) {
    for (int i = 0; i < rows; i++) {
      out[at + i] = f.applyAsDouble(p[a + i]);
    }
  }
}
