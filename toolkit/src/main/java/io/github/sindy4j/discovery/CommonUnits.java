package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * Coordinates that a generator turns into each other, as −y ∂/∂x + x ∂/∂y does, are lengths of one
 * kind, and have one unit: the largest half width among them. Without it a set that is nearly flat
 * would be stretched, and a turn of it would no longer be one.
 */
final class CommonUnits {
  private CommonUnits() {}

  /** The box around the same centre, of equal half widths where coordinates are turned. */
  static Region of(List<Generator> candidates, Region box) {
    int m = box.dimension();
    double[] widths = new double[m];
    for (int i = 0; i < m; i++) {
      widths[i] = box.halfWidth(i);
    }
    // A chain of turns, of x and y and of y and z, needs as many passes as it has links.
    for (int pass = 0; pass < m; pass++) {
      for (Generator v : candidates) {
        widen(v, widths);
      }
    }
    double[] lower = new double[m];
    double[] upper = new double[m];
    for (int i = 0; i < m; i++) {
      boolean same = widths[i] == box.halfWidth(i);
      lower[i] = same ? box.lower().get(i) : box.centre(i) - widths[i];
      upper[i] = same ? box.upper().get(i) : box.centre(i) + widths[i];
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  private static void widen(Generator v, double[] widths) {
    for (int i = 0; i < widths.length; i++) {
      for (int j = 0; j < i; j++) {
        if (v.dependsOn(i, j) && v.dependsOn(j, i)) {
          widths[i] = Math.max(widths[i], widths[j]);
          widths[j] = widths[i];
        }
      }
    }
  }
}
