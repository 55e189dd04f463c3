package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a function is a polynomial in functions seen before, from values at generic points:
 * E² and E L say nothing new beside E and L.
 */
final class Compositions {
  private final int highest;
  private final List<Function> products = new ArrayList<>();

  private record Function(Vec values, int order) {}

  /** For functions of orders up to {@code highest}. */
  Compositions(int highest) {
    this.highest = highest;
  }

  /**
   * Whether the function with these values is, up to {@code tolerance} of its size, a linear
   * combination of products of those before; if not, it joins them.
   */
  boolean isComposed(Vec values, int order, double tolerance) {
    List<double[]> columns = new ArrayList<>();
    products.forEach(product -> columns.add(standard(product.values())));
    columns.add(standard(values));
    // Elimination from the left: the last column depends on the others or it does not.
    boolean composed =
        columns.size() > 1
            && columns.size() < values.size()
            && !ColumnBasis.of(
                    Matrix.ofColumns(columns.toArray(double[][]::new)), new Tolerance(tolerance))
                .kept()
                .contains(columns.size() - 1);
    if (!composed) {
      join(new Function(values, order));
    }
    return composed;
  }

  /** Adds f and every product of f and what was there before: q f, q f², …; f², f³, … */
  private void join(Function f) {
    List<Function> layer = new ArrayList<>(products);
    List<Function> added = new ArrayList<>(List.of(f));
    layer.forEach(q -> multiply(q, f, added));
    products.addAll(added);
    for (List<Function> last = added; !last.isEmpty(); ) {
      List<Function> next = new ArrayList<>();
      last.forEach(q -> multiply(q, f, next));
      products.addAll(next);
      last = next;
    }
  }

  private void multiply(Function a, Function b, List<Function> into) {
    if (a.order() + b.order() <= highest) {
      double[] product = a.values().toArray();
      for (int l = 0; l < product.length; l++) {
        product[l] *= b.values().get(l);
      }
      into.add(new Function(Vec.adopt(product), a.order() + b.order()));
    }
  }

  /** Centred and of length 1: constants do not count. */
  private static double[] standard(Vec values) {
    double mean = 0;
    for (double v : values.toArray()) {
      mean += v / values.size();
    }
    double centre = mean;
    Vec centred = values.map(v -> v - centre);
    double norm = centred.norm();
    return centred.times(1 / (norm == 0 ? 1 : norm)).toArray();
  }
}
