package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the weights of one window at a time, summed sample by sample. */
class InterpolatedRatesTest {
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

  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void ratesOfManyWindowsAtOnceHaveTheBitsOfOneWindowAtATime(int order) {
    double[] times = unevenTimes();
    double[][] x = new double[SAMPLES][2];
    for (int i = 0; i < SAMPLES; i++) {
      x[i] = new double[] {Math.sin(0.1 * times[i]), Math.exp(-0.001 * times[i])};
    }
    Estimate estimate = FiniteDifference.ofOrder(order).estimate(Vec.of(times), Matrix.ofRows(x));
    WindowOracle oracle = new WindowOracle(times, order);
    double gains = 0;
    for (int i = 0; i < SAMPLES; i++) {
      oracle.at(i);
      for (int c = 0; c < 2; c++) {
        double rate = oracle.rate(x, c);
        assertEquals(rate, estimate.rates().get(i, c), "sample " + i);
        assertEquals(oracle.better(x, c) - rate, estimate.rateErrors().get(i, c), 1e-13);
      }
      gains += oracle.gain();
    }
    assertEquals(gains, estimate.errorGains().get(0), 1e-12 * gains);
    assertTrue(gains > 0);
  }
}
