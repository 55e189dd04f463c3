package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * A vec(W) = d, with vec(W) row-major: equation by equation, term by term.
 *
 * @param map A, with n p columns
 * @param target d
 * @param reason what it means to the user, such as "x: y = 10"; empty for no constraint
 */
public record Constraint(LinearMap map, Vec target, String reason) {
  /** Checks the shapes. */
  public Constraint {
    if (map.rows() != target.size()) {
      throw new IllegalArgumentException(
          "Constraint: the map has "
              + map.rows()
              + " rows but the target "
              + target.size()
              + " entries");
    }
  }

  /** Nothing is demanded of {@code unknowns} coefficients. */
  public static Constraint none(int unknowns) {
    return new Constraint(Matrix.zeros(0, unknowns), Vec.zeros(0), "");
  }

  /** Whether nothing is demanded. */
  public boolean isNone() {
    return target.size() == 0;
  }
}
