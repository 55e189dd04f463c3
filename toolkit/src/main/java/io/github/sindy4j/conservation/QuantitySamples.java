package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Candidates η₁ … η_q, their gradients and the rates F at points where all are finite, in the
 * coordinates yᵢ = xᵢ/sᵢ, sᵢ the half widths of the region: gradients sᵢ ∂η/∂xᵢ, rates Fᵢ/sᵢ.
 *
 * <p>Where a function that is no polynomial becomes singular within the region, the points around
 * are left out: those at which a gradient or the rates exceed 30 times their median.
 *
 * @param points N×n
 * @param values η_j at the points, N×q
 * @param gradients for each state i the N×q matrix of sᵢ ∂η_j/∂xᵢ
 * @param rates Fᵢ/sᵢ, N×n
 */
record QuantitySamples(Matrix points, Matrix values, List<Matrix> gradients, Matrix rates) {
  private static final double SINGULAR = 30;

  /** Samples at those of the points that are fit for it, but at most {@code most} of them. */
  static QuantitySamples at(
      Matrix points, Dynamics dynamics, Library candidates, Region region, int most) {
    Block x = Block.of(points);
    Block eta = new Block(x.rows(), candidates.size());
    candidates.evaluate(x, eta);
    List<Matrix> gradients = new ArrayList<>();
    for (int i = 0; i < dynamics.dimension(); i++) {
      Block direction = new Block(x.rows(), points.cols());
      direction.setRows(x.rows());
      direction.fill(i, region.halfWidth(i));
      Block derivative = new Block(x.rows(), candidates.size());
      candidates.derivative(x, direction, derivative);
      gradients.add(derivative.toMatrix());
    }
    QuantitySamples all =
        new QuantitySamples(points, eta.toMatrix(), gradients, rates(points, dynamics, region));
    IntPredicate regular = all.regular(dynamics, candidates);
    return all.keep(
        IntStream.range(0, points.rows())
            .filter(all::isFinite)
            .filter(regular)
            .limit(most)
            .toArray());
  }

  private static Matrix rates(Matrix points, Dynamics dynamics, Region region) {
    int n = dynamics.dimension();
    PointFunction f = dynamics.library().compile(dynamics.coefficients());
    double[] rates = new double[points.rows() * n];
    double[] at = new double[n];
    for (int l = 0; l < points.rows(); l++) {
      f.value(points.row(l).toArray(), at);
      for (int i = 0; i < n; i++) {
        rates[l * n + i] = at[i] / region.halfWidth(i);
      }
    }
    return Matrix.adopt(points.rows(), n, rates);
  }

  private boolean isFinite(int l) {
    boolean finite = isFinite(values.row(l)) && isFinite(rates.row(l));
    for (Matrix gradient : gradients) {
      finite = finite && isFinite(gradient.row(l));
    }
    return finite;
  }

  private static boolean isFinite(Vec row) {
    return Arrays.stream(row.toArray()).allMatch(Double::isFinite);
  }

  private IntPredicate regular(Dynamics dynamics, Library candidates) {
    List<double[]> sizes = new ArrayList<>();
    if (dynamics.polynomials().isEmpty()) {
      sizes.add(IntStream.range(0, rates.rows()).mapToDouble(l -> rates.row(l).norm()).toArray());
    }
    for (int j = 0; j < values.cols(); j++) {
      int column = j;
      if (Polynomials.of(candidates.terms().get(j).expression(), points.cols()).isEmpty()) {
        sizes.add(
            IntStream.range(0, rates.rows())
                .mapToDouble(l -> gradient(l, column).norm())
                .toArray());
      }
    }
    double[] limits = sizes.stream().mapToDouble(s -> SINGULAR * median(s)).toArray();
    return l ->
        IntStream.range(0, limits.length)
            .allMatch(k -> limits[k] == 0 || sizes.get(k)[l] <= limits[k]);
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** ∇η_j at point l. */
  private Vec gradient(int l, int j) {
    return Vec.adopt(gradients.stream().mapToDouble(g -> g.get(l, j)).toArray());
  }

  private QuantitySamples keep(int[] rows) {
    return new QuantitySamples(
        points.rowsAt(rows),
        values.rowsAt(rows),
        gradients.stream().map(g -> g.rowsAt(rows)).toList(),
        rates.rowsAt(rows));
  }

  /** N. */
  int size() {
    return points.rows();
  }

  /** N×n: ∇h at the points, h = Σ c_j η_j. */
  Matrix gradients(Vec c) {
    return Matrix.ofColumns(
        gradients.stream().map(g -> g.apply(c).toArray()).toArray(double[][]::new));
  }

  /** Triangles R_A and R_M with ‖R_A c‖ = rms(∇h·F) and ‖R_M c‖ = rms(|∇h| |F|). */
  DefectForm form() {
    int q = values.cols();
    TriangularFold along = new TriangularFold(q);
    TriangularFold whole = new TriangularFold(q);
    double scale = 1 / Math.sqrt(size());
    double[][] lie = new double[q][size()];
    boolean still = maxAbs(rates) == 0;
    double[] lengths = new double[size()];
    for (int l = 0; l < size(); l++) {
      // Where nothing moves everything is conserved, and |∇h| alone tells functions from constants.
      lengths[l] = scale * (still ? 1 : rates.row(l).norm());
    }
    for (int i = 0; i < gradients.size(); i++) {
      double[][] rows = new double[q][size()];
      for (int j = 0; j < q; j++) {
        for (int l = 0; l < size(); l++) {
          double g = gradients.get(i).get(l, j);
          lie[j][l] += scale * g * rates.get(l, i);
          rows[j][l] = lengths[l] * g;
        }
      }
      whole.fold(Block.of(Matrix.ofColumns(rows)));
    }
    along.fold(Block.of(Matrix.ofColumns(lie)));
    return new DefectForm(along.triangle(), whole.triangle());
  }

  private static double maxAbs(Matrix a) {
    return Vec.adopt(a.toArray()).maxAbs();
  }
}
