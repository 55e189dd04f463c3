package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against the singular values of the matrix itself. */
class LargestSingularValueTest {
  @Test
  void itIsThatOfTheMatrix() {
    SplittableRandom random = new SplittableRandom(9);
    double[] entries = new double[70 * 60];
    for (int k = 0; k < entries.length; k++) {
      entries[k] = random.nextDouble(-1, 1) / (1 + k % 60);
    }
    Matrix a = Matrix.adopt(70, 60, entries);
    double largest = Spectrum.of(a).largest();
    assertEquals(largest, LargestSingularValue.of(a), 1e-10 * largest);
  }

  @Test
  void itStopsAtTheRank() {
    Matrix a = Matrix.ofColumns(new double[] {3, 4}, new double[] {6, 8}, new double[] {0, 0});
    assertEquals(Math.sqrt(125), LargestSingularValue.of(a), 1e-13);
    assertEquals(0, LargestSingularValue.of(Matrix.zeros(3, 2)));
    assertEquals(0, LargestSingularValue.of(Matrix.zeros(0, 2)));
  }
}
