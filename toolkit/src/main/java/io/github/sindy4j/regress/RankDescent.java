package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Σ_{k > r} σₖ(L(w))² made small on the data by damped Gauss–Newton steps: from w to w + R z with z
 * = argmin ‖(I − UUᵀ) L(w + R z) (I − VVᵀ)‖² + μ ‖z‖², where U and V are the leading spaces of
 * L(w); μ falls when a step helps and grows when it does not. Quadratic near a solution.
 *
 * <p>After every step w is moved back onto the equations: R is long where L is small, and what
 * rounding leaves of Θ R would otherwise be carried away from the data.
 *
 * @param w the last point, on the data
 * @param tail ‖L(w) − (its leading part)‖_F / σ₁, at least σᵣ₊₁ / σ₁; for r = 0 beside the size
 *     that L(w) would have if its terms did not cancel
 */
record RankDescent(Vec w, double tail) {
  private static final double DONE = 1e-13;
  private static final int INNER_STEPS = 100;

  /** A step that takes less than this part of the tail away is slow; this many in a row end it. */
  private static final double SLOW = 1e-2;

  private static final int SLOW_STEPS = 4;

  /** No singular value of the map exceeds 1: steps damped by more than this hardly move. */
  private static final double STUCK = 10;

  /** At most so many steps; fewer when they no longer help. */
  static RankDescent of(Interpolants set, Vec start, int rank, int steps) {
    State now = new State(set, start, rank);
    double damping = 1e-3;
    int slow = 0;
    for (int step = 0;
        step < steps && now.tail > DONE && slow < SLOW_STEPS && damping < STUCK;
        step++) {
      State next = new State(set, set.restored(now.w.plus(set.along(now.step(damping)))), rank);
      if (next.tail < now.tail) {
        slow = next.tail < (1 - SLOW) * now.tail ? 0 : slow + 1;
        damping *= 0.2;
        now = next;
      } else {
        damping = Math.max(damping, 1e-6) * 5;
      }
    }
    return new RankDescent(now.w, now.tail);
  }

  /** w with its tail. */
  static RankDescent at(Interpolants set, Vec w, int rank) {
    return new RankDescent(w, new State(set, w, rank).tail);
  }

  /** A point with the spaces of its image. */
  private static final class State {
    private final Interpolants set;
    private final Vec w;
    private final LeadingSpaces spaces;
    private final Matrix outside;
    private final double tail;

    State(Interpolants set, Vec w, int rank) {
      this.set = set;
      this.w = w;
      Matrix x = set.map().apply(w);
      this.spaces = LeadingSpaces.of(x, rank);
      this.outside = spaces.outside(x);
      double norm = outside.norm();
      this.tail = norm == 0 ? 0 : norm / (rank == 0 ? set.size(w) : spaces.largest());
    }

    /** The step z, by conjugate gradients on its normal equations, never formed. */
    Vec step(double damping) {
      Matrix left = outside.scaled(-1);
      Vec gradient = set.pull(left);
      Vec direction = gradient;
      Vec z = Vec.zeros(gradient.size());
      double size = gradient.dot(gradient);
      double accuracy = Math.min(1e-2, tail);
      double enough = accuracy * accuracy * size;
      for (int k = 0; k < INNER_STEPS && size > enough; k++) {
        Matrix image = spaces.outside(set.map().apply(set.along(direction)));
        double norm = image.norm();
        double curvature = norm * norm + damping * direction.dot(direction);
        if (curvature == 0) {
          break;
        }
        double length = size / curvature;
        z = z.plus(length, direction);
        left = left.plus(-length, image);
        gradient = set.pull(left).plus(-damping, z);
        double next = gradient.dot(gradient);
        direction = gradient.plus(next / size, direction);
        size = next;
      }
      return z;
    }
  }
}
