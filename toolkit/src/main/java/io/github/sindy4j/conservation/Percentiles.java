package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/** How far values spread: the distance of their 5th and 95th percentile. */
final class Percentiles {
  private Percentiles() {}

  /** The values of a formula at points, one a row. */
  static Vec values(Expression e, List<String> variables, Matrix points) {
    Block values = new Block(Math.max(1, points.rows()), 1);
    Library.of(variables, List.of(e)).evaluate(Block.of(points), values);
    return Vec.of(Arrays.copyOf(values.values(), points.rows()));
  }

  /** Of the finite values; NaN when there are none. */
  static double spread(Vec values) {
    double[] sorted = Arrays.stream(values.toArray()).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : at(sorted, 0.95) - at(sorted, 0.05);
  }

  private static double at(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
