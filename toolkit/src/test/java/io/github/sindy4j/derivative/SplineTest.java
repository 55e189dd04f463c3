package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Smoothing splines are the ones of the dense formulas, and posterior means of Wiener processes.
 */
class SplineTest {
  private static final int N = 40;

  /** H = (I + λ Q R⁻¹ Qᵀ)⁻¹ of the cubic spline, as Green and Silverman (1994) write it. */
  private static Matrix cubicHat(Vec times, double lambda) {
    double step = (times.last() - times.first()) / (N - 1);
    double[] q = new double[N * (N - 2)];
    double[] r = new double[(N - 2) * (N - 2)];
    for (int j = 0; j < N - 2; j++) {
      double left = (times.get(j + 1) - times.get(j)) / step;
      double right = (times.get(j + 2) - times.get(j + 1)) / step;
      q[j * (N - 2) + j] = 1 / left;
      q[(j + 1) * (N - 2) + j] = -1 / left - 1 / right;
      q[(j + 2) * (N - 2) + j] = 1 / right;
      r[j * (N - 2) + j] = (left + right) / 3;
      if (j + 1 < N - 2) {
        r[j * (N - 2) + j + 1] = right / 6;
        r[(j + 1) * (N - 2) + j] = right / 6;
      }
    }
    Cholesky root = Cholesky.of(Matrix.adopt(N - 2, N - 2, r), Tolerance.RANK).orElseThrow();
    Matrix penalty = root.whiten(Matrix.adopt(N, N - 2, q).transpose()).gram();
    return Cholesky.of(Matrix.identity(N).plus(lambda, penalty), Tolerance.RANK)
        .orElseThrow()
        .whiten(Matrix.identity(N))
        .gram();
  }

  private static Vec data(Vec times) {
    return SmoothersTest.noisy(times, t -> 2 + Math.sin(2 * t), 0.2, 1, 4).col(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.3, 5, 1000})
  void cubicValuesMisfitAndTraceAreThoseOfTheDenseFormula(double lambda) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Vec y = data(times);
    Matrix hat = cubicHat(times, lambda);
    SplineSmoother spline = new SplineSmoother(times, 2, lambda);
    Vec values = spline.apply(y.toArray(), 1).values().vec();
    assertTrue(hat.apply(y).minus(values).maxAbs() < 1e-9);
    SplineSmoother.Fit fit = spline.fit(y.toArray());
    double trace = 0;
    for (int i = 0; i < N; i++) {
      trace += hat.get(i, i);
    }
    assertEquals(trace, fit.freedom(), 1e-9 * N);
    assertEquals(Math.pow(y.minus(values).norm(), 2), fit.squares(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"3,0.01", "3,3", "3,1e5", "5,0.01", "5,3", "5,1e8"})
  void aSplineIsThePosteriorMeanOfAnIntegratedWienerProcess(int degree, double lambda) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Matrix y = data(times).asMatrix(N, 1);
    Estimate spline = new SmoothingSpline(degree, Weight.fixed(lambda)).estimate(times, y);
    Estimate kalman = new Kalman((degree - 1) / 2, Weight.fixed(lambda)).estimate(times, y);
    double size = kalman.rates().vec().maxAbs();
    assertTrue(spline.states().minus(kalman.states()).vec().maxAbs() < 1e-8);
    assertTrue(spline.rates().minus(kalman.rates()).vec().maxAbs() < 1e-7 * size);
    StateSpaceSmoother process = new StateSpaceSmoother(times, (degree + 1) / 2, 0, lambda);
    SplineSmoother.Fit fit =
        new SplineSmoother(times, (degree + 1) / 2, lambda).fit(y.col(0).toArray());
    assertEquals(process.freedom(), fit.freedom(), 1e-7);
  }

  @Test
  void withHardlyAnyWeightTheSplineInterpolatesAndItsRateHasAnErrorOfThirdOrFifthOrder() {
    for (int degree : new int[] {3, 5}) {
      double[] errors = new double[2];
      for (int k = 0; k < 2; k++) {
        int n = 40 << k;
        Vec times = SmoothersTest.grid(n, 4.0 / n);
        Estimate estimate =
            new SmoothingSpline(degree, Weight.fixed(1e-9))
                .estimate(times, DifferentiatorContract.column(times, t -> Math.sin(3 * t)));
        int middle = n / 2;
        errors[k] = Math.abs(estimate.rates().get(middle, 0) - 3 * Math.cos(3 * times.get(middle)));
      }
      // At the knots of an even grid the rate gains one order: h⁴ for cubic, h⁶ for quintic.
      assertEquals(degree + 1, Math.log(errors[0] / errors[1]) / Math.log(2), 0.4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void theChosenWeightIsTheLeastOfCrossValidationOnAFineScan(int degree) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Vec y = data(times);
    int m = (degree + 1) / 2;
    double leastSeen = Double.POSITIVE_INFINITY;
    double best = 0;
    for (double log = -8; log < 20; log += 0.05) {
      SplineSmoother.Fit fit = new SplineSmoother(times, m, Math.exp(log)).fit(y.toArray());
      double score = fit.squares() / Math.pow(N - fit.freedom(), 2);
      if (score < leastSeen) {
        leastSeen = score;
        best = Math.exp(log);
      }
    }
    Matrix chosen =
        new SmoothingSpline(degree, Weight.automatic()).estimate(times, y.asMatrix(N, 1)).rates();
    Matrix scanned =
        new SmoothingSpline(degree, Weight.fixed(best)).estimate(times, y.asMatrix(N, 1)).rates();
    assertTrue(chosen.minus(scanned).norm() < 0.02 * scanned.norm());
  }
}
