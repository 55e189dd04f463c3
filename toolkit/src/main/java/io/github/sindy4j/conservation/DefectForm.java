package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * ρ(c) = ‖A c‖/‖M c‖, the relative defect of h = Σ c_j η_j, with null(M) ⊂ null(A).
 *
 * @param a A, q columns
 * @param m M, q columns
 */
record DefectForm(Matrix a, Matrix m) {
  /**
   * Without such a gap a function that changes little cannot be told from one that is conserved.
   */
  private static final double GAP = 10;

  /** Smaller levels are rounding errors. */
  private static final double ROUNDING = 1e-13;

  /** The stationary values of ρ, smallest first, and a direction c for each, ‖M c‖ = 1. */
  record Levels(Vec defects, List<Vec> directions) {
    /**
     * What separates the levels that count as zero, ρ_d ≤ tolerance with a tenfold gap to ρ_(d+1),
     * from the others: the middle of the gap, at most the tolerance; −1 when there are none.
     */
    double cut(double tolerance) {
      for (int d = defects.size(); d > 0; d--) {
        double last = Math.max(defects.get(d - 1), ROUNDING);
        double next = d < defects.size() ? defects.get(d) : Double.POSITIVE_INFINITY;
        if (last <= tolerance && next >= GAP * last) {
          return Math.min(tolerance, Math.sqrt(last * next));
        }
      }
      return -1;
    }

    /** The directions of the levels up to this. */
    List<Vec> upTo(double cut) {
      return IntStream.range(0, defects.size())
          .filter(k -> defects.get(k) <= cut)
          .mapToObj(directions::get)
          .toList();
    }
  }

  /** ρ(c); 0 where M c = 0. */
  double defect(Vec c) {
    double whole = m.apply(c).norm();
    return whole == 0 ? 0 : a.apply(c).norm() / whole;
  }

  /** ‖M e_j‖: how large the gradient of each function is. */
  Vec scales() {
    return m.columnNorms();
  }

  /**
   * The functions, in order, whose gradients do not depend on those of functions before: what
   * constants and linear dependencies leave.
   */
  List<Integer> independent() {
    Vec scales = scales();
    double[][] columns = new double[m.cols()][];
    for (int j = 0; j < columns.length; j++) {
      double scale = scales.get(j) == 0 ? 1 : scales.get(j);
      columns[j] = m.col(j).times(1 / scale).toArray();
    }
    return columns.length == 0
        ? List.of()
        : ColumnBasis.of(Matrix.ofColumns(columns), Tolerance.RANK).kept();
  }

  /** The levels over combinations of these functions, which must be independent. */
  Levels levels(List<Integer> functions) {
    int[] chosen = functions.stream().mapToInt(Integer::intValue).toArray();
    int q = chosen.length;
    if (q == 0) {
      return new Levels(Vec.zeros(0), List.of());
    }
    Spectrum spectrum = Spectrum.relative(a.columns(chosen), m.columns(chosen));
    List<Vec> directions =
        IntStream.range(0, q).mapToObj(k -> spread(spectrum.directions().col(k), chosen)).toList();
    return new Levels(spectrum.values(), directions);
  }

  private Vec spread(Vec z, int[] chosen) {
    double[] c = new double[m.cols()];
    for (int j = 0; j < chosen.length; j++) {
      c[chosen[j]] = z.get(j);
    }
    return Vec.adopt(c);
  }
}
