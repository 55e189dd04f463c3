package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: sums with twice the digits, as for {@link LargeFoldContract}. */
class GramFoldTest {
  private static final long MANY = LargeFoldContract.MANY;

  private static Matrix everyFourth(Matrix a) {
    return Matrix.ofRows(
        IntStream.range(0, a.rows() / 4)
            .mapToObj(i -> a.row(4 * i).toArray())
            .toArray(double[][]::new));
  }

  private static GramFold over(Matrix sample) {
    return GramFold.over(TriangularFold.triangle(sample), MANY).orElseThrow();
  }

  private static Matrix triangle(Matrix a, int height) {
    List<GramFold> parts = over(everyFourth(a)).parts(3);
    int part = 0;
    for (int from = 0; from < a.rows(); from += height) {
      parts.get(part++ % 3).fold(Block.of(a.rowSlice(from, Math.min(a.rows(), from + height))));
    }
    parts.get(0).add(parts.get(2));
    parts.get(1).add(parts.get(0));
    return parts.get(1).triangle().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 23, 59, 130})
  void theSquareOfTheTriangleIsTheGramMatrix(int cols) {
    Matrix a = LargeFoldContract.random(cols, 3000, cols);
    for (int height : new int[] {100, 577, 3000}) {
      Matrix r = triangle(a, height);
      double error = LargeFoldContract.gramError(a, r);
      assertTrue(error <= 1e-14, cols + " columns: " + error);
      for (int i = 1; i < cols; i++) {
        for (int j = 0; j < i; j++) {
          assertEquals(0, r.get(i, j));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e4, 1e8})
  void neitherConditionNorUnitsMatter(double condition) {
    for (double units : new double[] {1, 1e10, 1e140}) {
      Matrix a = LargeFoldContract.graded(3, 4000, 30, condition, units);
      double error = LargeFoldContract.gramError(a, triangle(a, 500));
      assertTrue(error <= 1e-14, "units " + units + ": error " + error);
    }
  }

  @Test
  void aSampleThatMisleadsIsFoundOut() {
    Matrix a = LargeFoldContract.random(4, 2000, 2);
    Vec first = a.col(0).slice(0, 500);
    Vec nearly = first.times(1000).plus(a.col(1).slice(0, 500).times(1e-3));
    GramFold fold = over(Matrix.ofColumns(first.toArray(), nearly.toArray()));
    fold.fold(Block.of(a));
    assertTrue(fold.triangle().isEmpty(), "the columns of the rows are not alike");
    assertTrue(over(a).triangle().isEmpty(), "no rows, no triangle");
  }

  @Test
  void columnsThatDependInTheSampleAreRefused() {
    Matrix a = LargeFoldContract.random(7, 300, 5);
    Matrix twice = a.beside(a.columns(1));
    assertTrue(GramFold.over(TriangularFold.triangle(twice), MANY).isEmpty());
    Matrix nothing = a.beside(Matrix.zeros(300, 1));
    assertTrue(GramFold.over(TriangularFold.triangle(nothing), MANY).isEmpty());
  }

  @Test
  void aSampleMustPay() {
    assertFalse(GramFold.pays(10_000, 23));
    assertTrue(GramFold.pays(1_000_000, 59));
    assertFalse(GramFold.pays(1_000_000, 600), "wide rows are reflected");
  }
}
