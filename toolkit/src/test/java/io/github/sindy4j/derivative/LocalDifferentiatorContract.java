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

  @Test
  default void aPartIsEstimatedAsInTheWholeFromWhatItReaches() {
    requireEqualParts(DifferentiatorContract.unevenGrid(400));
    Vec even = evenGrid(400, 0);
    requireEqualParts(even);
    double[] jump = even.toArray();
    for (int i = 203; i < 400; i++) {
      jump[i] += 0.1;
    }
    requireEqualParts(Vec.of(jump));
  }

  private void requireEqualParts(Vec times) {
    LocalDifferentiator local = (LocalDifferentiator) subject();
    Matrix x = DifferentiatorContract.noise(400, 2, 6);
    Estimate whole = local.estimate(times, x);
    for (int from = 0; from < 400; from += 40) {
      int begin = Math.max(0, from - local.reach());
      int end = Math.min(400, from + 40 + local.reach());
      Estimate part =
          local.estimate(
              times.slice(begin, end), x.rowSlice(begin, end), from - begin, from + 40 - begin);
      assertEquals(whole.states().rowSlice(from, from + 40), part.states());
      assertEquals(whole.rates().rowSlice(from, from + 40), part.rates());
      assertEquals(whole.rateErrors().rowSlice(from, from + 40), part.rateErrors());
    }
    Estimate first = local.estimate(times, x, 0, 150);
    Estimate rest = local.estimate(times, x, 150, 400);
    double gains = first.errorGains().get(1) + rest.errorGains().get(1);
    assertEquals(whole.errorGains().get(1), gains, 1e-12 * gains);
  }

  @Test
  default void equalStepsAreTheLimitOfUnequalOnes() {
    Matrix x = DifferentiatorContract.noise(90, 2, 7);
    Estimate even = subject().estimate(evenGrid(90, 0), x);
    Estimate uneven = subject().estimate(evenGrid(90, 1e-8), x);
    double size = even.rates().norm();
    assertTrue(even.rates().minus(uneven.rates()).norm() < 1e-5 * size);
    assertTrue(even.states().minus(uneven.states()).norm() < 1e-5);
    assertTrue(even.rateErrors().minus(uneven.rateErrors()).norm() < 1e-4 * size);
  }

  /** Steps of 0.3, by turns longer and shorter by this part. */
  private static Vec evenGrid(int samples, double part) {
    double[] times = new double[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = 5 + 0.3 * (i + (i % 2) * part);
    }
    return Vec.of(times);
  }
}
