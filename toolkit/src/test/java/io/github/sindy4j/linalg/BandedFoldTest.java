package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows folded one by one give what the dense fold gives. */
class BandedFoldTest {
  private static void assertClose(Matrix expected, Matrix actual, double tolerance) {
    assertTrue(expected.minus(actual).vec().maxAbs() <= tolerance, "" + expected.minus(actual));
  }

  @ParameterizedTest
  @CsvSource({"1,0,1", "8,2,1", "30,4,3", "25,7,2"})
  void solutionsResidualsAndInverseAreThoseOfDenseLeastSquares(int n, int width, int responses) {
    Random random = new Random(n);
    int rows = 3 * n;
    double[] a = new double[rows * n];
    double[] b = random.doubles((long) rows * responses).toArray();
    BandedFold fold = new BandedFold(n, width, responses);
    for (int i = 0; i < rows; i++) {
      int first = i % n;
      int count = Math.min(1 + random.nextInt(width + 1), n - first);
      double[] row = random.doubles(count, -1, 1).toArray();
      System.arraycopy(row, 0, a, i * n + first, count);
      fold.add(first, row, 0, count, b, i * responses);
    }
    Matrix full = Matrix.adopt(rows, n, a);
    Matrix targets = Matrix.adopt(rows, responses, b);
    Cholesky normal = Cholesky.of(full.gram(), Tolerance.RANK).orElseThrow();
    Matrix right = full.transposeTimes(targets);
    Matrix solution = fold.solution();
    assertTrue(fold.determined());
    for (int c = 0; c < responses; c++) {
      Vec exact = normal.solve(right.col(c));
      assertTrue(exact.minus(solution.col(c)).maxAbs() < 1e-9 * (1 + exact.maxAbs()));
      double squares = Math.pow(full.apply(exact).minus(targets.col(c)).norm(), 2);
      assertEquals(squares, fold.squaredResiduals().get(c), 1e-9 * (1 + squares));
    }
    BandedCholesky factor = fold.factor();
    double[] l = new double[n * n];
    for (int i = 0; i < n; i++) {
      assertTrue(factor.get(i, i) > 0);
      for (int j = 0; j <= i; j++) {
        l[i * n + j] = factor.get(i, j);
      }
    }
    Matrix lower = Matrix.adopt(n, n, l);
    assertClose(full.gram(), lower.timesTranspose(lower), 1e-12);
  }

  @Test
  void aColumnWithoutAPivotIsNotDetermined() {
    BandedFold fold = new BandedFold(2, 1, 1);
    fold.add(0, new double[] {1, 1}, 0, 2, new double[] {1}, 0);
    assertFalse(fold.determined());
  }

  /** Läuchli's matrix: the normal equations are singular in double precision. */
  @Test
  void halfOfTheDigitsSurviveWhereNormalEquationsLoseAll() {
    double tiny = 1e-9;
    BandedFold fold = new BandedFold(2, 1, 1);
    fold.add(0, new double[] {1, 1}, 0, 2, new double[] {2}, 0);
    fold.add(0, new double[] {tiny}, 0, 1, new double[] {tiny}, 0);
    fold.add(1, new double[] {tiny}, 0, 1, new double[] {tiny}, 0);
    assertEquals(1, fold.solution().get(0, 0), 1e-6);
    assertEquals(1, fold.solution().get(1, 0), 1e-6);
  }
}
