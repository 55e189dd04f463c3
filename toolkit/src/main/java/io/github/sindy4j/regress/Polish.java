package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * From an interpolant near one of rank r to that one, with a dual solution that proves it a
 * minimum.
 *
 * @param w the interpolant
 * @param point L(w) among the matrices of rank r
 * @param dual Λ = U Vᵀ + P(M), feasible
 */
record Polish(Vec w, FixedRank point, Matrix dual) {
  private static final int STEPS = 8;
  private static final int INNER = 150;

  /**
   * Gauss–Newton for P(L(w)) = 0 on the data, returning to the data after every step; then P(M)
   * nearest to P of the dual of the splitting that makes Λ feasible.
   */
  static Optional<Polish> of(DataPlane plane, Vec near, int rank, Matrix dual, double tail) {
    return converged(plane, near, rank, tail)
        .flatMap(
            w ->
                FixedRank.at(plane.map().apply(w), rank)
                    .flatMap(
                        point ->
                            certificate(plane, point, dual)
                                .map(lambda -> new Polish(w, point, lambda))));
  }

  private static Optional<Vec> converged(DataPlane plane, Vec near, int rank, double tail) {
    Vec w = near;
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS; k++) {
      Optional<FixedRank> point = FixedRank.at(plane.map().apply(w), rank);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      double now = point.get().tail();
      // At rounding there is nothing to gain; a step that does not halve the tail does not
      // converge.
      if (now < 1e-14 || (now < tail && now > 0.1 * before)) {
        return Optional.of(w);
      }
      if (!(now < 0.5 * before)) {
        return Optional.empty();
      }
      before = now;
      Vec gradient = plane.map().applyTranspose(point.get().leaving(point.get().image())).times(-1);
      Optional<Vec> step = point.get().solve(plane, gradient, 1e-5, INNER);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      w = plane.returned(w.plus(step.get()));
    }
    return Optional.empty();
  }

  private static Optional<Matrix> certificate(DataPlane plane, FixedRank point, Matrix dual) {
    Matrix lambda = point.sign().plus(1, point.leaving(dual));
    Vec missing = plane.map().applyTranspose(lambda).times(-1);
    return point
        .solve(plane, missing, 1e-9, INNER)
        .map(x -> plane.dual(lambda.plus(1, point.leaving(plane.map().apply(x)))))
        .map(exact -> better(plane, exact, plane.dual(dual)));
  }

  /** Where many dual solutions touch ‖Λ‖₂ = 1, that of the splitting may lie further inside. */
  private static Matrix better(DataPlane plane, Matrix a, Matrix b) {
    return plane.dualValue(a) >= plane.dualValue(b) ? a : b;
  }
}
