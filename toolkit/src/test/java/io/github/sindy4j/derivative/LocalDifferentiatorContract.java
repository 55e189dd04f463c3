package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import org.junit.jupiter.api.Test;

/** What a {@link Differentiator} of local windows keeps besides. */
interface LocalDifferentiatorContract extends DifferentiatorContract {
  @Test
  default void ratesAtTheEndsRestOnTheSamplesNextToThem() {
    Vec times = DifferentiatorContract.unevenGrid(80);
    Matrix x = DifferentiatorContract.noise(80, 1, 5);
    Matrix rates = subject().estimate(times, x).rates();
    double[] changed = x.toArray();
    for (int i = 30; i < 50; i++) {
      changed[i] += 100;
    }
    Matrix after = subject().estimate(times, Matrix.adopt(80, 1, changed)).rates();
    assertEquals(rates.row(0), after.row(0));
    assertEquals(rates.row(79), after.row(79));
    double before = Math.abs(rates.get(29, 0) - after.get(29, 0));
    double at = Math.abs(rates.get(30, 0) - after.get(30, 0));
    assertTrue(Math.max(before, at) > 1, "where samples change, rates do");
  }
}
