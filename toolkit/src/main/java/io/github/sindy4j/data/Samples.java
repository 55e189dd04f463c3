package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of a function at points: (xₜ, yₜ), t = 1 … N, independent of each other and in no order.
 *
 * @param name what the user calls them, such as a file name
 * @param schema the meaning of the columns
 * @param inputs N×m, one point a row
 * @param outputs N×k
 * @param notices what was done to them on the way in
 */
public record Samples(
    String name, FunctionSchema schema, Matrix inputs, Matrix outputs, List<Notice> notices) {
  /** Checks that there are samples, that they fit the schema and that every number is finite. */
  public Samples {
    notices = List.copyOf(notices);
    if (inputs.rows() == 0) {
      throw new BadData("no-rows", name, "there are no samples", "Give at least one");
    }
    if (inputs.rows() != outputs.rows()) {
      throw new IllegalArgumentException(
          "Samples: %d rows of inputs and %d of outputs".formatted(inputs.rows(), outputs.rows()));
    }
    requireSound(name, "input", schema.inputNames(), inputs);
    requireSound(name, "output", schema.outputNames(), outputs);
  }

  /** Samples without a name of their own; columns are named in order. */
  public static Samples of(
      Matrix inputs, Matrix outputs, List<String> inputNames, List<String> outputNames) {
    return new Samples(
        "samples", FunctionSchema.of(inputNames, outputNames), inputs, outputs, List.of());
  }

  /** N. */
  public int size() {
    return inputs.rows();
  }

  /** How many different points there are. */
  public int points() {
    Set<List<Double>> points = new HashSet<>();
    for (int i = 0; i < size(); i++) {
      points.add(Arrays.stream(inputs.row(i).toArray()).boxed().toList());
    }
    return points.size();
  }

  /** At most 2·most of the points, evenly picked: every one up to {@code most}. */
  public Matrix points(int most) {
    int stride = Math.max(1, size() / most);
    double[][] picked = new double[(size() + stride - 1) / stride][];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = inputs.row(i * stride).toArray();
    }
    return Matrix.ofRows(picked);
  }

  private static void requireSound(String name, String role, List<String> columns, Matrix values) {
    if (values.cols() != columns.size()) {
      throw new IllegalArgumentException(
          "Samples: %d columns of %ss are named but there are %d"
              .formatted(columns.size(), role, values.cols()));
    }
    for (int i = 0; i < values.rows(); i++) {
      for (int j = 0; j < values.cols(); j++) {
        if (!Double.isFinite(values.get(i, j))) {
          throw new BadData(
              "not-finite",
              name + ", sample " + (i + 1) + ", " + role + " '" + columns.get(j) + "'",
              "the value is " + values.get(i, j),
              "Mend it, or leave the sample out");
        }
      }
    }
  }
}
