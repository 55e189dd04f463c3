package io.github.sindy4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
  private static double[] times(int samples, double step, double origin) {
    return IntStream.range(0, samples).mapToDouble(k -> origin + k * step).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0.1,0", "0.002,1e6", "0.3333333333333333,-7", "1e-9,0", "1e9,1e12"})
  void stepsThatDifferByRoundingAreEqual(double step, double origin) {
    double[] times = times(5000, step, origin);
    assertTrue(Grid.isUniform(times, 0, times.length));
    assertEquals(step, Grid.step(times, 100, 200), 1e-6 * step);
  }

  @Test
  void oneOtherStepMakesAGridUneven() {
    double[] times = times(100, 0.1, 0);
    times[40] += 1e-6;
    assertFalse(Grid.isUniform(times, 0, 100));
    assertTrue(Grid.isUniform(times, 41, 100));
    assertTrue(Grid.isUniform(times, 0, 40));
  }

  @Test
  void timesOfFewDigitsAreTakenAsTheyAre() {
    double[] times = times(100, 1.0 / 3, 0);
    for (int k = 0; k < times.length; k++) {
      times[k] = Math.round(times[k] * 1000) / 1000.0;
    }
    assertFalse(Grid.isUniform(times, 0, 100));
  }
}
