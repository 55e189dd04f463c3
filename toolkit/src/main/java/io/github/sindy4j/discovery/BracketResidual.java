package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * How far generators are from spanning a Lie algebra: the largest part of a bracket [vₐ, v_b] =
 * Dv_b vₐ − Dvₐ v_b that lies outside their span, relative to ‖Dv_b vₐ‖ + ‖Dvₐ v_b‖, at generic
 * points of the region in scaled coordinates.
 */
final class BracketResidual {
  private static final int LEAST_POINTS = 40;

  private BracketResidual() {}

  /** 0 up to rounding when they are closed under the bracket. */
  static double of(List<Generator> generators, Measure measure) {
    if (generators.size() < 2) {
      return 0;
    }
    Region region = measure.region();
    int needed = LEAST_POINTS + 4 * generators.size() / region.dimension();
    Matrix points = measure.points().orElseGet(() -> region.points(needed));
    List<FieldValues> fields =
        generators.stream().map(v -> FieldValues.of(v, points, region)).toList();
    Matrix span =
        FunctionColumns.orthonormal(
            Matrix.ofColumns(
                fields.stream().map(f -> f.values.toArray()).toArray(double[][]::new)));
    double worst = 0;
    for (int a = 0; a < fields.size(); a++) {
      for (int b = 0; b < a; b++) {
        Vec one = fields.get(b).along(fields.get(a));
        Vec other = fields.get(a).along(fields.get(b));
        Vec bracket = one.minus(other);
        Vec outside = bracket.minus(span.apply(span.applyTranspose(bracket)));
        double size = one.norm() + other.norm();
        worst = Math.max(worst, size == 0 ? 0 : outside.norm() / size);
      }
    }
    return worst;
  }

  /**
   * A generator at the points, in scaled coordinates.
   *
   * @param values component by component
   * @param slopes for each variable j the derivatives ∂/∂yⱼ of all components
   */
  private record FieldValues(Vec values, List<Vec> slopes) {
    static FieldValues of(Generator field, Matrix points, Region region) {
      Library library = Library.of(field.variables(), field.components());
      int[] places =
          field.components().stream()
              .mapToInt(c -> library.termNames().indexOf(c.toString()))
              .toArray();
      Block x = Block.of(points);
      Block out = new Block(x.rows(), library.size());
      library.evaluate(x, out);
      Vec values = scaled(out, places, region);
      Vec[] slopes = new Vec[places.length];
      for (int j = 0; j < places.length; j++) {
        Block direction = new Block(x.rows(), places.length);
        direction.setRows(x.rows());
        direction.fill(j, region.halfWidth(j));
        library.derivative(x, direction, out);
        slopes[j] = scaled(out, places, region);
      }
      return new FieldValues(values, List.of(slopes));
    }

    private static Vec scaled(Block out, int[] places, Region region) {
      double[] flat = new double[places.length * out.rows()];
      for (int i = 0; i < places.length; i++) {
        for (int l = 0; l < out.rows(); l++) {
          flat[i * out.rows() + l] = out.get(l, places[i]) / region.halfWidth(i);
        }
      }
      return Vec.adopt(flat);
    }

    /** D(this) · other. */
    Vec along(FieldValues other) {
      double[] sum = new double[values.size()];
      int points = values.size() / slopes.size();
      for (int j = 0; j < slopes.size(); j++) {
        for (int k = 0; k < sum.length; k++) {
          sum[k] += slopes.get(j).get(k) * other.values.get(j * points + k % points);
        }
      }
      return Vec.adopt(sum);
    }
  }
}
