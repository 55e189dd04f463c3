package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.Region;

/**
 * Points that fill a box evenly and lie on no algebraic surface of low degree: coordinate i of
 * point k is the fractional part of 1/2 + k φ⁻ⁱ, where φ is the root of φ^(m+1) = φ + 1 above 1.
 *
 * <p>Source: the additive recurrence of Weyl (1916), with the generalised golden ratio.
 */
final class GenericPoints {
  private GenericPoints() {}

  /** The points number {@code from} (included) to {@code to} (excluded), one a row. */
  static Matrix in(Region region, int from, int to) {
    int m = region.dimension();
    double phi = 2;
    for (int k = 0; k < 64; k++) {
      phi = Math.pow(1 + phi, 1.0 / (m + 1));
    }
    double[] points = new double[(to - from) * m];
    for (int k = from; k < to; k++) {
      for (int i = 0; i < m; i++) {
        double turn = 0.5 + (k + 1) * Math.pow(phi, -(i + 1));
        double unit = 2 * (turn - Math.floor(turn)) - 1;
        points[(k - from) * m + i] = region.centre(i) + region.halfWidth(i) * unit;
      }
    }
    return Matrix.adopt(to - from, m, points);
  }
}
