package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 20})
  void bothSystemsAreSolvedToRounding(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] j = random.doubles((long) n * n, -1, 1).toArray();
    double[] x = random.doubles(n, -1, 1).toArray();
    double[] y = random.doubles(n, -1, 1).toArray();
    double shift = 0.3;
    double turn = 0.7;
    double[] real = new double[n];
    double[] b = new double[n];
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      real[i] = shift * x[i];
      b[i] = shift * x[i] - turn * y[i];
      c[i] = turn * x[i] + shift * y[i];
      for (int k = 0; k < n; k++) {
        real[i] -= j[i * n + k] * x[k];
        b[i] -= j[i * n + k] * x[k];
        c[i] -= j[i * n + k] * y[k];
      }
    }
    Lu lu = new Lu(n);
    assertTrue(lu.factor(shift, j));
    lu.solve(real);
    ComplexLu complex = new ComplexLu(n);
    assertTrue(complex.factor(shift, turn, j));
    complex.solve(b, c);
    for (int i = 0; i < n; i++) {
      assertEquals(x[i], real[i], 1e-11);
      assertEquals(x[i], b[i], 1e-12);
      assertEquals(y[i], c[i], 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
  void whatHasNoInverseIsSaid(double entry) {
    // s I − J with s = 0 is −J, of which one row is zero or not finite.
    double[] j = {entry, entry, 1, 1};
    assertFalse(new Lu(2).factor(0, j));
  }
}
