package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.Vec;

/**
 * The box [l₁, u₁] × … × [l_m, u_m] in which functions are compared: ⟨f, g⟩ is the mean of f g over
 * it.
 *
 * @param lower l
 * @param upper u, above l in every coordinate
 */
public record Region(Vec lower, Vec upper) {
  /** Checks that the box is not empty. */
  public Region {
    if (lower.size() != upper.size()) {
      throw new IllegalArgumentException(
          "Region: " + lower.size() + " lower and " + upper.size() + " upper bounds");
    }
    for (int i = 0; i < lower.size(); i++) {
      if (!(lower.get(i) < upper.get(i)) || Double.isInfinite(upper.get(i) - lower.get(i))) {
        throw new IllegalArgumentException(
            "Region: from " + lower.get(i) + " to " + upper.get(i) + " in coordinate " + i);
      }
    }
  }

  /** [−1, 1]^m. */
  public static Region unit(int m) {
    return new Region(Vec.zeros(m).map(v -> -1), Vec.zeros(m).map(v -> 1));
  }

  /** m. */
  public int dimension() {
    return lower.size();
  }

  /** The centre of coordinate i. */
  public double centre(int i) {
    return lower.get(i) / 2 + upper.get(i) / 2;
  }

  /** Half the width of coordinate i. */
  public double halfWidth(int i) {
    return upper.get(i) / 2 - lower.get(i) / 2;
  }
}
