package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracles: linear iterations, which end after as many steps as they have distinct rates. */
class AndersonTest {
  /** s ← s* + D (s − s*) with D diagonal. */
  private static Matrix step(Matrix s, double... rates) {
    double[] next = s.toArray();
    for (int i = 0; i < next.length; i++) {
      next[i] = 1 + rates[i] * (next[i] - 1);
    }
    return Matrix.adopt(next.length, 1, next);
  }

  @Test
  void aLinearIterationEndsAfterAsManyStepsAsRates() {
    double[] rates = {0.9, 0.5, -0.5, 0.95};
    Anderson anderson = new Anderson(10);
    Matrix s = Matrix.zeros(4, 1);
    List<Matrix> images = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      Matrix next = step(s, rates);
      anderson.add(next.minus(s));
      images.add(next);
      s = anderson.weights().map(w -> Matrix.combination(w, images)).orElse(next);
    }
    assertEquals(0, s.minus(Matrix.adopt(4, 1, new double[] {1, 1, 1, 1})).norm(), 1e-3);
    Matrix plain = Matrix.zeros(4, 1);
    for (int k = 0; k < 6; k++) {
      plain = step(plain, rates);
    }
    assertTrue(plain.minus(Matrix.adopt(4, 1, new double[] {1, 1, 1, 1})).norm() > 0.5);
  }

  @Test
  void weightsSumToOneAndMakeTheResidualLeast() {
    Anderson anderson = new Anderson(3);
    Matrix a = Matrix.adopt(3, 1, new double[] {1, 0, 0});
    Matrix b = Matrix.adopt(3, 1, new double[] {0, 2, 0});
    anderson.add(a);
    assertTrue(anderson.weights().isEmpty());
    anderson.add(b);
    Vec weights = anderson.weights().orElseThrow();
    assertEquals(0.8, weights.first(), 1e-8);
    assertEquals(0.2, weights.last(), 1e-8);
  }

  @Test
  void theOldestResidualIsForgotten() {
    Anderson anderson = new Anderson(2);
    for (double length : new double[] {1e-9, 1, 2}) {
      anderson.add(Matrix.adopt(1, 1, new double[] {length}));
    }
    Vec weights = anderson.weights().orElseThrow();
    assertEquals(2, weights.size());
    assertEquals(2, weights.first(), 1e-4);
    anderson.forget();
    assertTrue(anderson.weights().isEmpty());
  }
}
