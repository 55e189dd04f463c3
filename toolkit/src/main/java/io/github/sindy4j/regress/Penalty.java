package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * weight · g(A w), with w = vec(W) row-major: equation by equation, term by term.
 *
 * @param weight at least 0
 * @param function g
 * @param map A
 * @param reason what it means to the user, such as "promotes symmetry under se(3)"
 */
public record Penalty(double weight, ConvexFunction function, LinearMap map, String reason) {
  /** Checks the weight. */
  public Penalty {
    BadSetting.require(
        weight >= 0 && Double.isFinite(weight),
        "penalty",
        "the weight must be a number ≥ 0 but is " + weight,
        "Take 0 for no penalty");
  }

  /** g(w) itself, without a map. */
  public static Penalty onCoefficients(
      double weight, ConvexFunction function, int unknowns, String reason) {
    return new Penalty(weight, function, Matrix.identity(unknowns), reason);
  }

  /** weight · g(A w). */
  public double value(Vec w) {
    return weight == 0 ? 0 : weight * function.value(map.apply(w));
  }

  /** The same with factor times the weight. */
  public Penalty times(double factor) {
    return new Penalty(factor * weight, function, map, reason);
  }
}
