package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: the definition. */
class SymmetricEigenTest {
  @Test
  void vectorsAreOrthonormalAndTurnIntoTheirMultiples() {
    for (int n : new int[] {1, 2, 5, 40}) {
      Matrix x =
          Matrix.adopt(n, n, LinearMapContract.noise(new SplittableRandom(n), n * n).toArray());
      Matrix a = Matrix.adopt(n, n, sum(x, x.transpose()));
      SymmetricEigen eigen = SymmetricEigen.of(a);
      Matrix v = eigen.vectors();
      assertArrayEquals(Matrix.identity(n).toArray(), v.transpose().times(v).toArray(), 1e-13 * n);
      for (int k = 0; k < n; k++) {
        Vec error = a.apply(v.col(k)).minus(v.col(k).times(eigen.values().get(k)));
        assertEquals(0, error.norm(), 1e-13 * n);
        assertTrue(k == 0 || eigen.values().get(k) <= eigen.values().get(k - 1));
      }
      assertEquals(v.col(0), eigen.leading(1).col(0));
    }
  }

  @Test
  void nothingHasNoEigenvalues() {
    assertEquals(0, SymmetricEigen.of(Matrix.zeros(0, 0)).values().size());
  }

  private static double[] sum(Matrix a, Matrix b) {
    return Vec.adopt(a.toArray()).plus(Vec.adopt(b.toArray())).toArray();
  }
}
