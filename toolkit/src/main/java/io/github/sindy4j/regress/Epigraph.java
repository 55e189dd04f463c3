package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/**
 * Σₖ λₖ hₖ(Aₖ w) = min Σ_g λ_g t_g over t ≥ 0 with ⟨a_r, w⟩ + b_r ≤ t_g(r): the planes of all
 * penalties together.
 *
 * @param slopes a_r, one a row
 * @param offsets b_r
 * @param maxima the t_g
 */
record Epigraph(Matrix slopes, Vec offsets, List<Maximum> maxima) {
  /**
   * One t_g.
   *
   * @param weight λ_g
   * @param from its first plane
   * @param to behind its last
   * @param positive whether the planes alone keep it from being negative
   */
  record Maximum(double weight, int from, int to, boolean positive) {}

  static Epigraph of(List<Penalty> penalties, int unknowns) {
    List<double[]> slopes = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    List<Maximum> maxima = new ArrayList<>();
    for (Penalty penalty : penalties) {
      PiecewiseLinear pieces = pieces(penalty);
      int row = 0;
      for (int size : pieces.sizes()) {
        int from = slopes.size();
        for (int end = row + size; row < end; row++) {
          slopes.add(penalty.map().applyTranspose(slope(pieces, row)).toArray());
          offsets.add(pieces.offsets().get(row));
        }
        maxima.add(
            new Maximum(
                penalty.weight(), from, slopes.size(), isPositive(pieces, row - size, row)));
      }
    }
    Matrix stacked =
        slopes.isEmpty()
            ? Matrix.zeros(0, unknowns)
            : Matrix.ofRows(slopes.toArray(double[][]::new));
    return new Epigraph(
        stacked, Vec.adopt(offsets.stream().mapToDouble(b -> b).toArray()), List.copyOf(maxima));
  }

  static PiecewiseLinear pieces(Penalty penalty) {
    return ((Polyhedral) penalty.function()).pieces(penalty.map().rows());
  }

  /** λₖ ridgeₖ. */
  static double ridge(Penalty penalty) {
    return penalty.weight() * ((Polyhedral) penalty.function()).ridge();
  }

  private static Vec slope(PiecewiseLinear pieces, int row) {
    double[] slope = new double[pieces.slopes().cols()];
    pieces.slopes().row(row).forEach((column, value) -> slope[column] = value);
    return Vec.adopt(slope);
  }

  /**
   * Whether two of the planes are on average never negative, as those of an absolute value: then a
   * bound t ≥ 0 beside them would only make the corner at 0 degenerate.
   */
  private static boolean isPositive(PiecewiseLinear pieces, int from, int to) {
    for (int k = from; k < to; k++) {
      Vec a = slope(pieces, k);
      double square = a.dot(a);
      for (int l = from; l < k && square > 0; l++) {
        Vec other = slope(pieces, l);
        double ratio = -a.dot(other) / square;
        double offset = ratio * pieces.offsets().get(k) + pieces.offsets().get(l);
        if (ratio > 0 && offset >= 0 && other.plus(ratio, a).maxAbs() == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
