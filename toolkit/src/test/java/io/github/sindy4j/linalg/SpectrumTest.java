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

  /** ‖A b‖² and ‖M b‖² are simultaneously diagonal: Bᵀ Mᵀ M B = I, Bᵀ Aᵀ A B = Σ². */
  @Test
  void relativeDirectionsMakeBothFormsDiagonal() {
    SplittableRandom random = new SplittableRandom(81);
    Matrix a = Matrix.zeros(7, 4).map(zero -> random.nextDouble(-1, 1));
    Matrix m = Matrix.zeros(6, 4).map(zero -> random.nextDouble(-1, 1));
    // Scales that squares would not survive.
    Matrix units = Matrix.ofRows(row(1e-9, 0), row(1, 1), row(1e9, 2), row(1e3, 3));
    Spectrum spectrum = Spectrum.relative(a.times(units), m.times(units));
    Matrix broken = a.times(units).times(spectrum.directions());
    Matrix whole = m.times(units).times(spectrum.directions());
    for (int k = 0; k < 4; k++) {
      for (int l = 0; l < 4; l++) {
        double square = k == l ? spectrum.values().get(k) * spectrum.values().get(k) : 0;
        assertEquals(k == l ? 1 : 0, whole.col(k).dot(whole.col(l)), 1e-12);
        assertEquals(square, broken.col(k).dot(broken.col(l)), 1e-11);
      }
    }
  }

  private static double[] row(double value, int place) {
    double[] row = new double[4];
    row[place] = value;
    return row;
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
