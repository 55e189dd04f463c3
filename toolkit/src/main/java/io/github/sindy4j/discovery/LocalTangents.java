package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tangent spaces of the m-dimensional set that N points lie on.
 *
 * <p>At a point p, the k nearest neighbours z give directions U by principal components of z − p
 * and heights over them; a quadratic fit of the heights, g(t) = a + G t + t·Q t, removes the
 * curvature, and the tangent space is spanned by U + U⊥ G. Its error is estimated by the standard
 * error of G, from the residuals of that fit, together with the angle to the space that half as
 * many neighbours give, which grows with curvature times radius. Of k, 2k, 4k, … those neighbours
 * are taken for which this is smallest.
 */
final class LocalTangents {
  /** NearestPoints beyond this many only cost time. */
  private static final int MOST_NEIGHBOURS = 400;

  private static final double CLEAR_GAP = 3;

  private final Matrix points;
  private final NearestPoints neighbours;
  private final List<Integer> bases;
  private final int ambient;

  /** At the points with these numbers. */
  LocalTangents(Matrix points, List<Integer> bases) {
    this.points = points;
    this.neighbours = new NearestPoints(points);
    this.bases = bases;
    this.ambient = points.cols();
  }

  /**
   * Tangent spaces.
   *
   * @param normals for each base point P⊥ = I − P
   * @param errors for each base point the angle by which P may be off
   * @param neighbours how many were used
   */
  record Tangents(List<Matrix> normals, Vec errors, int neighbours) {}

  /** One level of neighbours. */
  private record Level(List<Matrix> projectors, Vec errors, int neighbours) {}

  /** How many neighbours a quadratic in m variables needs, with room for an estimate of error. */
  static int least(int m) {
    return 2 * (1 + m + m * (m + 1) / 2) + 4;
  }

  /**
   * The first m at which the singular values of the neighbours' offsets drop clearly, on average;
   * the whole space where they do nowhere.
   */
  int dimension() {
    int k = Math.min(points.rows(), Math.max(10, 3 * ambient));
    double[] logs = new double[ambient];
    for (int base : bases) {
      Vec values = Spectrum.of(TriangularFold.triangle(offsets(base, k))).values();
      for (int i = 0; i < ambient; i++) {
        logs[i] += Math.log(Math.max(values.get(ambient - 1 - i), 1e-300)) / bases.size();
      }
    }
    for (int m = 1; m < ambient; m++) {
      if (logs[m - 1] - logs[m] > Math.log(CLEAR_GAP)) {
        return m;
      }
    }
    return ambient;
  }

  /** Tangent spaces of dimension m, 0 &lt; m &lt; d; there are at least 2 least(m) points. */
  Tangents of(int m) {
    int k = least(m);
    Level before = level(m, k);
    Level best = before;
    double least = Double.POSITIVE_INFINITY;
    while (2 * k <= Math.min(MOST_NEIGHBOURS, points.rows() / 2)
        || least == Double.POSITIVE_INFINITY) {
      k = Math.min(2 * k, points.rows());
      Level next = compared(level(m, k), before);
      if (next.errors.norm() < least) {
        least = next.errors.norm();
        best = next;
      }
      before = next;
    }
    Matrix identity = Matrix.identity(ambient);
    List<Matrix> normals =
        best.projectors.stream().map(p -> FunctionColumns.difference(identity, p)).toList();
    return new Tangents(normals, best.errors, best.neighbours);
  }

  private Level level(int m, int k) {
    List<Matrix> projectors = new ArrayList<>();
    double[] errors = new double[bases.size()];
    for (int l = 0; l < errors.length; l++) {
      LocalFit fit = fit(bases.get(l), m, k);
      projectors.add(fit.projector);
      errors[l] = fit.error;
    }
    return new Level(projectors, Vec.adopt(errors), k);
  }

  /** The same level, its errors enlarged by the angles to another. */
  private static Level compared(Level level, Level other) {
    double[] errors = new double[level.projectors.size()];
    for (int l = 0; l < errors.length; l++) {
      double angle =
          FunctionColumns.difference(level.projectors.get(l), other.projectors.get(l)).norm()
              / Math.sqrt(2);
      errors[l] = Math.hypot(level.errors.get(l), angle);
    }
    return new Level(level.projectors, Vec.adopt(errors), level.neighbours);
  }

  private Matrix offsets(int base, int k) {
    int[] near = neighbours.of(base, k);
    double[] values = new double[near.length * ambient];
    for (int r = 0; r < near.length; r++) {
      for (int i = 0; i < ambient; i++) {
        values[r * ambient + i] = points.get(near[r], i) - points.get(base, i);
      }
    }
    return Matrix.adopt(near.length, ambient, values);
  }

  private record LocalFit(Matrix projector, double error) {}

  private LocalFit fit(int base, int m, int k) {
    Matrix offsets = offsets(base, k);
    Matrix axes = Spectrum.of(TriangularFold.triangle(offsets)).directions();
    Matrix along = offsets.times(axes);
    double radius = Math.max(along.norm() / Math.sqrt(k), 1e-300);
    int quadratics = m * (m + 1) / 2;
    int unknowns = 1 + m + quadratics;
    int heights = ambient - m;
    double[] rows = new double[k * (unknowns + heights)];
    for (int r = 0; r < k; r++) {
      int at = r * (unknowns + heights);
      rows[at++] = 1;
      for (int i = 0; i < m; i++) {
        rows[at++] = along.get(r, ambient - 1 - i) / radius;
      }
      for (int i = 0; i < m; i++) {
        for (int j = i; j < m; j++) {
          rows[at++] =
              along.get(r, ambient - 1 - i) * along.get(r, ambient - 1 - j) / (radius * radius);
        }
      }
      for (int h = 0; h < heights; h++) {
        rows[at++] = along.get(r, h) / radius;
      }
    }
    Matrix triangle = TriangularFold.triangle(Matrix.adopt(k, unknowns + heights, rows));
    return new LocalFit(projector(axes, triangle, m, unknowns), error(triangle, m, unknowns, k));
  }

  /** P of the span of U + U⊥ G. */
  private Matrix projector(Matrix axes, Matrix triangle, int m, int unknowns) {
    double[][] tangents = new double[m][];
    for (int i = 0; i < m; i++) {
      tangents[i] = axes.col(ambient - 1 - i).toArray();
    }
    for (int h = 0; h < ambient - m; h++) {
      Vec fitted =
          Triangle.solve(triangle, triangle.col(unknowns + h).slice(0, unknowns), unknowns);
      for (int i = 0; i < m; i++) {
        double slope = Double.isFinite(fitted.get(1 + i)) ? fitted.get(1 + i) : 0;
        for (int c = 0; c < ambient; c++) {
          tangents[i][c] += slope * axes.get(c, h);
        }
      }
    }
    Matrix basis = FunctionColumns.orthonormal(Matrix.ofColumns(tangents));
    return basis.times(basis.transpose());
  }

  /** √Σ of the variances of all entries of G; π/2 where they are not determined. */
  private double error(Matrix triangle, int m, int unknowns, int k) {
    double squares = 0;
    for (int r = unknowns; r < triangle.rows(); r++) {
      for (int h = unknowns; h < triangle.cols(); h++) {
        squares += triangle.get(r, h) * triangle.get(r, h);
      }
    }
    Matrix inverse =
        Triangle.inverse(
            triangle.rowSlice(0, unknowns).columns(IntStream.range(0, unknowns).toArray()));
    double factor = 0;
    for (int i = 1; i <= m; i++) {
      double norm = inverse.row(i).norm();
      factor += norm * norm;
    }
    double error = Math.sqrt(factor * squares / (k - unknowns));
    return error < Math.PI / 2 ? error : Math.PI / 2;
  }
}
