package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;

/**
 * Arrows (dxₖ, dyₖ) at the points (xₖ, yₖ): a vector field on a grid, in the units of the axes.
 *
 * <p>Only directions are drawn, all arrows with one length on paper; arrows without direction (zero
 * or not finite) are left out.
 *
 * @param x where the arrows stand
 * @param y where the arrows stand
 * @param dx how they point
 * @param dy how they point
 */
public record Flow(Vec x, Vec y, Vec dx, Vec dy) {
  /** No arrows. */
  public static final Flow NONE = new Flow(Vec.of(), Vec.of(), Vec.of(), Vec.of());

  /** Checks that all have one length. */
  public Flow {
    Checks.sameSize("Flow: x and y", x.size(), y.size());
    Checks.sameSize("Flow: x and dx", x.size(), dx.size());
    Checks.sameSize("Flow: x and dy", x.size(), dy.size());
  }

  /**
   * The same; no arrows where all are equal: then the field does not depend on where they stand.
   */
  Flow unlessUniform() {
    return isConstant(dx) && isConstant(dy) ? NONE : this;
  }

  private static boolean isConstant(Vec values) {
    double first = values.size() == 0 ? 0 : values.first();
    return values.map(v -> v - first).maxAbs() <= 1e-12 * values.maxAbs();
  }

  /** Whether no arrow has a direction. */
  public boolean isStill() {
    return dx.maxAbs() == 0 && dy.maxAbs() == 0;
  }

  /** The number of arrows. */
  public int size() {
    return x.size();
  }
}
