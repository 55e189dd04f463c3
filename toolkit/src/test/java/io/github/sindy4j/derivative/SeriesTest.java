package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of Fourier and Chebyshev. */
class SeriesTest {
  private static double worst(Matrix rates, Vec times, DoubleUnaryOperator exact) {
    double worst = 0;
    for (int i = 0; i < times.size(); i++) {
      worst = Math.max(worst, Math.abs(rates.get(i, 0) - exact.applyAsDouble(times.get(i))));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 37, 64})
  void periodicDataOfFewFrequenciesHaveExactRates(int n) {
    Vec times = SmoothersTest.grid(n, 2 * Math.PI / n);
    DoubleUnaryOperator f = t -> 1 + Math.sin(t) - 2 * Math.cos(3 * t);
    DoubleUnaryOperator rate = t -> Math.cos(t) + 6 * Math.sin(3 * t);
    Fourier all = Fourier.defaults().withExtension(Fourier.Extension.PERIODIC);
    for (Fourier method : new Fourier[] {all, all.withTerms(Terms.count(3))}) {
      Estimate estimate = method.estimate(times, DifferentiatorContract.column(times, f));
      assertTrue(worst(estimate.rates(), times, rate) < 1e-12, method.text());
      assertTrue(worst(estimate.states(), times, f) < 1e-12);
    }
  }

  @Test
  void anEvenExtensionOfDataThatAreNotPeriodicConvergesAlsoAtTheEnds() {
    double before = Double.POSITIVE_INFINITY;
    for (int n : new int[] {50, 100, 200, 400, 800}) {
      Vec times = SmoothersTest.grid(n, 3.0 / n);
      Matrix y = DifferentiatorContract.column(times, t -> Math.exp(0.5 * t) * Math.sin(2 * t));
      Matrix rates = Fourier.defaults().estimate(times, y).rates();
      double error =
          worst(
              rates, times, t -> Math.exp(0.5 * t) * (0.5 * Math.sin(2 * t) + 2 * Math.cos(2 * t)));
      assertTrue(error < 0.5 * before, n + ": " + error + " after " + before);
      before = error;
    }
    assertTrue(before < 1e-4, "error: " + before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fourier", "fourier:noise=0.1", "fourier:extension=periodic"})
  void noiseIsCutOff(String text) {
    int n = 500;
    Vec times = SmoothersTest.grid(n, 8 * Math.PI / n);
    Matrix y = SmoothersTest.noisy(times, Math::sin, 0.1, 1, 4);
    Matrix plain = FiniteDifference.ofOrder(2).estimate(times, y).rates();
    Estimate estimate = Differentiator.parse(text).estimate(times, y);
    Matrix exact = DifferentiatorContract.column(times, Math::cos);
    double error = estimate.rates().minus(exact).norm();
    assertTrue(error < 0.15 * plain.minus(exact).norm(), text + ": " + error);
  }

  /** For eight samples only one window of slopes fits, so the rates are linear in the data. */
  @Test
  void deviationsAndGainsOfACosineSeriesAreThoseOfItsMatrix() {
    Vec times = SmoothersTest.grid(8, 0.5);
    Fourier method = Fourier.defaults().withTerms(Terms.count(3));
    Estimate units = method.estimate(times, Matrix.identity(8));
    Estimate estimate = method.estimate(times, SmoothersTest.noisy(times, t -> t, 1, 1, 3));
    Matrix deviations = estimate.rateDeviations().orElseThrow();
    double gain = 0;
    for (int i = 0; i < 8; i++) {
      double expected = units.rates().row(i).norm() / units.rates().row(0).norm();
      assertEquals(expected, deviations.get(i, 0) / deviations.get(0, 0), 1e-10);
      gain += Math.pow(units.rateErrors().row(i).norm(), 2);
    }
    assertEquals(gain, estimate.errorGains().first(), 1e-10 * gain);
    double noise =
        Math.pow(SmoothersTest.noisy(times, t -> t, 1, 1, 3).minus(estimate.states()).norm(), 2)
            / (8 - 4);
    double first = Math.sqrt(noise) * units.rates().row(0).norm();
    assertEquals(first, deviations.get(0, 0), 0.3 * first);
  }

  @Test
  void deviationsAndGainsOfAPeriodicSeriesAreThoseOfItsMatrix() {
    Vec times = SmoothersTest.grid(15, 0.5);
    Fourier method = new Fourier(Fourier.Extension.PERIODIC, Terms.count(3));
    Estimate units = method.estimate(times, Matrix.identity(15));
    Matrix y = SmoothersTest.noisy(times, t -> 0, 1, 1, 3);
    Estimate estimate = method.estimate(times, y);
    double noise = Math.pow(y.minus(estimate.states()).norm(), 2) / (15 - 7);
    double gain = 0;
    for (int i = 0; i < 15; i++) {
      double expected = Math.sqrt(noise) * units.rates().row(i).norm();
      assertEquals(expected, estimate.rateDeviations().orElseThrow().get(i, 0), 1e-10);
      gain += Math.pow(units.rateErrors().row(i).norm(), 2);
    }
    assertEquals(gain, estimate.errorGains().first(), 1e-10 * gain);
  }

  @Test
  void onChebyshevsPointsAFewDegreesGiveAllDigits() {
    int n = 40;
    double[] points = new double[n];
    for (int i = 0; i < n; i++) {
      points[i] = 1 - Math.cos(Math.PI * i / (n - 1));
    }
    Vec times = Vec.adopt(points);
    Matrix y = DifferentiatorContract.column(times, t -> Math.exp(Math.sin(2 * t)));
    Matrix rates = Chebyshev.defaults().withTerms(Terms.count(34)).estimate(times, y).rates();
    double error = worst(rates, times, t -> 2 * Math.cos(2 * t) * Math.exp(Math.sin(2 * t)));
    assertTrue(error < 1e-9, "error: " + error);
  }

  @Test
  void deviationsOfAPolynomialAreThoseOfLeastSquares() {
    Vec times = DifferentiatorContract.unevenGrid(30);
    Chebyshev method = new Chebyshev(Terms.count(4));
    Estimate units = method.estimate(times, Matrix.identity(30));
    Matrix y = SmoothersTest.noisy(times, t -> 0, 1, 1, 3);
    Estimate estimate = method.estimate(times, y);
    double noise = Math.pow(y.minus(estimate.states()).norm(), 2) / (30 - 5);
    for (int i = 0; i < 30; i++) {
      double expected = Math.sqrt(noise) * units.rates().row(i).norm();
      assertEquals(expected, estimate.rateDeviations().orElseThrow().get(i, 0), 1e-9 * expected);
    }
  }
}
