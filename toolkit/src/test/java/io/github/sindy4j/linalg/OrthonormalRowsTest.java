package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: orthonormality, the equations themselves, the null space by another way. */
class OrthonormalRowsTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-10);

  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  @ParameterizedTest
  @CsvSource({"1,7", "5,5", "20,30", "130,150"})
  void theyAreOrthonormalAndKeepTheSolutions(int rows, int cols) {
    Matrix a = noise(rows, rows, cols);
    Vec x = noise(99, cols, 1).col(0);
    OrthonormalRows equations = OrthonormalRows.of(a, a.apply(x), TOLERANCE);
    Matrix q = equations.rows();
    assertEquals(rows, q.rows());
    assertEquals(0, q.timesTranspose(q).minus(Matrix.identity(rows)).norm(), 1e-13 * rows);
    assertEquals(0, q.apply(x).minus(equations.right()).norm(), 1e-10);
    assertEquals(0, equations.residual(), 1e-12);
    assertEquals(0, a.apply(equations.shortest()).minus(a.apply(x)).norm(), 1e-10);
  }

  @Test
  void theNearestSolutionIsThatOfTheNullSpace() {
    Matrix a = noise(3, 60, 90);
    Vec b = noise(4, 60, 1).col(0);
    Vec x = noise(5, 90, 1).col(0);
    OrthonormalRows equations = OrthonormalRows.of(a, b, TOLERANCE);
    NullSpace solutions = NullSpace.of(a, b, TOLERANCE);
    Matrix basis = solutions.basis();
    Vec nearest =
        solutions
            .particular()
            .plus(basis.apply(basis.applyTranspose(x.minus(solutions.particular()))));
    assertEquals(0, equations.nearest(x).minus(nearest).norm(), 1e-10);
    assertEquals(0, equations.free(x).minus(basis.apply(basis.applyTranspose(x))).norm(), 1e-11);
    assertEquals(0, equations.shortest().minus(solutions.particular()).norm(), 1e-10);
  }

  @Test
  void rowsThatDependOnOthersAreLeftOutWhereverTheyStand() {
    Matrix a = noise(6, 50, 80);
    Matrix twice = noise(7, 120, 50).times(a);
    Vec x = noise(8, 80, 1).col(0);
    OrthonormalRows equations = OrthonormalRows.of(twice, twice.apply(x), TOLERANCE);
    assertEquals(50, equations.rows().rows());
    assertEquals(0, equations.residual(), 1e-12);
    assertEquals(0, equations.rows().apply(x).minus(equations.right()).norm(), 1e-9);
  }

  @Test
  void contradictionsAreMeasured() {
    Matrix a = Matrix.ofRows(new double[] {1, 1}, new double[] {2, 2}, new double[] {0, 0});
    assertEquals(0, OrthonormalRows.of(a, Vec.of(1, 2, 0), TOLERANCE).residual(), 1e-15);
    assertEquals(
        4 / Math.sqrt(37), OrthonormalRows.of(a, Vec.of(1, 6, 0), TOLERANCE).residual(), 1e-15);
    assertEquals(1, OrthonormalRows.of(a, Vec.of(0, 0, 3), TOLERANCE).residual(), 1e-15);
  }

  @Test
  void noRowsAreNoEquations() {
    OrthonormalRows none = OrthonormalRows.of(Matrix.zeros(0, 3), Vec.zeros(0), TOLERANCE);
    assertEquals(0, none.rows().rows());
    assertEquals(Vec.of(1, 2, 3), none.nearest(Vec.of(1, 2, 3)));
    assertTrue(none.shortest().norm() == 0);
  }
}
