package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The banded factorization does what the dense one does. */
class BandedCholeskyTest {
  /** Diagonally dominant, of this width; the unused places hold NaN, which no one may read. */
  static SymmetricBand band(int n, int width, long seed) {
    Random random = new Random(seed);
    double[] lower = new double[n * (width + 1)];
    for (int j = 0; j < n; j++) {
      for (int k = 0; k <= width; k++) {
        double entry = k == 0 ? 4 * width + 1 + random.nextDouble() : random.nextGaussian();
        lower[j * (width + 1) + k] = j + k < n ? entry : Double.NaN;
      }
    }
    return SymmetricBand.adopt(n, width, lower);
  }

  private static Matrix dense(SymmetricBand a) {
    double[] values = new double[a.size() * a.size()];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < a.size(); j++) {
        values[i * a.size() + j] = a.get(i, j);
      }
    }
    return Matrix.adopt(a.size(), a.size(), values);
  }

  private static Vec random(int n, long seed) {
    Random random = new Random(seed);
    return Vec.zeros(n).map(x -> random.nextGaussian());
  }

  private static void assertClose(Vec expected, Vec actual, double tolerance) {
    assertTrue(expected.minus(actual).maxAbs() <= tolerance, expected + " but was " + actual);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "1,3", "5,0", "6,1", "7,9", "40,3", "61,8", "50,17", "33,32", "30,40"})
  void factorDeterminantAndSolutionsAreThoseOfTheDenseMatrix(int n, int width) {
    SymmetricBand a = band(n, width, n);
    BandedCholesky banded = BandedCholesky.of(a, Tolerance.RANK).orElseThrow();
    Cholesky full = Cholesky.of(dense(a), Tolerance.RANK).orElseThrow();
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      logDeterminant += 2 * Math.log(full.upper().get(i, i));
      for (int j = 0; j < n; j++) {
        assertEquals(full.upper().get(j, i), banded.get(i, j), 1e-13 * (width + 1));
      }
    }
    assertEquals(logDeterminant, banded.logDeterminant(), 1e-12 * n);
    Vec b = random(n, 3);
    assertClose(full.solve(b), banded.solve(b), 1e-13);
    assertClose(dense(a).apply(b), a.apply(b), 1e-12 * (width + 1));
  }

  @ParameterizedTest
  @CsvSource({"1,0,2", "6,1,1", "7,9,5", "61,8,7", "50,17,1"})
  void eitherTriangleCanBeSolvedAloneAndForManyColumnsAtOnce(int n, int width, int cols) {
    SymmetricBand a = band(n, width, 5);
    BandedCholesky banded = BandedCholesky.of(a, Tolerance.RANK).orElseThrow();
    Cholesky full = Cholesky.of(dense(a), Tolerance.RANK).orElseThrow();
    Matrix b = random(n * cols, 4).asMatrix(n, cols);
    double[] whitened = b.toArray();
    banded.lowerSolve(whitened, cols);
    assertClose(full.whiten(b).vec(), Vec.adopt(whitened), 1e-13);
    for (int c = 0; c < cols; c++) {
      double[] x = b.col(c).toArray();
      banded.lowerSolve(x);
      assertClose(full.whiten(b).col(c), Vec.of(x), 1e-13);
      banded.upperSolve(x);
      assertClose(full.solve(b.col(c)), Vec.of(x), 1e-13);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0", "1,3", "5,0", "6,1", "7,9", "40,3", "61,8", "50,17", "30,40"})
  void theBandOfTheInverseHasTheEntriesOfTheDenseInverse(int n, int width) {
    SymmetricBand a = band(n, width, 6);
    SymmetricBand inverse = BandedCholesky.of(a, Tolerance.RANK).orElseThrow().inverseBand();
    Cholesky full = Cholesky.of(dense(a), Tolerance.RANK).orElseThrow();
    Matrix whitened = full.whiten(Matrix.identity(n));
    Matrix exact = whitened.gram();
    for (int i = 0; i < n; i++) {
      assertEquals(exact.get(i, i), inverse.diagonal().get(i), 1e-14);
      for (int j = Math.max(0, i - width); j <= i; j++) {
        assertEquals(exact.get(i, j), inverse.get(i, j), 1e-14);
        assertEquals(exact.get(i, j), inverse.get(j, i), 1e-14);
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
    SymmetricBand indefinite = SymmetricBand.adopt(2, 1, new double[] {1, 2, 1, 0});
    SymmetricBand singular = SymmetricBand.adopt(2, 1, new double[] {1, 1, 1, 0});
    SymmetricBand broken = SymmetricBand.adopt(1, 0, new double[] {Double.NaN});
    assertTrue(BandedCholesky.of(indefinite, Tolerance.RANK).isEmpty());
    assertTrue(BandedCholesky.of(singular, Tolerance.RANK).isEmpty());
    assertTrue(BandedCholesky.of(broken, Tolerance.RANK).isEmpty());
  }

  @Test
  void theInputStaysAsItIsAndSizesMustAgree() {
    SymmetricBand a = band(9, 2, 7);
    SymmetricBand same = band(9, 2, 7);
    BandedCholesky factor = BandedCholesky.of(a, Tolerance.RANK).orElseThrow();
    assertEquals(same, a);
    assertThrows(IllegalArgumentException.class, () -> factor.solve(Vec.zeros(8)));
    assertThrows(IllegalArgumentException.class, () -> factor.lowerSolve(new double[10]));
    assertThrows(IllegalArgumentException.class, () -> SymmetricBand.adopt(3, 1, new double[5]));
  }

  /** Coarse on purpose: a dense factorization would take an hour. */
  @Test
  void aHundredThousandRowsAreAMatterOfMilliseconds() {
    SymmetricBand a = band(100_000, 20, 8);
    long start = System.nanoTime();
    BandedCholesky factor = BandedCholesky.of(a, Tolerance.RANK).orElseThrow();
    Vec b = random(100_000, 9);
    assertTrue(a.apply(factor.solve(b)).minus(b).maxAbs() < 1e-12);
    assertTrue(factor.inverseBand().diagonal().maxAbs() < 1);
    assertTrue(System.nanoTime() - start < 5e9);
  }
}
