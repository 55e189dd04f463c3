package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * From points of the splitting to interpolants of exact rank with dual solutions. Mutable; for one
 * problem and one thread.
 *
 * <p>An attempt that fails has its price: the next one waits until the splitting has done as much
 * again.
 */
final class Polishing {
  private static final int STEPS = 8;
  private static final int INNER = 60;

  /** A step of conjugate gradients beside one of the splitting. */
  private static final double PRICE = 1;

  /** An interpolant found before is still meant while the splitting is this near, in residuals. */
  private static final double NEAR = 10;

  private final DataPlane plane;
  private final double tail;
  private Optional<Found> last = Optional.empty();
  private int spent;
  private double due;

  Polishing(DataPlane plane, double tail) {
    this.plane = plane;
    this.tail = tail;
  }

  /** Whether the splitting has done enough since the last attempt. */
  boolean isDue(int step) {
    return step >= due;
  }

  /** Call it after the attempts at this step of the splitting. */
  void attempted(int step) {
    due = step + PRICE * spent;
    spent = 0;
  }

  /**
   * Gauss–Newton for P(L(w)) = 0 on the data, returning to the data after every step; then P(M)
   * nearest to P of the dual of the splitting that makes Λ feasible.
   */
  Optional<Polish> polish(Splitting splitting, int rank) {
    Vec near = splitting.v();
    boolean known =
        last.filter(found -> found.point.left().cols() == rank)
            .filter(f -> f.v.minus(near).norm() <= NEAR * splitting.residual() * near.norm())
            .isPresent();
    if (!known) {
      last = converged(near, rank);
    }
    return last.flatMap(found -> certified(found, splitting.dual()));
  }

  private Optional<Found> converged(Vec near, int rank) {
    Vec v = near;
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < STEPS; k++) {
      Optional<FixedRank> point = FixedRank.at(plane.image(v), rank);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      Matrix outside = point.get().leaving(point.get().image());
      double now = outside.norm() / point.get().largest();
      // At rounding there is nothing to gain; a step that does not halve the tail does not
      // converge.
      if (now < 1e-14 || (now < tail && now > 0.1 * before)) {
        return Optional.of(new Found(v, point.get()));
      }
      if (!(now < 0.5 * before)) {
        return Optional.empty();
      }
      before = now;
      FixedRank.Solution step =
          solved(point.get(), plane.pull(outside).times(-1), Math.min(1e-2, now));
      if (!step.isConverged()) {
        return Optional.empty();
      }
      v = plane.returned(v.plus(step.x()));
    }
    return Optional.empty();
  }

  private Optional<Polish> certified(Found found, Matrix dual) {
    FixedRank point = found.point;
    Matrix lambda = point.sign().plus(1, point.leaving(dual));
    FixedRank.Solution x = solved(point, plane.pull(lambda).times(-1), 1e-8);
    if (!x.isConverged()) {
      return Optional.empty();
    }
    Matrix exact = plane.dual(lambda.plus(1, point.leaving(plane.image(x.x()))));
    return Optional.of(new Polish(found.v, point, better(exact, plane.dual(dual))));
  }

  /** Where many dual solutions touch ‖Λ‖₂ = 1, that of the splitting may lie further inside. */
  private Matrix better(Matrix a, Matrix b) {
    return plane.dualValue(a) >= plane.dualValue(b) ? a : b;
  }

  private FixedRank.Solution solved(FixedRank point, Vec g, double tolerance) {
    FixedRank.Solution solution = point.solve(plane, g, tolerance, INNER);
    spent += solution.steps();
    return solution;
  }

  /** An interpolant of exact rank. */
  private record Found(Vec v, FixedRank point) {}
}
