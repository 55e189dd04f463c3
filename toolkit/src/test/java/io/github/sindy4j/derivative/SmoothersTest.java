package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With a given weight the global methods are linear and keep the contract; with noise they judge
 * it.
 */
class SmoothersTest {
  /** A method written like this, exact on polynomials up to this degree. */
  private interface Written extends DifferentiatorContract {
    String text();

    @Override
    default Differentiator subject() {
      return Differentiator.parse(text());
    }
  }

  @Nested
  class CubicSpline implements Written {
    @Override
    public String text() {
      return "smoothing-spline:degree=3,weight=2.0";
    }

    @Override
    public int degree() {
      return 1;
    }
  }

  @Nested
  class QuinticSpline implements Written {
    @Override
    public String text() {
      return "smoothing-spline:degree=5,weight=10.0";
    }

    @Override
    public int degree() {
      return 2;
    }
  }

  @Nested
  class SecondDifferences implements Written {
    @Override
    public String text() {
      return "whittaker:order=2,weight=5.0";
    }

    @Override
    public int degree() {
      return 1;
    }
  }

  @Nested
  class ThirdDifferences implements Written {
    @Override
    public String text() {
      return "whittaker:order=3,weight=20.0";
    }

    @Override
    public int degree() {
      return 2;
    }
  }

  @Nested
  class WienerOnce implements Written {
    @Override
    public String text() {
      return "kalman:order=1,weight=2.0";
    }

    @Override
    public int degree() {
      return 1;
    }
  }

  @Nested
  class WienerThrice implements Written {
    @Override
    public String text() {
      return "kalman:order=3,weight=50.0";
    }

    @Override
    public int degree() {
      return 3;
    }
  }

  @Nested
  class Matern implements Written {
    @Override
    public String text() {
      return "gaussian-process:matern=5/2,length=12.0,ratio=100.0";
    }

    @Override
    public int degree() {
      return 0;
    }
  }

  @Nested
  class QuinticPolynomial implements Written {
    @Override
    public String text() {
      return "chebyshev:terms=5";
    }

    @Override
    public int degree() {
      return 5;
    }
  }

  static Vec grid(int size, double step) {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = i * step;
    }
    return Vec.adopt(times);
  }

  static Matrix noisy(Vec times, DoubleUnaryOperator f, double level, int columns, long seed) {
    Matrix noise = DifferentiatorContract.noise(times.size(), columns, seed);
    double[] values = noise.toArray();
    for (int i = 0; i < times.size(); i++) {
      for (int c = 0; c < columns; c++) {
        values[i * columns + c] = f.applyAsDouble(times.get(i)) + level * noise.get(i, c);
      }
    }
    return Matrix.adopt(times.size(), columns, values);
  }

  private static double rms(Matrix rates, Vec times, DoubleUnaryOperator exact, int cut) {
    double squares = 0;
    for (int i = cut; i < times.size() - cut; i++) {
      for (int c = 0; c < rates.cols(); c++) {
        double error = rates.get(i, c) - exact.applyAsDouble(times.get(i));
        squares += error * error / ((times.size() - 2 * cut) * rates.cols());
      }
    }
    return Math.sqrt(squares);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoothing-spline:degree=3",
        "smoothing-spline:degree=5",
        "smoothing-spline:degree=5,noise=0.1",
        "whittaker:order=2",
        "whittaker:order=3",
        "whittaker:order=3,noise=0.1",
        "kalman:order=1",
        "kalman:order=2",
        "kalman:order=3",
        "kalman:order=2,noise=0.1",
        "gaussian-process:matern=5/2",
        "gaussian-process:matern=7/2",
        "total-variation",
        "trend-filter:order=2",
        "trend-filter:order=3",
        "chebyshev",
        "chebyshev:noise=0.1"
      })
  void noisyWavesOnUnevenGridsAreDifferentiatedFarBetterThanByDifferences(String text) {
    Vec times = DifferentiatorContract.unevenGrid(400);
    Matrix y = noisy(times, t -> Math.sin(t), 0.1, 4, 3);
    Estimate estimate = Differentiator.parse(text).estimate(times, y);
    double plain = rms(FiniteDifference.ofOrder(2).estimate(times, y).rates(), times, Math::cos, 5);
    double error = rms(estimate.rates(), times, Math::cos, 5);
    assertTrue(error < 0.2 * plain, error + " beside " + plain);
  }

  /** Coverage of ±2σ: 95 % when the model is right, and near it for waves it was not made for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "smoothing-spline:degree=3; 0.9; 1",
        "smoothing-spline:degree=5; 0.9; 1",
        "whittaker:order=3; 0.9; 1",
        "whittaker:order=3,noise=0.1; 0.9; 1",
        "kalman:order=2; 0.9; 1",
        "kalman:order=2,noise=0.1; 0.9; 1",
        "gaussian-process:matern=5/2; 0.9; 1",
        "gaussian-process:matern=7/2; 0.9; 1",
        "fourier; 0.85; 1",
        "chebyshev; 0.85; 1"
      })
  void deviationsOfRatesCoverTheTruth(String text, double least, double most) {
    Vec times = grid(500, 0.05);
    DoubleUnaryOperator f = t -> Math.sin(t) + 0.5 * Math.cos(2.3 * t);
    DoubleUnaryOperator rate = t -> Math.cos(t) - 1.15 * Math.sin(2.3 * t);
    Estimate estimate =
        Differentiator.parse(text.strip()).estimate(times, noisy(times, f, 0.1, 12, 8));
    double covered = coverage(times, rate, estimate);
    assertTrue(covered >= least && covered <= most, "coverage of " + text + ": " + covered);
    Matrix deviations = estimate.rateDeviations().orElseThrow();
    double typical = deviations.norm() / Math.sqrt(500 * 12);
    double error = rms(estimate.rates(), times, rate, 0);
    assertTrue(typical > 0.6 * error && typical < 1.7 * error, typical + " for " + error);
  }

  private static double coverage(Vec times, DoubleUnaryOperator rate, Estimate estimate) {
    Matrix deviations = estimate.rateDeviations().orElseThrow();
    int inside = 0;
    for (int i = 0; i < times.size(); i++) {
      for (int c = 0; c < deviations.cols(); c++) {
        double error = estimate.rates().get(i, c) - rate.applyAsDouble(times.get(i));
        inside += Math.abs(error) <= 2 * deviations.get(i, c) ? 1 : 0;
      }
    }
    return (double) inside / (times.size() * deviations.cols());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoothing-spline:degree=3",
        "smoothing-spline:degree=5",
        "whittaker:order=3",
        "kalman:order=2",
        "gaussian-process:matern=7/2",
        "total-variation:noise=1e-5",
        "trend-filter:order=2",
        "chebyshev"
      })
  void cleanDataAreFollowedMoreCloselyOnFinerGrids(String text) {
    double before = Double.POSITIVE_INFINITY;
    for (int n : new int[] {40, 80, 160}) {
      Vec times = grid(n, 8.0 / n);
      Matrix rates =
          Differentiator.parse(text)
              .estimate(times, DifferentiatorContract.column(times, Math::sin))
              .rates();
      double error = rms(rates, times, Math::cos, n / 8);
      assertTrue(error < 0.6 * before || error < 1e-7, n + ": " + error + " after " + before);
      before = error;
    }
    assertTrue(before < 0.02, "error: " + before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoothing-spline",
        "whittaker",
        "kalman",
        "gaussian-process",
        "total-variation",
        "trend-filter",
        "chebyshev"
      })
  void theUnitOfTimeAndOfTheStatesDoNotMatter(String text) {
    Vec times = DifferentiatorContract.unevenGrid(150);
    Matrix y = noisy(times, t -> Math.sin(t), 0.05, 1, 5);
    Differentiator method = Differentiator.parse(text);
    Estimate plain = method.estimate(times, y);
    Estimate scaled = method.estimate(times.times(3600), y.map(v -> 1000 * v - 7));
    double size = plain.rates().vec().maxAbs();
    for (int i = 0; i < 150; i++) {
      assertEquals(
          plain.rates().get(i, 0), 3.6 * scaled.rates().get(i, 0), 0.02 * size, text + ", " + i);
      assertEquals(
          plain.rateDeviations().orElseThrow().get(i, 0),
          3.6 * scaled.rateDeviations().orElseThrow().get(i, 0),
          0.02 * size);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoothing-spline",
        "whittaker",
        "kalman",
        "gaussian-process",
        "total-variation",
        "trend-filter",
        "chebyshev",
        "fourier",
        "fourier:extension=periodic"
      })
  void defaultsReadBackAndConstantsStayConstant(String text) {
    Differentiator method = Differentiator.parse(text);
    assertEquals(method, Differentiator.parse(method.text()));
    for (int n : new int[] {method.minimumSamples(), 30}) {
      Vec times = grid(n, 0.5);
      Estimate estimate = method.estimate(times, Matrix.zeros(n, 2).map(v -> v + 3));
      for (int i = 0; i < n; i++) {
        assertEquals(0, estimate.rates().get(i, 1), 1e-7, n + " samples");
        assertEquals(3, estimate.states().get(i, 0), 1e-7);
        assertTrue(estimate.rateDeviations().orElseThrow().get(i, 0) < 1e-5);
      }
    }
    Vec fewer = grid(method.minimumSamples() - 1, 1);
    assertThrows(BadData.class, () -> method.estimate(fewer, Matrix.zeros(fewer.size(), 1)));
  }

  /** Coarse on purpose: quadratic cost would take minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoothing-spline",
        "whittaker",
        "kalman",
        "gaussian-process",
        "total-variation",
        "chebyshev",
        "fourier"
      })
  void twentyThousandSamplesAreAMatterOfSeconds(String text) {
    Vec times = grid(20_000, 0.01);
    Matrix y = noisy(times, t -> Math.sin(t), 0.1, 1, 9);
    long start = System.nanoTime();
    Estimate estimate = Differentiator.parse(text).estimate(times, y);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < 30, text + ": " + seconds + " s");
    double limit = text.equals("total-variation") ? 0.2 : 0.1;
    assertTrue(rms(estimate.rates(), times, Math::cos, 0) < limit);
  }

  @Test
  void aFourierSeriesNeedsAnEvenGridAndNamesWhatDoesNot() {
    Vec times = DifferentiatorContract.unevenGrid(40);
    BadData refused =
        assertThrows(BadData.class, () -> Fourier.defaults().estimate(times, Matrix.zeros(40, 1)));
    assertTrue(refused.getMessage().contains("smoothing-spline"), refused.getMessage());
  }
}
