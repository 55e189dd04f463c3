package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * F and DF at points, in the coordinates yᵢ = xᵢ/sᵢ, sᵢ the half widths of the region; where |F| or
 * |DF| exceeds 30 times its median the point is left out.
 *
 * @param dynamics F
 * @param region the box
 * @param at the samples
 */
record JacobianSamples(Dynamics dynamics, Region region, List<At> at) {
  private static final double SINGULAR = 30;

  /** One point in the coordinates of the user; rates Fᵢ/sᵢ and slopes s_j ∂Fᵢ/∂x_j / sᵢ. */
  record At(Vec x, Vec rates, Matrix slopes) {}

  /** At this many generic points, or as many as are fit. */
  static JacobianSamples of(Dynamics dynamics, Region region, int count) {
    int n = dynamics.dimension();
    PointFunction f = dynamics.library().compile(dynamics.coefficients());
    List<At> all = new ArrayList<>();
    Matrix points = region.points(16 * count);
    for (int l = 0; l < points.rows() && all.size() < 2 * count; l++) {
      double[] rates = new double[n];
      double[] slopes = new double[n * n];
      f.value(points.row(l).toArray(), rates);
      f.jacobian(points.row(l).toArray(), slopes);
      for (int i = 0; i < n; i++) {
        rates[i] /= region.halfWidth(i);
        for (int j = 0; j < n; j++) {
          slopes[i * n + j] *= region.halfWidth(j) / region.halfWidth(i);
        }
      }
      At here = new At(points.row(l), Vec.of(rates), Matrix.adopt(n, n, slopes));
      if (Double.isFinite(here.rates().norm() + here.slopes().norm())) {
        all.add(here);
      }
    }
    double fastest = SINGULAR * median(all, here -> here.rates().norm());
    double steepest = SINGULAR * median(all, here -> here.slopes().norm());
    return new JacobianSamples(
        dynamics,
        region,
        all.stream()
            .filter(here -> fastest == 0 || here.rates().norm() <= fastest)
            .filter(here -> steepest == 0 || here.slopes().norm() <= steepest)
            .limit(count)
            .toList());
  }

  private static double median(List<At> all, ToDoubleFunction<At> size) {
    double[] sorted = all.stream().mapToDouble(size).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** The root mean square of a size over the points. */
  double rms(ToDoubleFunction<At> size) {
    return Math.sqrt(at.stream().mapToDouble(size).map(v -> v * v).average().orElse(0));
  }

  /** The mean of DF. */
  Matrix meanSlopes() {
    int n = dynamics.dimension();
    double[] mean = new double[n * n];
    for (At here : at) {
      double[] slopes = here.slopes().toArray();
      Arrays.setAll(mean, k -> mean[k] + slopes[k] / at.size());
    }
    return Matrix.adopt(n, n, mean);
  }
}
