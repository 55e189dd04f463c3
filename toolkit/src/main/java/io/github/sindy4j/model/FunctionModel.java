package io.github.sindy4j.model;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.List;

/**
 * y = W θ(x): W is k×p, one output a row.
 *
 * @param schema the columns it was made for
 * @param library θ, over the inputs
 * @param coefficients W
 */
public record FunctionModel(FunctionSchema schema, Library library, Matrix coefficients) {
  /** Checks the shapes. */
  public FunctionModel {
    int k = schema.outputs().size();
    if (coefficients.rows() != k || coefficients.cols() != library.size()) {
      throw new IllegalArgumentException(
          "FunctionModel: coefficients must be %d×%d but are %d×%d"
              .formatted(k, library.size(), coefficients.rows(), coefficients.cols()));
    }
    if (!library.variables().equals(schema.inputNames())) {
      throw new IllegalArgumentException(
          "FunctionModel: the library is over "
              + library.variables()
              + " but the model over "
              + schema.inputNames());
    }
  }

  /** {@code y = 1.000 + 2.000 a b}, one for each output, four significant digits. */
  public List<String> equations() {
    return Equations.plain(this);
  }

  /** The same, typeset: one LaTeX line for each output, without delimiters. */
  public List<String> latex() {
    return Equations.latex(this);
  }

  /** F(xₜ) for points xₜ, one a row; N×k. */
  public Matrix values(Matrix points) {
    PointFunction function = library.compile(coefficients);
    int k = coefficients.rows();
    double[] values = new double[Math.multiplyExact(points.rows(), k)];
    double[] value = new double[k];
    for (int t = 0; t < points.rows(); t++) {
      function.value(points.row(t).toArray(), value);
      System.arraycopy(value, 0, values, t * k, k);
    }
    return Matrix.adopt(points.rows(), k, values);
  }

  /** How well it predicts the outputs of samples with the same columns. */
  public Score score(Samples samples) {
    requireColumns(samples);
    Matrix predicted = values(samples.inputs());
    int k = coefficients.rows();
    double[] errors = new double[k];
    double[] totals = new double[k];
    for (int i = 0; i < k; i++) {
      Vec measured = samples.outputs().col(i);
      double mean = measured.dot(measured.map(y -> 1)) / measured.size();
      double error = measured.minus(predicted.col(i)).norm();
      double spread = measured.map(y -> y - mean).norm();
      errors[i] = error * error;
      totals[i] = spread * spread;
    }
    return Score.of(Vec.adopt(errors), Vec.adopt(totals), samples.size());
  }

  private void requireColumns(Samples samples) {
    if (!samples.schema().inputNames().equals(schema.inputNames())
        || !samples.schema().outputNames().equals(schema.outputNames())) {
      throw new BadData(
          "other-columns",
          samples.name(),
          "has "
              + samples.schema().inputNames()
              + " and "
              + samples.schema().outputNames()
              + " where the model has "
              + schema.inputNames()
              + " and "
              + schema.outputNames(),
          "Name the columns of inputs and outputs as in the model");
    }
  }

  /** The number of non-zero coefficients. */
  public int activeTerms() {
    int count = 0;
    for (double w : coefficients.toArray()) {
      count += w != 0 ? 1 : 0;
    }
    return count;
  }
}
