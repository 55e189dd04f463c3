package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Tape.Operation;
import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * y = p(x): operations, each on results of earlier ones, and which of them are the outputs. An
 * output that is identically zero has none.
 *
 * <p>Both programs of W θ sum each row from 0 and from the left, over the non-zero weights: a zero
 * weight switches a term off even where it is infinite.
 */
final class Program {
  /** In place of an operation: the output is zero. */
  static final int ZERO = -1;

  private final List<Operation> operations;
  private final int[] outputs;
  private final int[] uses;
  private final boolean hasZeros;

  private Program(List<Operation> operations, int[] outputs) {
    this.operations = List.copyOf(operations);
    this.outputs = outputs;
    this.hasZeros = Arrays.stream(outputs).anyMatch(output -> output == ZERO);
    this.uses = new int[operations.size()];
    for (int output : outputs) {
      if (output != ZERO) {
        uses[output]++;
      }
    }
    for (int k = uses.length - 1; k >= 0; k--) {
      Operation o = operations.get(k);
      int read = uses[k] > 0 ? o.operands() : 0;
      if (read > 0) {
        uses[o.left()]++;
      }
      if (read > 1) {
        uses[o.right()]++;
      }
    }
  }

  /** W θ(x), with θ at these places of the tape. */
  static Program value(Tape tape, int[] places, Matrix weights) {
    int[] outputs = new int[weights.rows()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = row(tape, places, weights, i);
    }
    return new Program(tape.operations(), outputs);
  }

  /** ∂(W θ)/∂x, row-major, with one column for each of the {@code inputs}. */
  static Program jacobian(Tape tape, int[] places, Matrix weights, int inputs) {
    Tangents tangents = new Tangents(tape);
    int[] outputs = new int[Math.multiplyExact(weights.rows(), inputs)];
    int[] directions = new int[places.length];
    for (int v = 0; v < inputs; v++) {
      for (int j = 0; j < places.length; j++) {
        directions[j] = tangents.along(places[j], v);
      }
      for (int i = 0; i < weights.rows(); i++) {
        outputs[i * inputs + v] = row(tape, directions, weights, i);
      }
    }
    return new Program(tape.operations(), outputs);
  }

  private static int row(Tape tape, int[] places, Matrix weights, int i) {
    int sum = ZERO;
    for (int j = 0; j < places.length; j++) {
      if (weights.get(i, j) != 0 && places[j] != ZERO) {
        int term = tape.scale(weights.get(i, j), places[j]);
        sum = tape.add(sum == ZERO ? tape.number(0) : sum, term);
      }
    }
    return sum;
  }

  List<Operation> operations() {
    return operations;
  }

  /** How many outputs y has. */
  int size() {
    return outputs.length;
  }

  /** Whether an output is identically zero. */
  boolean hasZeros() {
    return hasZeros;
  }

  /** The operation that computes output i, or {@link #ZERO}. */
  int output(int i) {
    return outputs[i];
  }

  /** How often an operation is read, by others and as an output; 0 when nothing depends on it. */
  int uses(int operation) {
    return uses[operation];
  }
}
