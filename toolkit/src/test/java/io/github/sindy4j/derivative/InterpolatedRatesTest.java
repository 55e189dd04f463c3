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
    LocalPolynomial narrow = new LocalPolynomial();
    LocalPolynomial wide = new LocalPolynomial();
    double gains = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int from = Math.max(0, Math.min(i - order / 2, SAMPLES - order - 1));
      int wideFrom = Math.max(0, Math.min(i - (order + 2) / 2, SAMPLES - order - 3));
      narrow.fit(times, from, from + order + 1, times[i], order, order);
      wide.fit(times, wideFrom, wideFrom + order + 3, times[i], order + 2, order + 2);
      for (int c = 0; c < 2; c++) {
        double rate = 0;
        for (int j = 0; j <= order; j++) {
          rate += narrow.rateWeights()[j] * x[from + j][c];
        }
        double better = 0;
        for (int j = 0; j < order + 3; j++) {
          better += wide.rateWeights()[j] * x[wideFrom + j][c];
        }
        assertEquals(rate, estimate.rates().get(i, c), "sample " + i);
        assertEquals(better - rate, estimate.rateErrors().get(i, c), 1e-13);
      }
      for (int j = 0; j < order + 3; j++) {
        int inner = j + wideFrom - from;
        boolean inside = inner >= 0 && inner <= order;
        double change = wide.rateWeights()[j] - (inside ? narrow.rateWeights()[inner] : 0);
        gains += change * change;
      }
    }
    assertEquals(gains, estimate.errorGains().get(0), 1e-12 * gains);
    assertTrue(gains > 0);
  }
}
