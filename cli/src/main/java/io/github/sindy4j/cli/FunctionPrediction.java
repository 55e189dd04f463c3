package io.github.sindy4j.cli;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.io.CsvTable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/** The table {@code a, b, …, y_data, y_function, y_residual, …}: residual = data − function. */
final class FunctionPrediction {
  private FunctionPrediction() {}

  static CsvTable table(FunctionFit fit) {
    FunctionSchema schema = fit.data().schema();
    Matrix predicted = fit.model().values(fit.data().inputs());
    CsvTable table = CsvTable.empty();
    for (int j = 0; j < schema.inputs().size(); j++) {
      table = table.withNumbers(schema.inputs().get(j), fit.data().inputs().col(j));
    }
    for (int i = 0; i < schema.outputs().size(); i++) {
      Variable y = schema.outputs().get(i);
      Vec measured = fit.data().outputs().col(i);
      table =
          table
              .withNumbers(new Variable(y.name() + "_data", y.unit()), measured)
              .withNumbers(new Variable(y.name() + "_function", y.unit()), predicted.col(i))
              .withNumbers(
                  new Variable(y.name() + "_residual", y.unit()), measured.minus(predicted.col(i)));
    }
    return table;
  }
}
