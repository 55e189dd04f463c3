package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InverseTest {
  @Test
  void theProductWithTheInverseIsTheIdentity() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 1; n <= 8; n++) {
      Matrix a = Matrix.adopt(n, n, LinearMapContract.noise(random, n * n).toArray());
      Vec product = Vec.adopt(Inverse.of(a).times(a).toArray());
      Vec identity = Vec.adopt(Matrix.identity(n).toArray());
      assertEquals(0, product.minus(identity).norm(), 1e-11);
    }
  }

  @Test
  void signedPermutationsAreInvertedExactly() {
    Matrix p =
        Matrix.ofRows(new double[] {0, 0, -1}, new double[] {1, 0, 0}, new double[] {0, 1, 0});
    assertEquals(Matrix.identity(3), Inverse.of(p).times(p).map(v -> v + 0.0));
  }

  @Test
  void singularMatricesAreRefused() {
    Matrix singular = Matrix.ofRows(new double[] {1, 2}, new double[] {2, 4});
    assertThrows(IllegalArgumentException.class, () -> Inverse.of(singular));
    assertThrows(IllegalArgumentException.class, () -> Inverse.of(Matrix.zeros(2, 3)));
  }
}
