package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;

/**
 * The points (xₖ, yₖ) in the order in which they are joined. A value that is not finite leaves a
 * gap.
 *
 * @param x the abscissae
 * @param y the ordinates, as many
 */
public record Curve(Vec x, Vec y) {
  /** No points. */
  public static final Curve EMPTY = new Curve(Vec.of(), Vec.of());

  /** Checks that both have one length. */
  public Curve {
    Checks.sameSize("Curve: x and y", x.size(), y.size());
  }

  /** The number of points. */
  public int size() {
    return x.size();
  }
}
