package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LeadingSpaces;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Gauss–Newton steps on the matrices of rank r: from w to w + R z with z = argmin ‖(I − UUᵀ) L(w +
 * R z) (I − VVᵀ)‖_F, where U and V are the leading spaces of L(w). Quadratic near a solution.
 *
 * <p>After every step w is moved back onto the equations: R is long where L is small, and what
 * rounding leaves of Θ R would otherwise be carried away from the data.
 *
 * @param w the last point, on the data
 * @param tail ‖L(w) − (its leading part)‖_F / σ₁, at least σᵣ₊₁ / σ₁; for r = 0 beside the size
 *     that L(w) would have if its terms did not cancel
 */
record RankPolish(Vec w, double tail) {
  private static final int STEPS = 6;
  private static final double DONE = 1e-13;
  private static final int INNER_STEPS = 100;
  private static final double INNER_DONE = 1e-9;

  /** As many steps as help, at most six. */
  static RankPolish of(Interpolants set, Vec start, int rank) {
    RankPolish now = at(set, start, rank);
    for (int step = 0; step < STEPS && now.tail > DONE; step++) {
      Vec next = set.restored(now.w.plus(set.along(step(set, now.w, rank))));
      RankPolish then = at(set, next, rank);
      // The first steps may overshoot; later ones that do not help never will.
      if (!Double.isFinite(then.tail) || (step > 2 && then.tail >= now.tail)) {
        break;
      }
      now = then;
    }
    return now;
  }

  /** w with its tail. */
  static RankPolish at(Interpolants set, Vec w, int rank) {
    Matrix x = set.map().apply(w);
    LeadingSpaces spaces = LeadingSpaces.of(x, rank);
    double beside = rank == 0 ? set.size(w) : spaces.largest();
    double outside = Images.norm(spaces.outside(x));
    return new RankPolish(w, outside == 0 ? 0 : outside / beside);
  }

  /** The step z, by conjugate gradients on its normal equations, never formed. */
  private static Vec step(Interpolants set, Vec w, int rank) {
    Matrix x = set.map().apply(w);
    LeadingSpaces spaces = LeadingSpaces.of(x, rank);
    Matrix left = spaces.outside(x).map(value -> -value);
    Vec gradient = set.pull(left);
    Vec direction = gradient;
    Vec z = Vec.zeros(gradient.size());
    double size = gradient.dot(gradient);
    double enough = INNER_DONE * INNER_DONE * size;
    for (int k = 0; k < INNER_STEPS && size > enough; k++) {
      Matrix image = spaces.outside(set.map().apply(set.along(direction)));
      double norm = Images.norm(image);
      if (norm == 0) {
        break;
      }
      double length = size / (norm * norm);
      z = z.plus(direction.times(length));
      left = Images.plus(left, -length, image);
      gradient = set.pull(left);
      double next = gradient.dot(gradient);
      direction = gradient.plus(direction.times(next / size));
      size = next;
    }
    return z;
  }
}
