package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;

/**
 * A function with g(0) = 0 that has a proximal map in closed form, and whose conjugate g*(y) =
 * sup_x ⟨x, y⟩ − g(x) is known: what a splitting needs of a penalty, and its certificate.
 */
public non-sealed interface Proximable extends ConvexFunction {
  /** argmin_x g(x) + ‖x − z‖² / (2 step), for step > 0. */
  Vec prox(Vec z, double step);

  /**
   * The largest τ ≤ 1 for which g*(τ y) is finite. For a norm: 1 beside the dual norm of y, where
   * that exceeds 1.
   */
  double dualScale(Vec y);

  /** g*(y) where {@code dualScale(y)} is 1 (or was made 1 by scaling): 0 for a norm. */
  double conjugate(Vec y);

  /** lim g(t z)/t as t falls to 0: g itself for a norm. */
  default Proximable atZero() {
    return this;
  }
}
