package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: dependencies planted in the columns, and the definition A z = 0. */
class ColumnBasisTest {
  private static double[] gaussian(SplittableRandom random, int size) {
    double[] values = new double[size];
    for (int k = 0; k < size; k++) {
      values[k] = random.nextGaussian();
    }
    return values;
  }

  private static double[] combination(double a, double[] x, double b, double[] y) {
    double[] sum = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      sum[k] = a * x[k] + b * y[k];
    }
    return sum;
  }

  private static void assertDependencies(Matrix a, ColumnBasis basis) {
    assertEquals(a.cols(), basis.kept().size() + basis.dependencies().size());
    List<Integer> left =
        IntStream.range(0, a.cols()).boxed().filter(j -> !basis.kept().contains(j)).toList();
    for (int k = 0; k < left.size(); k++) {
      Vec z = basis.dependencies().get(k);
      assertEquals(1, z.get(left.get(k)));
      double scale = 0;
      for (int j = 0; j < a.cols(); j++) {
        assertTrue(
            z.get(j) == 0 || j == left.get(k) || (basis.kept().contains(j) && j < left.get(k)),
            "column " + j + " in the dependency of " + left.get(k));
        scale += Math.abs(z.get(j)) * a.col(j).norm();
      }
      assertTrue(a.apply(z).norm() <= 1e-9 * scale, "‖A z‖ = " + a.apply(z).norm());
    }
  }

  @Test
  void plantedDependenciesAreFoundWithTheirNullVectors() {
    SplittableRandom random = new SplittableRandom(1);
    double[] a = gaussian(random, 30);
    double[] b = gaussian(random, 30);
    double[] c = gaussian(random, 30);
    double[] d = combination(2, a, -1, b);
    double[] e = gaussian(random, 30);
    double[] f = combination(1, d, 3, e);
    Matrix columns = Matrix.ofColumns(a, b, c, d, e, f);
    ColumnBasis basis = ColumnBasis.of(columns, Tolerance.RANK);
    assertEquals(List.of(0, 1, 2, 4), basis.kept());
    assertArrayEquals(
        new double[] {-2, 1, 0, 1, 0, 0}, basis.dependencies().get(0).toArray(), 1e-13);
    assertArrayEquals(
        new double[] {-2, 1, 0, 0, -3, 1}, basis.dependencies().get(1).toArray(), 1e-13);
    assertDependencies(columns, basis);
  }

  @Test
  void onTheUnitCircleTheMonomialsOfDegreeTwoSatisfyItsEquationAndNoOther() {
    double[][] rows = new double[25][];
    for (int t = 0; t < rows.length; t++) {
      double x = Math.cos(0.37 * t);
      double y = Math.sin(0.37 * t);
      rows[t] = new double[] {1, x, y, x * x, x * y, y * y};
    }
    ColumnBasis basis = ColumnBasis.of(Matrix.ofRows(rows), Tolerance.RANK);
    assertEquals(List.of(0, 1, 2, 3, 4), basis.kept());
    assertEquals(1, basis.dependencies().size());
    assertArrayEquals(
        new double[] {-1, 0, 0, 1, 0, 1}, basis.dependencies().get(0).toArray(), 1e-13);
  }

  @Test
  void aConstantColumnIsAMultipleOfTheColumnOfOnes() {
    Matrix columns =
        Matrix.ofRows(new double[] {1, 5, 2}, new double[] {1, 5, 3}, new double[] {1, 5, -1});
    ColumnBasis basis = ColumnBasis.of(columns, Tolerance.RANK);
    assertEquals(List.of(0, 2), basis.kept());
    assertArrayEquals(new double[] {-5, 1, 0}, basis.dependencies().get(0).toArray(), 1e-14);
  }

  @Test
  void aColumnOfZerosIsItsOwnDependency() {
    Matrix columns = Matrix.ofColumns(new double[3], new double[] {1, 2, 3}, new double[3]);
    ColumnBasis basis = ColumnBasis.of(columns, Tolerance.RANK);
    assertEquals(List.of(1), basis.kept());
    assertEquals(List.of(Vec.of(1, 0, 0), Vec.of(0, 0, 1)), basis.dependencies());
  }

  @Test
  void noMoreColumnsAreIndependentThanThereAreRows() {
    SplittableRandom random = new SplittableRandom(2);
    Matrix columns = Matrix.adopt(4, 9, gaussian(random, 36));
    ColumnBasis basis = ColumnBasis.of(columns, Tolerance.RANK);
    assertEquals(List.of(0, 1, 2, 3), basis.kept());
    assertDependencies(columns, basis);
  }

  @Test
  void theUnitsOfTheColumnsDoNotDecideWhichAreIndependent() {
    SplittableRandom random = new SplittableRandom(3);
    double[] a = gaussian(random, 20);
    double[] b = gaussian(random, 20);
    double[] c = combination(1, a, 1, b);
    double[][] columns = {a, b, c, gaussian(random, 20)};
    double[] units = {1e-12, 1e12, 1, 1e-9};
    for (int j = 0; j < columns.length; j++) {
      columns[j] = combination(units[j], columns[j], 0, columns[j]);
    }
    ColumnBasis basis = ColumnBasis.of(Matrix.ofColumns(columns), Tolerance.RANK);
    assertEquals(List.of(0, 1, 3), basis.kept());
    Vec z = basis.dependencies().get(0);
    assertEquals(-1e12, z.get(0), 1e-2);
    assertEquals(-1e-12, z.get(1), 1e-26);
  }

  @Test
  void theToleranceIsTheSineOfTheAngleBelowWhichColumnsCoincide() {
    double[] east = {1, 0};
    for (double angle : new double[] {0.9e-10, 1.1e-10}) {
      Matrix columns = Matrix.ofColumns(east, new double[] {Math.cos(angle), Math.sin(angle)});
      ColumnBasis basis = ColumnBasis.of(columns, Tolerance.RANK);
      assertEquals(angle > 1e-10 ? 2 : 1, basis.kept().size());
    }
  }
}
