package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: R'ᵀR' = Cᵀ C, C the picked columns, and the factor of the same columns made anew. */
class StaircaseTest {
  private static final int SIZE = 12;

  private static Matrix triangle() {
    SplittableRandom random = new SplittableRandom(4);
    double[] entries = new double[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = i; j < SIZE; j++) {
        // Columns of very different lengths.
        entries[i * SIZE + j] = random.nextGaussian() * Math.pow(10, j % 4 * 2 - 3);
      }
    }
    return Matrix.adopt(SIZE, SIZE, entries);
  }

  private static void assertFactorOf(Matrix r, int... picked) {
    Matrix columns = r.columns(picked);
    Matrix found = Staircase.triangle(r, picked);
    assertEquals(picked.length, found.rows());
    assertEquals(picked.length, found.cols());
    Matrix gram = columns.gram();
    Matrix same = found.gram();
    Matrix anew = TriangularFold.triangle(columns);
    for (int i = 0; i < picked.length; i++) {
      for (int j = 0; j < picked.length; j++) {
        double size = Math.sqrt(gram.get(i, i) * gram.get(j, j));
        assertEquals(gram.get(i, j), same.get(i, j), 1e-14 * size);
        // Signs of rows are free.
        assertEquals(
            Math.abs(anew.get(i, j)), Math.abs(found.get(i, j)), 1e-13 * Math.sqrt(gram.get(j, j)));
        if (i > j) {
          assertEquals(0, found.get(i, j), "upper triangular");
        }
      }
    }
  }

  @Test
  void someColumnsHaveTheFactorThatTheyWouldHaveAlone() {
    Matrix r = triangle();
    assertFactorOf(r, 0, 2, 3, 7, 11);
    assertFactorOf(r, 11);
    assertFactorOf(r, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertFactorOf(r, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    // Out of order, so that a short column follows a long one.
    assertFactorOf(r, 9, 1, 10, 0, 4);
    assertFactorOf(r);
  }

  @Test
  void columnsThatLeadStayAsTheyAre() {
    Matrix r = triangle();
    int[] leading = {0, 1, 2, 3, 4};
    Matrix found = Staircase.triangle(r, 0, 1, 2, 3, 4, 11);
    assertArrayEquals(
        r.rowSlice(0, 5).columns(leading).toArray(),
        found.rowSlice(0, 5).columns(leading).toArray());
    assertEquals(r.col(11).norm(), found.col(5).norm(), 1e-14 * r.col(11).norm());
  }

  @Test
  void deletingTwiceIsDeletingAtOnce() {
    Matrix r = triangle();
    Matrix once = Staircase.triangle(r, 0, 3, 4, 9);
    Matrix twice = Staircase.triangle(Staircase.triangle(r, 0, 1, 3, 4, 7, 9, 10), 0, 2, 3, 5);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(
            Math.abs(once.get(i, j)), Math.abs(twice.get(i, j)), 1e-12 * once.col(j).norm());
      }
    }
  }

  @Test
  void aColumnThatDependsOnOthersLeavesAZeroOnTheDiagonal() {
    double[] entries = triangle().toArray();
    for (int i = 0; i < SIZE; i++) {
      entries[i * SIZE + 6] = i <= 2 ? 2 * entries[i * SIZE + 2] : 0;
    }
    Matrix found = Staircase.triangle(Matrix.adopt(SIZE, SIZE, entries), 1, 2, 6, 8);
    assertEquals(0, found.get(2, 2), 1e-15 * found.col(2).norm());
  }
}
