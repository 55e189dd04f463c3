package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.linalg.LinearMapContract;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Motions;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracles: planted symmetric functions and fields, moved; counts by hand. */
class RankMotionsTest {
  private static final Library QUADRATICS = Given.monomials(3, 2);

  private static int rank(Library library, List<Generator> candidates, Fibre fibre, Matrix w) {
    Matrix image =
        LieDerivative.exact(library, Region.unit(library.variables().size()))
            .of(w, candidates, fibre);
    Spectrum spectrum = Spectrum.of(image);
    return image.cols() - spectrum.upTo(1e-10 * spectrum.largest());
  }

  private static Matrix moved(Motions motions, Matrix w, long seed) {
    Vec xi = LinearMapContract.noise(new SplittableRandom(seed), motions.count());
    Vec moved = motions.moved(xi, Matrix.ofColumns(w.toArray())).col(0);
    return Matrix.adopt(w.rows(), w.cols(), moved.toArray());
  }

  @Test
  void rotationsKeepTheTranslationsAndSoDoTheyThemselves() {
    List<Generator> translations = AffineFields.t(3).on(Given.names(3));
    Motions motions = RankMotions.of(QUADRATICS, translations, Fibre.scalar(1));
    assertEquals(6, motions.count());
    // x1² under translations: the gradient spans one direction.
    Matrix square = Matrix.ofRows(new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0});
    assertEquals(1, rank(QUADRATICS, translations, Fibre.scalar(1), square));
    Matrix other = moved(motions, square, 1);
    assertTrue(other.minus(square).norm() > 0.1);
    assertEquals(1, rank(QUADRATICS, translations, Fibre.scalar(1), other));
  }

  @Test
  void theRankStaysForTurnedFunctionsAndForVectorFields() {
    List<Generator> motionsOfSpace = AffineFields.se(3).on(Given.names(3));
    Motions scalar = RankMotions.of(QUADRATICS, motionsOfSpace, Fibre.scalar(1));
    assertEquals(6, scalar.count());
    // |x|², with the rotations about 0: rank 3.
    Matrix radial = Matrix.ofRows(new double[] {0, 0, 0, 0, 1, 0, 0, 1, 0, 1});
    assertEquals(3, rank(QUADRATICS, motionsOfSpace, Fibre.scalar(1), radial));
    assertEquals(3, rank(QUADRATICS, motionsOfSpace, Fibre.scalar(1), moved(scalar, radial, 2)));
    Motions fields = RankMotions.of(QUADRATICS, motionsOfSpace, Fibre.pushforward(3));
    assertEquals(6, fields.count());
    // ẋ = x commutes with the rotations about 0.
    Matrix outward =
        Matrix.ofRows(
            new double[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0},
            new double[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
            new double[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    assertEquals(3, rank(QUADRATICS, motionsOfSpace, Fibre.pushforward(3), outward));
    Matrix elsewhere = moved(fields, outward, 3);
    assertTrue(elsewhere.minus(outward).norm() > 0.1);
    assertEquals(3, rank(QUADRATICS, motionsOfSpace, Fibre.pushforward(3), elsewhere));
  }

  @Test
  void rotationsThatDoNotKeepTheCandidatesAreLeftOut() {
    List<Generator> one = AffineFields.t(3).on(Given.names(3)).subList(0, 1);
    // Only the rotation of the other two variables keeps ∂/∂x1, beside ∂/∂x1 itself.
    assertEquals(2, RankMotions.of(QUADRATICS, one, Fibre.scalar(1)).count());
  }

  @Test
  void fieldsThatLeadOutOfTheLibraryAreLeftOut() {
    Library some = LibrarySpec.parse("expr(1, x1, x1^2)").over(Given.names(2));
    List<Generator> translations = AffineFields.t(2).on(Given.names(2));
    // ∂/∂x1 and ∂/∂x2 stay within 1, x1, x1²; the rotation makes x2 of x1.
    assertEquals(2, RankMotions.of(some, translations, Fibre.scalar(1)).count());
    Library waves = LibrarySpec.parse("expr(1, sin(x1))").over(Given.names(2));
    assertTrue(RankMotions.of(waves, translations, Fibre.scalar(1)).isNone());
  }
}
