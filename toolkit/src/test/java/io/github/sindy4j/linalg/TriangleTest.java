package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TriangleTest {
  /** Upper triangular with a diagonal between 1 and 2, columns in other units. */
  private static Matrix triangle(SplittableRandom random, double... units) {
    int n = units.length;
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        values[i * n + j] = units[j] * (i == j ? 1 + random.nextDouble() : random.nextGaussian());
      }
    }
    return Matrix.adopt(n, n, values);
  }

  @Test
  void theInverseTimesTheTriangleIsTheIdentity() {
    Matrix r = triangle(new SplittableRandom(1), 1, 1, 1, 1, 1, 1);
    Matrix inverse = Triangle.inverse(r);
    assertArrayEquals(Matrix.identity(6).toArray(), inverse.times(r).toArray(), 1e-12);
    for (int i = 1; i < 6; i++) {
      assertEquals(0, inverse.get(i, i - 1), "upper triangular");
    }
  }

  @Test
  void theUnitsOfTheColumnsChangeTheSolutionInTheSameUnitsOnly() {
    double[] units = {1e12, 1e-12, 1, 1e9, 1e-5};
    Matrix plain = triangle(new SplittableRandom(2), 1, 1, 1, 1, 1);
    Matrix scaled = triangle(new SplittableRandom(2), units);
    Vec b = Vec.of(1, 2, 3, 4, 5);
    Vec x = Triangle.solve(plain, b, 5);
    Vec y = Triangle.solve(scaled, b, 5);
    for (int j = 0; j < 5; j++) {
      assertEquals(x.get(j), y.get(j) * units[j], 1e-13 * x.norm());
    }
  }

  @Test
  void theLeadingPartIsSolvedAlone() {
    SplittableRandom random = new SplittableRandom(3);
    Matrix r = triangle(random, 1, 1, 1, 1, 1);
    Vec b = Vec.of(1, -1, 2);
    Vec x = Triangle.solve(r, b, 3);
    Matrix leading = r.rowSlice(0, 3).columns(0, 1, 2);
    assertArrayEquals(b.toArray(), leading.apply(x).toArray(), 1e-13);
  }

  @Test
  void aZeroOnTheDiagonalGivesNoNumbers() {
    Matrix inverse = Triangle.inverse(Matrix.ofRows(new double[] {1, 1}, new double[] {0, 0}));
    assertTrue(Double.isInfinite(inverse.get(1, 1)));
  }
}
