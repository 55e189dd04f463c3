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
    LocalPolynomial narrow = new LocalPolynomial();
    LocalPolynomial wide = new LocalPolynomial();
    double gains = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int from = Math.max(0, Math.min(i - order / 2, SAMPLES - order - 1));
      int wideFrom = Math.max(0, Math.min(i - (order + 2) / 2, SAMPLES - order - 3));
      narrow.fit(times, from, from + order + 1, times[i], order, order);
      wide.fit(times, wideFrom, wideFrom + order + 3, times[i], order + 2, order + 2);
      double[] change = new double[order + 3];
      for (int j = 0; j < order + 3; j++) {
        int inner = j + wideFrom - from;
        boolean inside = inner >= 0 && inner <= order;
        change[j] = wide.rateWeights()[j] - (inside ? narrow.rateWeights()[inner] : 0);
        gains += change[j] * change[j];
      }
      for (int c = 0; c < 2; c++) {
        double rate = 0;
        double sizes = 0;
        double error = 0;
        for (int j = 0; j < order + 3; j++) {
          error += change[j] * x[wideFrom + j][c];
          sizes += Math.abs(change[j] * x[wideFrom + j][c]);
        }
        for (int j = 0; j <= order; j++) {
          rate += narrow.rateWeights()[j] * x[from + j][c];
          sizes += Math.abs(narrow.rateWeights()[j] * x[from + j][c]);
        }
        assertEquals(rate, estimate.rates().get(i, c), 1e-12 * sizes, "sample " + i);
        assertEquals(error, estimate.rateErrors().get(i, c), 1e-12 * sizes, "sample " + i);
      }
    }
    assertEquals(gains, estimate.errorGains().get(0), 1e-9 * gains);
  }
}
