package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the weights of one window at a time, summed sample by sample. */
class FiniteDifferenceRatesTest {
  /** Longer than a chunk of samples and than many runs of them. */
  private static final int SAMPLES = 5000;

  private static double[] unevenTimes() {
    SplittableRandom random = new SplittableRandom(3);
    double[] times = new double[SAMPLES];
    for (int i = 1; i < SAMPLES; i++) {
      times[i] = times[i - 1] + 0.5 + random.nextDouble();
    }
    return times;
  }

  /** As they are written with nine digits; from the middle on with another step, after a jump. */
  private static double[] evenTimes() {
    double[] times = new double[SAMPLES];
    Arrays.setAll(times, i -> Math.rint(1e9 * (i < SAMPLES / 2 ? 0.01 * i : 20 + 0.03 * i)) / 1e9);
    return times;
  }

  private static double[][] states(double[] times) {
    return Arrays.stream(times)
        .mapToObj(t -> new double[] {Math.sin(0.1 * t), Math.exp(-0.001 * t)})
        .toArray(double[][]::new);
  }

  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void ofUnequalStepsTheyHaveTheBitsOfOneWindowAtATime(int order) {
    requireAsOracle(unevenTimes(), order, Double.MIN_VALUE);
  }

  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void ofEqualStepsTheyAreThoseOfTheTimesThemselves(int order) {
    requireAsOracle(evenTimes(), order, 1e-12);
  }

  /** Rates may differ by this part of the size of what they are summed from. */
  private static void requireAsOracle(double[] times, int order, double part) {
    double[][] x = states(times);
    Estimate estimate = FiniteDifference.ofOrder(order).estimate(Vec.of(times), Matrix.ofRows(x));
    WindowOracle oracle = new WindowOracle(times, order);
    double gains = 0;
    for (int i = 0; i < SAMPLES; i++) {
      oracle.at(i);
      for (int c = 0; c < 2; c++) {
        double rate = oracle.rate(x, c);
        double size = oracle.sizes(x, c);
        double rounding = Math.max(Double.MIN_VALUE, part * size);
        assertEquals(rate, estimate.rates().get(i, c), rounding, "sample " + i);
        assertEquals(oracle.better(x, c) - rate, estimate.rateErrors().get(i, c), 1e-12 * size);
      }
      gains += oracle.gain();
    }
    assertEquals(gains, estimate.errorGains().get(0), 1e-9 * gains);
    assertTrue(gains > 0);
  }
}
