package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: the definitions, and the three plain loops. */
class SymmetricTest {
  private static Matrix random(long seed, int rows, int cols) {
    return Matrix.adopt(
        rows, cols, LinearMapContract.noise(new SplittableRandom(seed), rows * cols).toArray());
  }

  private static double[] loops(Matrix a, Matrix b) {
    double[] product = new double[a.rows() * b.cols()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.cols(); j++) {
        for (int k = 0; k < a.cols(); k++) {
          product[i * b.cols() + j] += a.get(i, k) * b.get(k, j);
        }
      }
    }
    return product;
  }

  @Test
  void productsHaveTheBitsOfThePlainLoopsWhateverTheirSizes() {
    for (int[] sizes : new int[][] {{1, 1, 1}, {2, 3, 4}, {7, 65, 5}, {5, 131, 9}, {3, 4, 0}}) {
      Matrix a = random(1, sizes[0], sizes[1]);
      Matrix b = random(2, sizes[1], sizes[2]);
      assertArrayEquals(loops(a, b), a.times(b).toArray());
      assertArrayEquals(loops(a, b), a.transpose().transposeTimes(b).toArray());
      assertArrayEquals(loops(a, b), a.timesTranspose(b.transpose()).toArray());
      assertArrayEquals(loops(a.transpose(), a), a.gram().toArray());
    }
  }

  @Test
  void sumsMultiplesAndInnerProductsAreThoseOfTheEntries() {
    Matrix a = Matrix.ofRows(new double[] {1, 2}, new double[] {3, 4});
    Matrix b = Matrix.ofRows(new double[] {0, 1}, new double[] {-1, 2});
    assertArrayEquals(new double[] {1, 4, 1, 8}, a.plus(2, b).toArray());
    assertArrayEquals(new double[] {1, 1, 4, 2}, a.minus(b).toArray());
    assertArrayEquals(new double[] {3, 6, 9, 12}, a.scaled(3).toArray());
    assertEquals(7, a.dot(b));
    assertEquals(Math.sqrt(30), a.norm(), 1e-15);
  }

  @Test
  void choleskyFactorsSolvesAndWhitens() {
    Matrix a = random(3, 20, 9).gram();
    Cholesky factor = Cholesky.of(a, Tolerance.RANK).orElseThrow();
    assertArrayEquals(a.toArray(), factor.upper().gram().toArray(), 1e-13 * a.norm());
    for (int i = 1; i < 9; i++) {
      assertEquals(0, factor.upper().get(i, i - 1));
    }
    Vec x = LinearMapContract.noise(new SplittableRandom(4), 9);
    assertEquals(0, factor.solve(a.apply(x)).minus(x).norm(), 1e-11 * x.norm());
    Matrix b = random(5, 9, 4);
    Matrix whitened = factor.whiten(b).gram();
    for (int j = 0; j < 4; j++) {
      Vec expected = b.applyTranspose(factor.solve(b.col(j)));
      assertEquals(0, whitened.col(j).minus(expected).norm(), 1e-11 * expected.norm());
    }
  }

  @Test
  void choleskyRefusesWhatIsNotDefinite() {
    assertTrue(Cholesky.of(random(6, 5, 9).gram(), Tolerance.RANK).isEmpty());
    assertTrue(Cholesky.of(Matrix.identity(3).scaled(-1), Tolerance.RANK).isEmpty());
    assertTrue(Cholesky.of(Matrix.identity(2).scaled(Double.NaN), Tolerance.RANK).isEmpty());
  }

  @Test
  void eigenvectorsDiagonaliseAlsoWhereEigenvaluesCoincide() {
    Matrix q = SymmetricEigen.of(random(7, 30, 30).gram()).vectors();
    double[] diagonal = new double[900];
    for (int k = 0; k < 30; k++) {
      diagonal[k * 30 + k] = k == 7 ? 1 : k < 12 ? 0.25 : 0;
    }
    Matrix a = q.times(Matrix.adopt(30, 30, diagonal)).timesTranspose(q);
    SymmetricEigen eigen = SymmetricEigen.of(a.plus(1, a.transpose()).scaled(0.5));
    assertArrayEquals(Matrix.identity(30).toArray(), eigen.vectors().gram().toArray(), 1e-13);
    assertEquals(1, eigen.values().first(), 1e-14);
    assertEquals(0.25, eigen.values().get(11), 1e-14);
    assertEquals(0, eigen.values().get(12), 1e-14);
    for (int k = 0; k < 30; k++) {
      Vec v = eigen.vectors().col(k);
      assertEquals(0, a.apply(v).plus(-eigen.values().get(k), v).norm(), 1e-13);
    }
    assertArrayEquals(eigen.vectors().col(1).toArray(), eigen.leading(2).col(1).toArray());
  }
}
