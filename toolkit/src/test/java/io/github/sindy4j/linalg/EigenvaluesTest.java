package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EigenvaluesTest {
  private static double[] sorted(Vec x) {
    double[] values = x.toArray();
    Arrays.sort(values);
    return values;
  }

  @Test
  void aTurnWithStretchHasAConjugatePair() {
    // [[a, −b], [b, a]] ⊕ [5]: a ± i b and 5.
    Matrix a = Matrix.ofRows(new double[][] {{1, -2, 0}, {2, 1, 0}, {7, 7, 5}});
    Eigenvalues values = Eigenvalues.of(a);
    assertArrayEquals(new double[] {1, 1, 5}, sorted(values.real()), 1e-12);
    assertArrayEquals(new double[] {-2, 0, 2}, sorted(values.imaginary()), 1e-12);
  }

  @Test
  void rootsCountAsOftenAsTheyOccur() {
    Matrix chain = Matrix.ofRows(new double[][] {{3, 1, 0}, {0, 3, 1}, {0, 0, 3}});
    assertArrayEquals(new double[] {3, 3, 3}, sorted(Eigenvalues.of(chain).real()), 1e-4);
  }

  @Test
  void theSecondDifferenceHasItsCosines() {
    // The second difference of size n: 2 − 2 cos(k π / (n + 1)).
    int n = 6;
    double[] entries = new double[n * n];
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      entries[i * n + i] = 2;
      if (i > 0) {
        entries[i * n + i - 1] = -1;
        entries[(i - 1) * n + i] = -1;
      }
      expected[i] = 2 - 2 * Math.cos((i + 1) * Math.PI / (n + 1));
    }
    Matrix a = Matrix.adopt(n, n, entries);
    assertArrayEquals(expected, sorted(Eigenvalues.symmetric(a)), 1e-13);
    assertEquals(0, Eigenvalues.symmetric(Matrix.zeros(0, 0)).size());
  }
}
