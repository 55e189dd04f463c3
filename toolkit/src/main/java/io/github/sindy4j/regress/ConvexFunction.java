package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;

/**
 * A convex function g ≥ 0: what a {@link Penalty} is made of. There are two ways to its minimum: by
 * its proximal map, and as the maximum of planes; some functions offer both.
 */
public sealed interface ConvexFunction permits Proximable, Polyhedral {
  /** g(z). */
  double value(Vec z);
}
