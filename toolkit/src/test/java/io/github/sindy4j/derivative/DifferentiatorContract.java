package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Differentiator} keeps: exact on polynomials, linear, indifferent to origins and
 * units, and the same bits on one thread or many.
 */
public interface DifferentiatorContract {
  /** The differentiator under test. */
  Differentiator subject();

  /** The highest degree of polynomials whose rates it gives exactly on any grid. */
  int degree();

  /** A grid of this many times, steps between 0.05 and 0.15, the same for every run. */
  static Vec unevenGrid(int size) {
    SplittableRandom random = new SplittableRandom(11);
    double[] times = new double[size];
    for (int i = 1; i < size; i++) {
      times[i] = times[i - 1] + random.nextDouble(0.05, 0.15);
    }
    return Vec.adopt(times);
  }

  /** f at these times, as one column. */
  static Matrix column(Vec times, DoubleUnaryOperator f) {
    return Matrix.adopt(times.size(), 1, times.map(f).toArray());
  }

  /** White noise of standard deviation 1. */
  static Matrix noise(int rows, int cols, long seed) {
    java.util.Random random = new java.util.Random(seed);
    double[] values = new double[rows * cols];
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextGaussian();
    }
    return Matrix.adopt(rows, cols, values);
  }

  private static void assertClose(Matrix expected, Matrix actual, double tolerance) {
    assertEquals(expected.rows(), actual.rows());
    assertEquals(expected.cols(), actual.cols());
    double size = Vec.adopt(expected.toArray()).maxAbs();
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        assertEquals(expected.get(i, j), actual.get(i, j), tolerance * size, "sample " + i);
      }
    }
  }

  @Test
  default void polynomialsUpToItsDegreeHaveExactRatesOnUnevenGridsAlsoAtTheEnds() {
    Vec times = unevenGrid(60);
    double middle = times.get(30);
    for (int k = 0; k <= degree(); k++) {
      int power = k;
      Estimate estimate =
          subject().estimate(times, column(times, t -> 1 + Math.pow((t - middle) / 3, power)));
      Matrix exact =
          column(times, t -> power == 0 ? 0 : power / 3.0 * Math.pow((t - middle) / 3, power - 1));
      for (int i = 0; i < times.size(); i++) {
        assertEquals(exact.get(i, 0), estimate.rates().get(i, 0), 1e-9, "t^" + k + ", " + i);
        double state = 1 + Math.pow((times.get(i) - middle) / 3, power);
        assertEquals(state, estimate.states().get(i, 0), 1e-10);
      }
    }
  }

  @Test
  default void polynomialsOfTheNextDegreesHaveNot() {
    Vec times = unevenGrid(60);
    int power = degree() + 1;
    Matrix rates = subject().estimate(times, column(times, t -> Math.pow(t, power))).rates();
    double worst = 0;
    for (int i = 0; i < times.size(); i++) {
      double exact = power * Math.pow(times.get(i), power - 1);
      worst = Math.max(worst, Math.abs(rates.get(i, 0) - exact));
    }
    assertTrue(worst > 1e-7, "error: " + worst);
  }

  @Test
  default void ratesAndStatesAreLinearInTheData() {
    Vec times = unevenGrid(50);
    Matrix x = noise(50, 2, 1);
    Matrix y = noise(50, 2, 2);
    double[] mixed = new double[100];
    for (int k = 0; k < 100; k++) {
      mixed[k] = 2.5 * x.toArray()[k] - 0.75 * y.toArray()[k];
    }
    Estimate ofX = subject().estimate(times, x);
    Estimate ofY = subject().estimate(times, y);
    Estimate ofBoth = subject().estimate(times, Matrix.adopt(50, 2, mixed));
    assertClose(combine(ofX.rates(), ofY.rates()), ofBoth.rates(), 1e-12);
    assertClose(combine(ofX.states(), ofY.states()), ofBoth.states(), 1e-12);
    assertClose(combine(ofX.rateErrors(), ofY.rateErrors()), ofBoth.rateErrors(), 1e-10);
  }

  private static Matrix combine(Matrix x, Matrix y) {
    double[] sum = new double[x.rows() * x.cols()];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = 2.5 * x.toArray()[k] - 0.75 * y.toArray()[k];
    }
    return Matrix.adopt(x.rows(), x.cols(), sum);
  }

  @Test
  default void originsOfTimeAndStateDoNotMatterAndTheUnitOfTimeScalesTheRates() {
    Vec times = unevenGrid(50);
    Matrix x = noise(50, 1, 3);
    Matrix rates = subject().estimate(times, x).rates();
    assertClose(rates, subject().estimate(times, x.map(v -> v + 3)).rates(), 1e-11);
    assertClose(rates, subject().estimate(times.map(t -> t + 16), x).rates(), 1e-10);
    assertClose(rates.map(v -> v / 60), subject().estimate(times.times(60), x).rates(), 1e-10);
  }

  @Test
  default void columnsDoNotMix() {
    Vec times = unevenGrid(40);
    Matrix x = noise(40, 3, 4);
    Estimate together = subject().estimate(times, x);
    for (int j = 0; j < 3; j++) {
      int column = j;
      Estimate alone = subject().estimate(times, x.columns(j));
      assertEquals(alone.rates(), together.rates().columns(j));
      assertEquals(alone.states(), together.states().columns(j));
      assertEquals(alone.errorGains().first(), together.errorGains().get(j));
      assertEquals(
          alone.rateDeviations(), together.rateDeviations().map(all -> all.columns(column)));
    }
  }

  @Test
  default void theShortestSegmentIsDifferentiatedAndAShorterOneIsRefused() {
    int least = subject().minimumSamples();
    Vec times = unevenGrid(least);
    Estimate estimate = subject().estimate(times, column(times, t -> 4 - 3 * t));
    for (int i = 0; i < least; i++) {
      assertTrue(Double.isFinite(estimate.rates().get(i, 0)));
      if (degree() > 0) {
        assertEquals(-3, estimate.rates().get(i, 0), 1e-9);
      }
    }
    if (least > 2) {
      Vec fewer = unevenGrid(least - 1);
      assertThrows(BadData.class, () -> subject().estimate(fewer, column(fewer, t -> t)));
    }
  }

  @Test
  default void severalThreadsGiveTheSameBitsAsOne() {
    Vec times = unevenGrid(20_000);
    Matrix x = noise(20_000, 2, 6);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      Estimate alone = one.submit(() -> subject().estimate(times, x)).join();
      Estimate together = four.submit(() -> subject().estimate(times, x)).join();
      assertEquals(alone, together);
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  default void howItIsWrittenReadsBack() {
    assertEquals(subject(), Differentiator.parse(subject().text()));
  }

  /** Σ over the samples of the variance that unit noise gives to the rate errors. */
  @Test
  default void theErrorGainIsTheVarianceOfTheRateErrorsUnderUnitNoise() {
    Vec times = unevenGrid(30);
    Estimate estimate = subject().estimate(times, noise(30, 4000, 7));
    double squares = 0;
    for (double error : estimate.rateErrors().toArray()) {
      squares += error * error;
    }
    assertEquals(1, squares / 4000 / estimate.errorGains().first(), 0.05);
  }
}
