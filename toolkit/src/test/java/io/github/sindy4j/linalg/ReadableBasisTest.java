package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The plane of (1, 0, ½, −1) and (0, 1, 2, 3), hidden behind an orthonormal basis. */
class ReadableBasisTest {
  private static final Matrix PLANE =
      Matrix.ofColumns(new double[] {1, 0, 0.5, -1}, new double[] {0, 1, 2, 3});

  private static Matrix hidden() {
    Matrix orthonormal = PLANE.times(Triangle.inverse(TriangularFold.triangle(PLANE)));
    Matrix turned = Matrix.ofRows(new double[] {0.6, -0.8}, new double[] {0.8, 0.6});
    return orthonormal.times(turned);
  }

  @Test
  void itReadsTheSimpleNumbersBack() {
    Matrix nullOf = Matrix.ofRows(new double[] {0.5, 2, -1, 0}, new double[] {-1, 3, 0, -1});
    ReadableBasis basis = ReadableBasis.of(hidden(), Vec.of(1, 1, 1, 1), nullOf);
    assertEquals(List.of(0, 1), basis.free());
    assertEquals(PLANE, basis.basis());
  }

  /** The minors of the plane: 3.5 for unknowns 2 and 3, at most 3 for any others. */
  @Test
  void theStrongestUnknownsArePivotsWhereNoneIsPreferred() {
    assertEquals(List.of(2, 3), ReadableBasis.pivots(hidden(), 1 - 1e-6));
    Matrix echelon = ReadableBasis.echelon(hidden(), List.of(2, 3));
    Vec a = PLANE.col(0);
    Vec b = PLANE.col(1);
    assertEquals(0, echelon.col(0).minus(a.times(3).plus(b).times(1 / 3.5)).norm(), 1e-14);
    assertEquals(
        0, echelon.col(1).minus(b.times(0.5).minus(a.times(2)).times(1 / 3.5)).norm(), 1e-14);
  }

  @Test
  void aSpaceOfNothingHasNoPivots() {
    Matrix nothing = Matrix.zeros(4, 0);
    assertEquals(List.of(), ReadableBasis.pivots(nothing, 0.5));
    assertEquals(0, ReadableBasis.echelon(nothing, List.of()).cols());
  }
}
