package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracles: Pythagoras, and the columns themselves. */
class ComplementTest {
  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  @Test
  void itLeavesNothingOfTheColumnsAndTheDistanceOfTheRest() {
    Matrix a = noise(1, 9, 3).times(noise(2, 3, 5));
    Complement complement = Complement.of(a, Tolerance.RANK);
    assertEquals(3, complement.rank());
    assertEquals(0, complement.of(a).norm(), 1e-12 * a.norm());
    Vec b = noise(3, 9, 1).col(0);
    Vec left = b.minus(a.apply(NullSpace.of(a, b, Tolerance.RANK).particular()));
    assertEquals(left.norm(), complement.of(b).norm(), 1e-12);
    assertEquals(6, complement.of(b).size());
  }

  @Test
  void theComplementOfNothingIsEverything() {
    Vec b = Vec.of(3, 4);
    assertEquals(b, Complement.of(Matrix.zeros(2, 0), Tolerance.RANK).of(b));
    assertEquals(0, Complement.of(Matrix.identity(2), Tolerance.RANK).of(b).size());
  }
}
