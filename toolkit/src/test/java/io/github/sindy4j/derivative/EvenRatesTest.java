package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: Fornberg's weights for the times of one window at a time, summed sample by sample. */
class EvenRatesTest {
  /** Longer than a chunk of samples. */
  private static final int SAMPLES = 3000;

  private static final double STEP = 0.01;

  /** As they are written with nine digits; from the middle on with another step, after a jump. */
  private static double[] times() {
    double[] times = new double[SAMPLES];
    Arrays.setAll(
        times, i -> Math.rint(1e9 * (i < SAMPLES / 2 ? STEP * i : 20 + 3 * STEP * i)) / 1e9);
    return times;
  }

  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void finiteDifferencesOfEqualStepsAreThoseOfTheTimesThemselves(int order) {
    double[] times = times();
    double[][] x = new double[SAMPLES][2];
    for (int i = 0; i < SAMPLES; i++) {
      x[i] = new double[] {Math.sin(7 * times[i]), 3 + Math.cos(5 * times[i])};
    }
    Estimate estimate = FiniteDifference.ofOrder(order).estimate(Vec.of(times), Matrix.ofRows(x));
    WindowOracle oracle = new WindowOracle(times, order);
    double gains = 0;
    for (int i = 0; i < SAMPLES; i++) {
      oracle.at(i);
      for (int c = 0; c < 2; c++) {
        double rate = oracle.rate(x, c);
        double rounding = 1e-12 * oracle.sizes(x, c);
        assertEquals(rate, estimate.rates().get(i, c), rounding, "sample " + i);
        assertEquals(oracle.better(x, c) - rate, estimate.rateErrors().get(i, c), rounding);
      }
      gains += oracle.gain();
    }
    assertEquals(gains, estimate.errorGains().get(0), 1e-9 * gains);
  }
}
