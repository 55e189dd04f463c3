package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: the definition, A x = d and A N = 0 with NᵀN = I. */
class NullSpaceTest {
  private static Matrix random(SplittableRandom random, int rows, int cols) {
    double[] values = new double[rows * cols];
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextGaussian();
    }
    return Matrix.adopt(rows, cols, values);
  }

  private static void assertOrthonormalNullBasis(Matrix a, NullSpace space, int dimensions) {
    assertEquals(dimensions, space.basis().cols());
    assertEquals(a.cols(), space.basis().rows());
    Matrix product = space.basis().transpose().times(space.basis());
    assertArrayEquals(Matrix.identity(dimensions).toArray(), product.toArray(), 1e-13);
    double size = Vec.adopt(a.toArray()).norm();
    assertEquals(0, Vec.adopt(a.times(space.basis()).toArray()).norm(), 1e-13 * size);
  }

  @Test
  void aConsistentSystemIsSolvedAndItsSolutionsDifferByTheNullSpace() {
    SplittableRandom random = new SplittableRandom(1);
    for (int rows = 1; rows <= 6; rows++) {
      Matrix a = random(random, rows, 8);
      Vec d = a.apply(random(random, 8, 1).col(0));
      NullSpace space = NullSpace.of(a, d, Tolerance.RANK);
      assertOrthonormalNullBasis(a, space, 8 - rows);
      assertEquals(0, a.apply(space.particular()).minus(d).norm(), 1e-12 * d.norm());
      assertEquals(0, space.residual(), 1e-12);
    }
  }

  @Test
  void theParticularSolutionIsTheShortest() {
    SplittableRandom random = new SplittableRandom(2);
    Matrix a = random(random, 3, 7);
    NullSpace space = NullSpace.of(a, Vec.of(1, 2, 3), Tolerance.RANK);
    assertEquals(
        0, space.basis().applyTranspose(space.particular()).norm(), 1e-13, "orthogonal to null(A)");
  }

  @Test
  void redundantRowsDoNotRaiseTheRank() {
    SplittableRandom random = new SplittableRandom(3);
    Matrix two = random(random, 2, 5);
    Matrix mixed = random(random, 9, 2).times(two);
    Vec d = mixed.apply(Vec.of(1, -1, 2, 0, 3));
    NullSpace space = NullSpace.of(mixed, d, Tolerance.RANK);
    assertOrthonormalNullBasis(mixed, space, 3);
    assertEquals(0, space.residual(), 1e-12);
  }

  @Test
  void theResidualOfContradictoryRowsIsTheirDistanceFromAnySolution() {
    Matrix a = Matrix.ofRows(new double[] {1, 1}, new double[] {1, 1});
    NullSpace space = NullSpace.of(a, Vec.of(3, 5), Tolerance.RANK);
    assertArrayEquals(new double[] {2, 2}, space.particular().toArray(), 1e-14);
    assertEquals(Math.sqrt(2) / Math.sqrt(34), space.residual(), 1e-14);
    NullSpace impossible = NullSpace.of(Matrix.zeros(1, 3), Vec.of(7), Tolerance.RANK);
    assertEquals(1, impossible.residual());
    assertEquals(3, impossible.basis().cols());
  }

  @Test
  void aSystemOfFullColumnRankHasOneSolution() {
    SplittableRandom random = new SplittableRandom(4);
    Matrix a = random(random, 9, 4);
    Vec x = Vec.of(1, -2, 3, -4);
    NullSpace space = NullSpace.of(a, a.apply(x), Tolerance.RANK);
    assertEquals(0, space.basis().cols());
    assertArrayEquals(x.toArray(), space.particular().toArray(), 1e-12);
  }

  @Test
  void nothingDemandedLeavesEverythingFree() {
    NullSpace space = NullSpace.of(Matrix.zeros(0, 3), Vec.zeros(0), Tolerance.RANK);
    assertOrthonormalNullBasis(Matrix.zeros(0, 3), space, 3);
    assertEquals(Vec.zeros(3), space.particular());
  }

  @Test
  void systemsOfAnyRankAndShapeAreSolved() {
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int cols = 2 + random.nextInt(8);
      int rank = 1 + random.nextInt(cols - 1);
      int rows = rank + random.nextInt(6);
      Matrix a = random(random, rows, rank).times(random(random, rank, cols));
      if (random.nextBoolean()) {
        TriangularFold fold = new TriangularFold(cols);
        Block block = new Block(rows, cols);
        block.setRows(rows);
        for (int j = 0; j < cols; j++) {
          a.copyColumn(j, 0, rows, block.values(), block.offset(j));
        }
        fold.fold(block);
        a = fold.triangle();
      }
      Vec d = a.apply(random(random, cols, 1).col(0));
      NullSpace space = NullSpace.of(a, d, Tolerance.RANK);
      assertEquals(cols - rank, space.basis().cols(), "seed " + seed);
      assertEquals(0, space.residual(), 1e-9, "seed " + seed);
    }
  }

  @Test
  void reflectionsGiveTheSameSpaceAndTheSameShortestSolution() {
    SplittableRandom random = new SplittableRandom(7);
    Matrix mixed = random(random, 9, 4).times(random(random, 4, 12));
    Vec d = mixed.apply(random(random, 12, 1).col(0));
    NullSpace expected = NullSpace.of(mixed, d, Tolerance.RANK);
    NullSpace actual = NullSpace.byReflections(mixed, d, Tolerance.RANK);
    assertOrthonormalNullBasis(mixed, actual, 8);
    assertEquals(
        0,
        actual.particular().minus(expected.particular()).norm(),
        1e-12 * expected.particular().norm());
    assertEquals(0, actual.residual(), 1e-12);
  }

  @Test
  void reflectionsTellWhenThereIsNoSolution() {
    Matrix a = Matrix.ofRows(new double[] {1, 2, 0}, new double[] {2, 4, 0});
    NullSpace space = NullSpace.byReflections(a, Vec.of(1, 3), Tolerance.RANK);
    assertEquals(2, space.basis().cols());
    assertEquals(0.5 / Math.sqrt(10), space.residual(), 1e-12);
  }

  @Test
  void reflectionsOfNoRowsLeaveEverything() {
    NullSpace space = NullSpace.byReflections(Matrix.zeros(0, 3), Vec.zeros(0), Tolerance.RANK);
    assertOrthonormalNullBasis(Matrix.zeros(1, 3), space, 3);
    assertEquals(0, space.particular().norm());
  }

  @Test
  void reflectionsOfEnoughRowsLeaveNothing() {
    SplittableRandom random = new SplittableRandom(8);
    Matrix a = random(random, 9, 5);
    Vec x = random(random, 5, 1).col(0);
    NullSpace space = NullSpace.byReflections(a, a.apply(x), Tolerance.RANK);
    assertEquals(0, space.basis().cols());
    assertEquals(0, space.particular().minus(x).norm(), 1e-12 * x.norm());
  }

  @Test
  void withoutUnknownsOnlyZeroIsMet() {
    NullSpace met = NullSpace.of(Matrix.zeros(2, 0), Vec.zeros(2), Tolerance.RANK);
    assertEquals(0, met.basis().cols());
    assertEquals(0, met.residual());
    NullSpace missed = NullSpace.of(Matrix.zeros(2, 0), Vec.of(0, 3), Tolerance.RANK);
    assertEquals(1, missed.residual());
  }
}
