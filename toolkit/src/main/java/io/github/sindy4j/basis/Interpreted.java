package io.github.sindy4j.basis;

import io.github.sindy4j.basis.Tape.Kind;
import io.github.sindy4j.basis.Tape.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A program read from flat arrays, operation by operation. Holds scratch space: for one thread. */
final class Interpreted implements Runner {
  private final Kind[] kinds;
  private final int[] left;
  private final int[] right;
  private final double[] numbers;
  private final DoubleUnaryOperator[] functions;
  private final int[] outputs;
  private final double[] values;

  Interpreted(Program program) {
    int[] places = new int[program.operations().size()];
    List<Operation> used = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      if (program.uses(k) > 0) {
        places[k] = used.size();
        used.add(program.operations().get(k));
      }
    }
    int size = used.size();
    kinds = new Kind[size];
    left = new int[size];
    right = new int[size];
    numbers = new double[size];
    functions = new DoubleUnaryOperator[size];
    values = new double[size];
    outputs = new int[program.size()];
    for (int k = 0; k < size; k++) {
      place(k, used.get(k), places);
    }
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = program.output(i) == Program.ZERO ? Program.ZERO : places[program.output(i)];
    }
  }

  private void place(int k, Operation o, int[] places) {
    kinds[k] = o.kind();
    left[k] = o.operands() > 0 ? places[o.left()] : o.left();
    right[k] = o.operands() > 1 ? places[o.right()] : 0;
    numbers[k] = o.number();
    functions[k] = o.operator();
  }

  @Override
  public void run(double[] x, double[] y) {
    double[] v = values;
    for (int k = 0; k < v.length; k++) {
      int a = left[k];
      v[k] =
          switch (kinds[k]) {
            case NUMBER -> numbers[k];
            case VARIABLE -> x[a];
            case ADD -> v[a] + v[right[k]];
            case MULTIPLY -> v[a] * v[right[k]];
            case SCALE -> numbers[k] * v[a];
            case RECIPROCAL -> 1 / v[a];
            case REAL_POWER -> Math.pow(v[a], numbers[k]);
            case CALL, SLOPE -> functions[k].applyAsDouble(v[a]);
            case CHAIN -> ChainRule.along(v[a], v[right[k]]);
          };
    }
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] >= 0) {
        y[i] = v[outputs[i]];
      }
    }
  }
}
