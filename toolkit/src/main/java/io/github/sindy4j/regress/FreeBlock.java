package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Coefficients that are estimated together: those at {@code unknowns} move as w + F z, and F Fᵀ is
 * the inverse of their normal matrix within the constraint. With unit white noise F Fᵀ would be
 * their covariance.
 *
 * @param unknowns positions in vec(W)
 * @param factor F, one row for each unknown
 */
public record FreeBlock(List<Integer> unknowns, Matrix factor) {
  /** Copies the positions. */
  public FreeBlock {
    unknowns = List.copyOf(unknowns);
  }

  /** How many equations of {@code terms} terms it belongs to. */
  long equations(int terms) {
    return Math.max(1, unknowns.stream().map(position -> position / terms).distinct().count());
  }

  /** F Fᵀ g, where g is what pulls at each coefficient, in the shape of vec(W). */
  double[] move(double[] pull) {
    double[] projected = new double[factor.cols()];
    for (int u = 0; u < factor.rows(); u++) {
      double g = pull[unknowns.get(u)];
      for (int c = 0; c < projected.length && g != 0; c++) {
        projected[c] += factor.get(u, c) * g;
      }
    }
    return factor.apply(Vec.adopt(projected)).toArray();
  }
}
