package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: planted rank, the defining equations. */
class PivotedCholeskyTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-12);

  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  @ParameterizedTest
  @CsvSource({"6,6", "9,4", "40,33", "5,0"})
  void inverseAndKernelSatisfyTheirEquations(int n, int rank) {
    Matrix half = noise(n, rank, n);
    Matrix a = half.gram();
    PivotedCholesky factor = PivotedCholesky.of(a, TOLERANCE);
    Matrix x = factor.inverse();
    Matrix kernel = factor.kernel();
    assertEquals(rank, x.cols());
    assertEquals(n - rank, kernel.cols());
    assertEquals(0, x.transposeTimes(a.times(x)).minus(Matrix.identity(rank)).norm(), 1e-8);
    assertEquals(0, a.times(kernel).norm(), 1e-10 * (1 + a.norm()) * (1 + kernel.norm()));
    assertEquals(n, NullSpace.of(joined(x, kernel), Vec.zeros(n), TOLERANCE).basis().rows());
  }

  private static Matrix joined(Matrix a, Matrix b) {
    double[] values = new double[a.rows() * (a.cols() + b.cols())];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.cols() + b.cols(); j++) {
        values[i * (a.cols() + b.cols()) + j] = j < a.cols() ? a.get(i, j) : b.get(i, j - a.cols());
      }
    }
    return Matrix.adopt(a.rows(), a.cols() + b.cols(), values);
  }

  /** diag(1e12, 0, 1e-12): the scales say nothing about the rank. */
  @Test
  void theScaleOfAnUnknownIsNoMatter() {
    Matrix a =
        Matrix.ofRows(
            new double[] {1e12, 0, 0}, new double[] {0, 0, 0}, new double[] {0, 0, 1e-12});
    PivotedCholesky factor = PivotedCholesky.of(a, TOLERANCE);
    assertEquals(
        Matrix.ofRows(new double[] {1e-6, 0}, new double[] {0, 0}, new double[] {0, 1e6}),
        factor.inverse());
    assertEquals(0, factor.kernel().col(0).minus(Vec.of(0, 1, 0)).norm(), 0);
  }
}
