package io.github.sindy4j.io;

import io.github.sindy4j.data.FunctionSchema;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * What is odd about samples but no mistake: columns that do not vary, points that were sampled
 * again.
 *
 * @param line where a sample stands in the file
 */
record SampleChecks(FunctionSchema schema, Matrix x, Matrix y, IntUnaryOperator line) {
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    constant(schema.inputNames(), x, "its terms cannot be told from others", notices);
    constant(schema.outputNames(), y, "there is nothing to explain", notices);
    repeated(notices);
    return notices;
  }

  private static void constant(
      List<String> names, Matrix values, String consequence, List<Notice> notices) {
    for (int j = 0; j < names.size() && values.rows() > 1; j++) {
      double first = values.get(0, j);
      if (values.col(j).map(v -> v - first).maxAbs() == 0) {
        notices.add(
            Notice.warning(
                "constant-column",
                "the column '"
                    + names.get(j)
                    + "' is "
                    + first
                    + " in every row, so that "
                    + consequence
                    + "; leave it out, or give rows in which it differs"));
      }
    }
  }

  private void repeated(List<Notice> notices) {
    Map<List<Double>, Integer> seen = new HashMap<>();
    int repeats = 0;
    String where = "";
    for (int i = 0; i < x.rows(); i++) {
      List<Double> point = Arrays.stream(x.row(i).toArray()).boxed().toList();
      int first = seen.getOrDefault(point, -1);
      if (first < 0) {
        seen.put(point, i);
      } else if (repeats++ == 0) {
        boolean same = Arrays.equals(y.row(i).toArray(), y.row(first).toArray());
        where =
            "line %d has the inputs of line %d and %s outputs"
                .formatted(line.applyAsInt(i), line.applyAsInt(first), same ? "the same" : "other");
      }
    }
    if (repeats > 0) {
      notices.add(
          Notice.info(
              "repeated-points",
              (repeats == 1 ? "1 row repeats the" : repeats + " rows repeat the")
                  + " inputs of earlier ones ("
                  + (repeats == 1 ? "" : "first: ")
                  + where
                  + "); each counts as a measurement of its own"));
    }
  }
}
