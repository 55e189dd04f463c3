package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  @Test
  void directionsAreOrthonormalAndHaveTheirLengths() {
    SplittableRandom random = new SplittableRandom(8);
    for (int rows : new int[] {1, 3, 5, 9}) {
      Matrix a = Matrix.zeros(rows, 5).map(zero -> random.nextDouble(-1, 1));
      Spectrum spectrum = Spectrum.of(a);
      assertEquals(5, spectrum.values().size());
      assertEquals(Math.max(0, 5 - rows), spectrum.upTo(1e-12));
      for (int k = 0; k < 5; k++) {
        Vec v = spectrum.directions().col(k);
        assertEquals(spectrum.values().get(k), a.apply(v).norm(), 1e-12);
        for (int l = 0; l <= k; l++) {
          assertEquals(k == l ? 1 : 0, v.dot(spectrum.directions().col(l)), 1e-12);
        }
      }
    }
  }

  @Test
  void theNormsOfADiagonalMatrixAreItsEntries() {
    Matrix a = Matrix.ofRows(new double[] {0, 3, 0}, new double[] {2, 0, 0});
    assertEquals(0, Spectrum.of(a).values().minus(Vec.of(0, 2, 3)).norm(), 1e-14);
    assertEquals(3, Spectrum.of(a).largest(), 1e-14);
    assertEquals(0, Spectrum.of(Matrix.zeros(4, 0)).largest());
    assertEquals(3, Spectrum.of(Matrix.zeros(0, 3)).upTo(0));
  }
}
