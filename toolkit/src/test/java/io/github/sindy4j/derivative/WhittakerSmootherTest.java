package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whittaker's smoother is the one of the dense formula, and its weight the one of its criterion.
 */
class WhittakerSmootherTest {
  private static Vec grid(int size, double step) {
    return Vec.adopt(
        java.util.stream.IntStream.range(0, size).mapToDouble(i -> i * step).toArray());
  }

  /** sin 2t with noise of this level. */
  private static Vec wave(Vec times, double level, long seed) {
    Matrix noise = DifferentiatorContract.noise(times.size(), 1, seed);
    double[] y = times.map(t -> Math.sin(2 * t)).toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] += level * noise.get(i, 0);
    }
    return Vec.adopt(y);
  }

  /** H = (I + λ DᵀD)⁻¹. */
  private static Matrix hat(Vec times, int order, double lambda) {
    int n = times.size();
    DividedDifferences d = DividedDifferences.of(times.toArray(), order, 0.5);
    double[] dense = new double[d.rows() * n];
    for (int r = 0; r < d.rows(); r++) {
      System.arraycopy(d.weights(), r * (order + 1), dense, r * n + r, order + 1);
    }
    Matrix normal = Matrix.identity(n).plus(lambda, Matrix.adopt(d.rows(), n, dense).gram());
    Cholesky factor = Cholesky.of(normal, Tolerance.RANK).orElseThrow();
    return factor.whiten(Matrix.identity(n)).gram();
  }

  @ParameterizedTest
  @CsvSource({"1,0.1", "1,50", "2,3", "2,2000", "3,1", "3,1e4", "4,100"})
  void valuesAndFreedomAreThoseOfTheDenseFormulaOnAnUnevenGrid(int order, double lambda) {
    Vec times = DifferentiatorContract.unevenGrid(60);
    Vec y = wave(times, 0.3, 1);
    Matrix hat = hat(times, order, lambda);
    WhittakerSmoother.Smoothed smoothed =
        new WhittakerSmoother(order).smooth(times, y, Weight.fixed(lambda));
    assertTrue(hat.apply(y).minus(smoothed.values()).maxAbs() < 1e-9);
    double trace = 0;
    for (int i = 0; i < 60; i++) {
      trace += hat.get(i, i);
    }
    assertEquals(trace, smoothed.freedom(), 1e-8);
    assertEquals(lambda, smoothed.weight());
    assertEquals(Math.pow(y.minus(hat.apply(y)).norm(), 2), smoothed.squaredResidual(), 1e-9);
  }

  @Test
  void onAnEvenGridTheDifferencesAreThePlainOnes() {
    DividedDifferences third = DividedDifferences.of(grid(6, 0.25).toArray(), 3, 0.5);
    for (int r = 0; r < 3; r++) {
      double[] plain = {-1, 3, -3, 1};
      for (int j = 0; j < 4; j++) {
        assertEquals(plain[j], third.weights()[4 * r + j], 1e-13);
      }
    }
  }

  @Test
  void theSumOfSquaresStandsForAnIntegralOnAnyGrid() {
    // ∫ (f‴)² dt of sin 2t over whole periods is 64 times half the length.
    Vec times = DifferentiatorContract.unevenGrid(4000);
    double length = times.last();
    double step = length / 3999;
    double[] d =
        DividedDifferences.of(times.toArray(), 3, 0.5)
            .apply(times.map(t -> Math.sin(2 * t)).toArray());
    assertEquals(1, Math.pow(Vec.adopt(d).norm(), 2) / Math.pow(step, 5) / (32 * length), 0.02);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theChosenWeightIsTheLeastOfItsCriterionOnAFineScan(long seed) {
    Vec times = DifferentiatorContract.unevenGrid(300);
    Vec y = wave(times, 0.2, seed);
    WhittakerSmoother smoother = WhittakerSmoother.thirdDifferences();
    WhittakerSmoother.Smoothed byNoise = smoother.smooth(times, y, 0.2);
    WhittakerSmoother.Smoothed byData = smoother.smooth(times, y, Weight.automatic());
    double leastMallows = Double.POSITIVE_INFINITY;
    double leastValidation = Double.POSITIVE_INFINITY;
    for (double log = -6; log < 25; log += 0.1) {
      WhittakerSmoother.Smoothed scan = smoother.smooth(times, y, Weight.fixed(Math.exp(log)));
      leastMallows = Math.min(leastMallows, mallows(scan));
      leastValidation = Math.min(leastValidation, validation(scan));
    }
    assertEquals(1, mallows(byNoise) / leastMallows, 1e-3);
    assertEquals(1, validation(byData) / leastValidation, 1e-3);
    // Both know the noise well enough to be near the best possible.
    assertTrue(error(times, byNoise) < 1.5 * best(times, y));
    assertTrue(error(times, byData) < 1.5 * best(times, y));
  }

  private static double mallows(WhittakerSmoother.Smoothed s) {
    return s.squaredResidual() + 2 * 0.04 * s.freedom();
  }

  private static double validation(WhittakerSmoother.Smoothed s) {
    return s.squaredResidual() / Math.pow(300 - s.freedom(), 2);
  }

  private static double error(Vec times, WhittakerSmoother.Smoothed smoothed) {
    return smoothed.values().minus(times.map(t -> Math.sin(2 * t))).norm();
  }

  private static double best(Vec times, Vec y) {
    double least = Double.POSITIVE_INFINITY;
    for (double log = -6; log < 20; log += 0.5) {
      least =
          Math.min(
              least,
              error(
                  times,
                  WhittakerSmoother.thirdDifferences()
                      .smooth(times, y, Weight.fixed(Math.exp(log)))));
    }
    return least;
  }

  @Test
  void veryLargeWeightsLeaveTheParabolaOfLeastSquares() {
    Vec times = grid(400, 0.01);
    Vec y = times.map(t -> 3 - t + 2 * t * t);
    WhittakerSmoother.Smoothed smoothed =
        WhittakerSmoother.thirdDifferences().smooth(times, y, Weight.fixed(1e16));
    assertTrue(y.minus(smoothed.values()).maxAbs() < 1e-6);
    assertEquals(3, smoothed.freedom(), 1e-3);
  }

  @Test
  void everyColumnHasItsOwnNoiseAndOneWithoutStaysAsItIs() {
    Vec times = grid(500, 0.02);
    Vec first = wave(times, 0.1, 4);
    Vec second = wave(times, 1e-3, 5);
    Matrix y = Matrix.ofColumns(first.toArray(), second.toArray(), first.toArray());
    WhittakerSmoother smoother = WhittakerSmoother.thirdDifferences();
    Matrix smoothed = smoother.smooth(times, y, Vec.of(0.1, 1e-3, 0));
    assertEquals(smoother.smooth(times, first, 0.1).values(), smoothed.col(0));
    assertEquals(smoother.smooth(times, second, 1e-3).values(), smoothed.col(1));
    assertEquals(first, smoothed.col(2));
  }

  @Test
  void fewerSamplesThanDifferencesNeedAreRefused() {
    assertThrows(
        BadData.class,
        () -> WhittakerSmoother.thirdDifferences().smooth(grid(3, 1), Vec.zeros(3), 1));
    assertEquals(
        4,
        WhittakerSmoother.thirdDifferences().smooth(grid(4, 1), Vec.zeros(4), 1).values().size());
  }

  /** Coarse on purpose: anything above linear cost would take minutes. */
  @Test
  void aHundredThousandSamplesAreSmoothedInSeconds() {
    Vec times = grid(100_000, 0.002);
    long start = System.nanoTime();
    WhittakerSmoother.Smoothed smoothed =
        WhittakerSmoother.thirdDifferences().smooth(times, wave(times, 0.3, 6), 0.3);
    assertTrue(System.nanoTime() - start < 15e9);
    assertTrue(error(times, smoothed) / Math.sqrt(1e5) < 0.03);
  }
}
