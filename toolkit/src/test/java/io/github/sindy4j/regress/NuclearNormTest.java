package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NuclearNormTest implements ProximableContract {
  @Override
  public Proximable subject() {
    return new NuclearNorm(5, 3);
  }

  @Override
  public int size() {
    return 15;
  }

  /** More columns than rows. */
  @Nested
  class Wide implements ProximableContract {
    @Override
    public Proximable subject() {
      return new NuclearNorm(3, 4);
    }

    @Override
    public int size() {
      return 12;
    }
  }

  private static Matrix orthonormal(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix any =
        Matrix.adopt(
            size, size, Vec.zeros(size * size).map(zero -> random.nextGaussian()).toArray());
    return Spectrum.of(any).directions();
  }

  /** U diag(s) Vᵀ of chosen factors. */
  private static Matrix planted(Vec s, int rows, int cols) {
    double[] middle = new double[rows * cols];
    for (int k = 0; k < s.size(); k++) {
      middle[k * cols + k] = s.get(k);
    }
    return orthonormal(1, rows)
        .times(Matrix.adopt(rows, cols, middle))
        .timesTranspose(orthonormal(2, cols));
  }

  @Test
  void itIsTheSumOfTheSingularValues() {
    Matrix a = planted(Vec.of(5, 2, 1e-3), 6, 4);
    assertEquals(7.001, new NuclearNorm(6, 4).value(a.vec()), 1e-11);
    assertEquals(7.001, new NuclearNorm(4, 6).value(a.transpose().vec()), 1e-11);
  }

  @Test
  void singularValuesNearRoundingAreCountedFromAbove() {
    double value = new NuclearNorm(6, 4).value(planted(Vec.of(5, 2, 1e-9, 5e-10), 6, 4).vec());
    assertTrue(value >= 7 + 1.5e-9 - 1e-14, "value: " + value);
    assertEquals(7 + 1.5e-9, value, 1e-9);
  }

  @Test
  void theProximalMapLowersThePlantedSingularValues() {
    for (double step : new double[] {0.5, 1.5, 6}) {
      Vec s = Vec.of(5, 2, 2, 0.7);
      Matrix expected = planted(s.map(v -> Math.max(0, v - step)), 6, 4);
      Matrix a = planted(s, 6, 4);
      assertArrayEquals(
          expected.toArray(), new NuclearNorm(6, 4).prox(a.vec(), step).toArray(), 1e-14 * 5);
      assertArrayEquals(
          expected.transpose().toArray(),
          new NuclearNorm(4, 6).prox(a.transpose().vec(), step).toArray(),
          1e-14 * 5);
    }
  }

  @Test
  void thresholdsFarBelowTheLargestValueAreExactToo() {
    Vec s = Vec.of(1, 3e-8, 1e-9, 2e-10);
    double step = 5e-10;
    Matrix expected = planted(s.map(v -> Math.max(0, v - step)), 6, 4);
    Vec actual = new NuclearNorm(6, 4).prox(planted(s, 6, 4).vec(), step);
    assertArrayEquals(expected.toArray(), actual.toArray(), 2e-15);
  }

  /**
   * One after the other, each near the one before: the warm subspace gives what a cold one does.
   */
  @Test
  void aSequenceOfNearMatricesIsShrunkAsEachAlone() {
    SplittableRandom random = new SplittableRandom(9);
    Vec values = Vec.zeros(30).map(zero -> 0.05 * random.nextDouble());
    Matrix start = planted(Vec.of(9, 7, 5, 3), 40, 30).plus(1, planted(values, 40, 30));
    Shrinkage warm = new Shrinkage();
    for (int k = 0; k < 30; k++) {
      Matrix x =
          start.plus(
              0.01 / (1 + k),
              Matrix.adopt(40, 30, Vec.zeros(1200).map(zero -> random.nextGaussian()).toArray()));
      Matrix cold = new Shrinkage().shrink(x, 1, 0);
      Matrix near = warm.shrink(x, 1, 1e-6);
      assertEquals(4, warm.rank());
      assertEquals(0, near.minus(cold).norm(), 1e-4);
    }
  }
}
