package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The differentiators that are there keep the contract, and the accuracy they promise. */
class DifferentiatorsTest {
  @Nested
  class FirstOrder implements LocalDifferentiatorContract {
    @Override
    public Differentiator subject() {
      return FiniteDifference.ofOrder(1);
    }

    @Override
    public int degree() {
      return 1;
    }
  }

  @Nested
  class SecondOrder implements LocalDifferentiatorContract {
    @Override
    public Differentiator subject() {
      return FiniteDifference.ofOrder(2);
    }

    @Override
    public int degree() {
      return 2;
    }
  }

  @Nested
  class SixthOrder implements LocalDifferentiatorContract {
    @Override
    public Differentiator subject() {
      return FiniteDifference.ofOrder(6);
    }

    @Override
    public int degree() {
      return 6;
    }
  }

  @Nested
  class CubicFilter implements LocalDifferentiatorContract {
    @Override
    public Differentiator subject() {
      return SavitzkyGolay.of(11, 3);
    }

    @Override
    public int degree() {
      return 3;
    }
  }

  @Nested
  class InterpolatingFilter implements LocalDifferentiatorContract {
    @Override
    public Differentiator subject() {
      return SavitzkyGolay.of(5, 4);
    }

    @Override
    public int degree() {
      return 4;
    }
  }

  private static Vec grid(int size, double step) {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = i * step;
    }
    return Vec.adopt(times);
  }

  /** The error of the rate at sample i of a wave whose next derivative vanishes there. */
  private static double errorAt(int i, int order, double step) {
    Vec times = grid(21, step);
    double at = times.get(i);
    DoubleUnaryOperator f = t -> order % 2 == 0 ? Math.sin(t - at) : Math.cos(t - at);
    double exact = order % 2 == 0 ? 1 : 0;
    Matrix rates =
        FiniteDifference.ofOrder(order)
            .estimate(times, DifferentiatorContract.column(times, f))
            .rates();
    return Math.abs(rates.get(i, 0) - exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void finiteDifferencesConvergeWithTheirOrderInsideAndAtTheEnds(int order) {
    double step = order <= 2 ? 1e-3 : order <= 4 ? 0.02 : order <= 6 ? 0.04 : 0.08;
    for (int i : new int[] {0, 10, 20}) {
      double measured = Math.log(errorAt(i, order, step) / errorAt(i, order, step / 2));
      assertEquals(order, measured / Math.log(2), 0.2, "sample " + i);
    }
  }

  @Test
  void theErrorOfCentredDifferencesIsOneSixthOfTheThirdDerivativeTimesTheStepSquared() {
    assertEquals(1e-4 / 6, errorAt(10, 2, 0.01), 1e-8);
    assertEquals(1e-4 / 3, errorAt(0, 2, 0.01), 1e-8);
    assertEquals(1e-8 / 30, errorAt(10, 4, 0.01), 1e-11);
  }

  @Test
  void crowdedSamplesCostNoMoreDigitsThanTheDataHold() {
    // Multiples of 2^-20 whose squares are exact: what is lost is lost by the weights.
    double tiny = 0x1p-20;
    double[] times = new double[24];
    for (int i = 0; i < 24; i++) {
      int pair = i / 2;
      times[i] = pair * 0.25 + (i % 2) * tiny;
    }
    Vec grid = Vec.adopt(times);
    for (int order = 2; order <= 4; order++) {
      Matrix rates =
          FiniteDifference.ofOrder(order)
              .estimate(grid, DifferentiatorContract.column(grid, t -> t * t))
              .rates();
      for (int i = 0; i < 24; i++) {
        assertEquals(2 * times[i], rates.get(i, 0), 1e-8, "order " + order + ", sample " + i);
      }
    }
  }

  @Test
  void theClassicalFilterOfFivePointsHasTheClassicalWeights() {
    double[] smooth = {-3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0};
    double[] slope = {-0.2, -0.1, 0, 0.1, 0.2};
    for (int j = 0; j < 5; j++) {
      double[] impulse = new double[9];
      impulse[2 + j] = 1;
      Estimate estimate =
          SavitzkyGolay.of(5, 2).estimate(grid(9, 0.5), Matrix.adopt(9, 1, impulse));
      assertEquals(smooth[j], estimate.states().get(4, 0), 1e-14);
      assertEquals(slope[j] / 0.5, estimate.rates().get(4, 0), 1e-14);
    }
  }

  @Test
  void aWiderFilterPassesLessNoise() {
    Vec times = grid(400, 0.1);
    Matrix noise = DifferentiatorContract.noise(400, 20, 3);
    double before = Double.POSITIVE_INFINITY;
    for (int window : new int[] {5, 9, 17, 33}) {
      Matrix rates = SavitzkyGolay.of(window, 2).estimate(times, noise).rates();
      double inside = 0;
      for (int i = 50; i < 350; i++) {
        inside += rates.row(i).dot(rates.row(i)) / (300 * 20);
      }
      int half = window / 2;
      double expected = 3.0 / (half * (half + 1) * (2 * half + 1)) / 0.01;
      assertEquals(1, inside / expected, 0.15, "window " + window);
      assertTrue(inside < before);
      before = inside;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "finite-difference:2",
    "finite-difference:4",
    "finite-difference:6",
    "'savitzky-golay:9,3'",
    "'savitzky-golay:7,2'"
  })
  void estimatedErrorsAreCloseToTheTrueOnesOnCleanData(String text) {
    Vec times = grid(200, 0.1);
    Estimate estimate =
        Differentiator.parse(text)
            .estimate(times, DifferentiatorContract.column(times, t -> Math.sin(2 * t)));
    double largest = 0;
    double worst = 0;
    for (int i = 20; i < 180; i++) {
      double error = 2 * Math.cos(2 * times.get(i)) - estimate.rates().get(i, 0);
      largest = Math.max(largest, Math.abs(error));
      worst = Math.max(worst, Math.abs(error - estimate.rateErrors().get(i, 0)));
    }
    assertTrue(largest > 1e-9, "error: " + largest);
    assertTrue(worst < 0.15 * largest, worst + " of " + largest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "finite-difference",
        "finite-difference:",
        "finite-difference:x",
        "finite-difference:0",
        "finite-difference:21",
        "finite-difference:2,3",
        "savitzky-golay:11",
        "savitzky-golay:10,3",
        "savitzky-golay:5,5",
        "savitzky-golay:11,0",
        "savitzky-golay:1,0",
        "savitzky-golay:a,b",
        "savitzky-golay:11,3,1",
        "spline:3",
        "whittaker:3",
        "whittaker:order=0",
        "whittaker:order=6",
        "whittaker:order=2,order=3",
        "whittaker:weight=-1",
        "whittaker:weight=1,noise=1",
        "whittaker:degree=3",
        "smoothing-spline:degree=4",
        "smoothing-spline:noise=0",
        "kalman:order=4",
        "gaussian-process:matern=1/2",
        "gaussian-process:matern=5",
        "gaussian-process:length=3",
        "gaussian-process:length=0,ratio=1",
        "total-variation:order=1",
        "trend-filter:order=0",
        "fourier:extension=odd",
        "fourier:terms=0",
        "chebyshev:terms=129",
        "chebyshev:terms=5,noise=1"
      })
  void mistakesInTheSettingAreRefused(String text) {
    assertThrows(BadSetting.class, () -> Differentiator.parse(text));
  }

  @Test
  void aTrimmedEstimateLacksItsEnds() {
    Vec times = grid(20, 0.1);
    Estimate whole =
        FiniteDifference.ofOrder(2)
            .estimate(times, DifferentiatorContract.column(times, Math::sin));
    Estimate trimmed = whole.trimmed(3);
    assertEquals(whole.rates().rowSlice(3, 17), trimmed.rates());
    assertEquals(whole.states().rowSlice(3, 17), trimmed.states());
    assertEquals(whole.rateErrors().rowSlice(3, 17), trimmed.rateErrors());
    assertEquals(whole.errorGains().first() * 14 / 20, trimmed.errorGains().first(), 1e-12);
  }
}
