package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * ρ(b) = ‖A b‖ / ‖M b‖ for combinations b of candidates, by the triangles of A and of M: neither is
 * squared.
 */
final class RelativeDefect {
  private static final double DEPENDENT = 1e-10;

  private final Matrix numerator;
  private final Matrix denominator;
  private final Vec sizes;

  private RelativeDefect(Matrix numerator, Matrix denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.sizes = denominator.columnNorms();
  }

  /** The quotient of these two, which have one column for each candidate. */
  static RelativeDefect of(Matrix a, Matrix m) {
    return new RelativeDefect(TriangularFold.triangle(a), TriangularFold.triangle(m));
  }

  /** ρ(b); 0 where nothing is moved at all. */
  double of(Vec b) {
    double broken = numerator.apply(b).norm();
    return broken == 0 ? 0 : broken / size(b);
  }

  /** ‖M b‖. */
  double size(Vec b) {
    return denominator.apply(b).norm();
  }

  /** The same b with that entry at {@code place}, now 0, which makes ‖A b‖ least. */
  Vec completed(Vec b, int place) {
    Vec column = numerator.col(place);
    double squares = column.dot(column);
    double[] entries = b.toArray();
    entries[place] = squares == 0 ? 0 : 0 - column.dot(numerator.apply(b)) / squares;
    return Vec.adopt(entries);
  }

  /** ‖M eₐ‖ for every candidate. */
  Vec sizes() {
    return sizes;
  }

  /**
   * The stationary values of ρ, ascending, and where they are taken: the generalised singular
   * values of (A, M), with columns b such that the M b are orthonormal.
   */
  Spectrum spectrum() {
    requireIndependent(denominator, sizes);
    return Spectrum.relative(numerator, denominator);
  }

  /** Throws {@link BadSetting} where a column of the triangle is a combination of those before. */
  static void requireIndependent(Matrix triangle, Vec sizes) {
    int q = triangle.cols();
    for (int a = 0; a < q; a++) {
      if (!(Math.abs(triangle.get(a, a)) > DEPENDENT * sizes.get(a))) {
        throw new BadSetting(
            "dependent-candidates",
            "candidates",
            "candidate " + (a + 1) + " of " + q + " is a combination of those before it",
            "Leave it out: only independent candidates span a space");
      }
    }
  }
}
