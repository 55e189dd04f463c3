package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitenessTest {
  /** x′ = ρ x + √(1 − ρ²) e. */
  private static double[] correlated(int n, double rho, long seed) {
    Random random = new Random(seed);
    double[] r = new double[n];
    r[0] = random.nextGaussian();
    for (int k = 1; k < n; k++) {
      r[k] = rho * r[k - 1] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return r;
  }

  /** Quantiles from the tables of Abramowitz and Stegun, 26.8. */
  @ParameterizedTest
  @CsvSource({"2,5.99146,0.05", "10,18.3070,0.05", "20,31.4104,0.05", "20,45.3147,0.001"})
  void theChiSquaredDistributionHasItsTabulatedQuantiles(int degrees, double x, double above) {
    assertEquals(above, ChiSquared.above(x, degrees), 2e-5 * above);
    assertEquals(1, ChiSquared.above(0, degrees));
  }

  @Test
  void probabilitiesOfWhiteSeriesAreUniform() {
    int series = 400;
    int low = 0;
    double sum = 0;
    for (int seed = 0; seed < series; seed++) {
      double p = Whiteness.of(List.of(correlated(400, 0, seed)), 1).probabilities().get(0);
      low += p < 0.05 ? 1 : 0;
      sum += p;
    }
    assertEquals(0.5, sum / series, 0.05);
    assertTrue(low > 0.02 * series && low < 0.09 * series, low + " of " + series + " below 0.05");
  }

  @Test
  void aCorrelatedSeriesIsNotWhiteAndShowsItsCorrelation() {
    Whiteness found = Whiteness.of(List.of(correlated(2000, 0.5, 1)), 1);
    assertEquals(0.5, found.autocorrelations().get(0, 0), 0.06);
    assertEquals(0.25, found.autocorrelations().get(1, 0), 0.06);
    assertTrue(found.probabilities().get(0) < 1e-12, found.toString());
  }

  @Test
  void theStatisticIsThatOfItsFormula() {
    double[] r = {1, -2, 0.5, 3, 1, -1, 2, 0, 1, 1};
    double squares = 22.25;
    double first = -2 - 1 + 1.5 + 3 - 1 - 2 + 0 + 0 + 1;
    double second = 0.5 - 6 + 0.5 - 3 + 2 + 0 + 2 + 0;
    double expected = 0;
    expected += 10 * 12.0 * first * first / squares / squares / 9;
    expected += 10 * 12.0 * second * second / squares / squares / 8;
    Whiteness found = Whiteness.of(List.of(r), 1);
    assertEquals(2, found.lags());
    assertEquals(expected, found.statistics().get(0), 1e-12);
    assertEquals(Math.exp(-expected / 2), found.probabilities().get(0), 1e-12);
  }

  @Test
  void equationsAreApartAndPairsOfDifferentPiecesDoNotCount() {
    double[] one = {1, 5, 2, -5, 3, 5, 4, -5};
    double[] two = {-4, 5, -3, -5, -2, 5, -1, -5};
    Whiteness found = Whiteness.of(List.of(one, two), 2);
    double squares = 2 * (1 + 4 + 9 + 16);
    assertEquals(2 * (2 + 6 + 12) / squares, found.autocorrelations().get(0, 0), 1e-12);
    assertEquals(-6.0 / 8, found.autocorrelations().get(0, 1), 1e-12);
    assertEquals(8, found.samples());
  }

  @Test
  void aStateWithoutNoiseHasNoProbability() {
    Whiteness found = Whiteness.of(List.of(correlated(100, 0.9, 2)), 1, List.of(0));
    assertTrue(Double.isNaN(found.probabilities().get(0)));
  }
}
