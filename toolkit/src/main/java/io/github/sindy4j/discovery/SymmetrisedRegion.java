package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;

/** The smallest box that holds a region and its images under the powers of a matrix. */
final class SymmetrisedRegion {
  /** Elements of higher order are followed for as many steps. */
  private static final int MOST_POWERS = 24;

  private SymmetrisedRegion() {}

  static Region of(Region region, Matrix a) {
    int m = region.dimension();
    double[] lower = region.lower().toArray();
    double[] upper = region.upper().toArray();
    Matrix power = a;
    for (int k = 0; k < MOST_POWERS && !isIdentity(power); k++) {
      for (int i = 0; i < m; i++) {
        double centre = 0;
        double half = 0;
        for (int j = 0; j < m; j++) {
          centre += power.get(i, j) * region.centre(j);
          half += Math.abs(power.get(i, j)) * region.halfWidth(j);
        }
        lower[i] = Math.min(lower[i], centre - half);
        upper[i] = Math.max(upper[i], centre + half);
      }
      power = power.times(a);
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  private static boolean isIdentity(Matrix a) {
    double far = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.cols(); j++) {
        far = Math.max(far, Math.abs(a.get(i, j) - (i == j ? 1 : 0)));
      }
    }
    return far < 1e-12;
  }

  /**
   * 1/h for each of the first {@code states} coordinates, with the largest h for all those that the
   * matrix mixes.
   */
  static Vec units(Region region, Matrix a, int states) {
    double[] half = new double[states];
    for (int i = 0; i < states; i++) {
      half[i] = region.halfWidth(i);
    }
    for (int pass = 0; pass < states; pass++) {
      for (int i = 0; i < states; i++) {
        for (int j = 0; j < states; j++) {
          if (a.get(i, j) != 0) {
            half[i] = Math.max(half[i], half[j]);
            half[j] = half[i];
          }
        }
      }
    }
    return Vec.adopt(half).map(h -> 1 / h);
  }
}
