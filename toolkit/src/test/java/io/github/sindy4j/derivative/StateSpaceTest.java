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

/** Posteriors and likelihoods of Markov priors are those of dense Gaussian-process regression. */
class StateSpaceTest {
  private static final int N = 45;

  /** Matérn's covariance of unit variance at z = √(2ν) r/ℓ, and its first derivative in z. */
  private static double[] matern(int halves, double z) {
    double e = Math.exp(-z);
    return switch (halves) {
      case 3 -> new double[] {(1 + z) * e, -z * e};
      case 5 -> new double[] {(1 + z + z * z / 3) * e, -z / 3 * (1 + z) * e};
      default ->
          new double[] {
            (1 + z + 2 * z * z / 5 + z * z * z / 15) * e, -z / 15 * (3 + 3 * z + z * z) * e
          };
    };
  }

  private static double rateVariance(int halves) {
    return halves == 3 ? 1 : halves == 5 ? 1 / 3.0 : 1 / 5.0;
  }

  private static final class Dense {
    final Cholesky factor;
    final Matrix slopes;
    final Vec y;
    final double toTime;
    final double ratio;

    Dense(Vec times, Vec y, int halves, double length, double ratio) {
      double step = (times.last() - times.first()) / (N - 1);
      this.toTime = Math.sqrt(halves) / (length * step);
      this.y = y;
      this.ratio = ratio;
      double[] v = new double[N * N];
      double[] s = new double[N * N];
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          double r = times.get(i) - times.get(j);
          double[] k = matern(halves, toTime * Math.abs(r));
          v[i * N + j] = ratio * k[0] + (i == j ? 1 : 0);
          s[i * N + j] = ratio * toTime * Math.signum(r) * k[1];
        }
      }
      this.factor = Cholesky.of(Matrix.adopt(N, N, v), new Tolerance(0)).orElseThrow();
      this.slopes = Matrix.adopt(N, N, s);
    }

    Vec ones() {
      return Vec.zeros(N).map(none -> 1);
    }

    double meanWeight() {
      return ones().dot(factor.solve(ones()));
    }

    Vec centred() {
      double mean = ones().dot(factor.solve(y)) / meanWeight();
      return y.map(value -> value - mean);
    }

    Vec rates() {
      return slopes.apply(factor.solve(centred()));
    }

    double squares() {
      return centred().dot(factor.solve(centred()));
    }

    double variance(int i, int halves) {
      Vec k = slopes.row(i);
      double ofMean = k.dot(factor.solve(ones()));
      return ratio * toTime * toTime * rateVariance(halves)
          - k.dot(factor.solve(k))
          + ofMean * ofMean / meanWeight();
    }

    double logDeterminant() {
      double sum = Math.log(meanWeight());
      for (int i = 0; i < N; i++) {
        sum += 2 * Math.log(factor.upper().get(i, i));
      }
      return sum;
    }
  }

  private static Vec data(Vec times) {
    return SmoothersTest.noisy(times, t -> 2 + Math.sin(t), 0.2, 1, 4).col(0);
  }

  @ParameterizedTest
  @CsvSource({"3,10,5", "5,10,100", "5,0.4,3", "7,10,100", "7,40,1e4", "7,2,1", "7,0.3,1"})
  void ratesDeviationsAndLikelihoodAreThoseOfTheDenseFormulaOnAnUnevenGrid(
      int halves, double length, double ratio) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Vec y = data(times);
    Dense dense = new Dense(times, y, halves, length, ratio);
    Estimate estimate =
        GaussianProcess.defaults()
            .withSmoothness(halves)
            .withScales(new GaussianProcess.Scales(length, ratio))
            .estimate(times, y.asMatrix(N, 1));
    Vec rates = dense.rates();
    double noise = dense.squares() / (N - 1);
    for (int i = 0; i < N; i++) {
      assertEquals(rates.get(i), estimate.rates().get(i, 0), 1e-8 * (1 + rates.maxAbs()));
      double deviation = Math.sqrt(noise * dense.variance(i, halves));
      assertEquals(deviation, estimate.rateDeviations().orElseThrow().get(i, 0), 1e-7 * deviation);
    }
    double decay = Math.sqrt(halves) / length;
    int order = (halves + 1) / 2;
    double lambda = MarkovPrior.stationaryVariance(order) * Math.pow(decay, -halves) / ratio;
    StateSpaceSmoother.Evidence evidence =
        new StateSpaceSmoother(times, order, decay, lambda).evidence(y.toArray());
    assertEquals(dense.squares(), evidence.squares(), 1e-8 * dense.squares());
    assertEquals(dense.logDeterminant(), evidence.logDeterminant(), 1e-7 * N);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void noOtherScalesAreLikelierThanTheChosenOnes(int halves) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Vec y = data(times);
    Estimate chosen =
        GaussianProcess.defaults().withSmoothness(halves).estimate(times, y.asMatrix(N, 1));
    double least = Double.POSITIVE_INFINITY;
    double bestLength = 0;
    double bestRatio = 0;
    for (double length = 2; length < 300; length *= 1.1) {
      for (double ratio = 0.1; ratio < 1e6; ratio *= 1.5) {
        Dense dense = new Dense(times, y, halves, length, ratio);
        double score = (N - 1) * Math.log(dense.squares()) + dense.logDeterminant();
        if (score < least) {
          least = score;
          bestLength = length;
          bestRatio = ratio;
        }
      }
    }
    Vec best = new Dense(times, y, halves, bestLength, bestRatio).rates();
    assertTrue(best.minus(chosen.rates().col(0)).norm() < 0.05 * best.norm());
  }

  /**
   * x of the Wiener process integrated b − 1 times has covariance ∫₀^min (s−u)^{b−1}(t−u)^{b−1}.
   */
  @ParameterizedTest
  @CsvSource({"2", "3"})
  void theRestrictedLikelihoodOfAWienerProcessIsTheDenseOne(int order) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    Vec y = data(times);
    double[] lambdas = {0.5, 40};
    double[] banded = new double[2];
    double[] dense = new double[2];
    for (int k = 0; k < 2; k++) {
      StateSpaceSmoother.Evidence evidence =
          new StateSpaceSmoother(times, order, 0, lambdas[k]).evidence(y.toArray());
      banded[k] = evidence.logDeterminant();
      dense[k] = restricted(times, y, order, lambdas[k], evidence.squares());
    }
    assertEquals(dense[1] - dense[0], banded[1] - banded[0], 1e-6);
  }

  private static double restricted(Vec times, Vec y, int order, double lambda, double squares) {
    double step = (times.last() - times.first()) / (N - 1);
    double[] v = new double[N * N];
    double[] x = new double[N * order];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double s = Math.min(times.get(i), times.get(j)) / step;
        double gap = Math.abs(times.get(i) - times.get(j)) / step;
        double k =
            order == 2
                ? s * s * s / 3 + gap * s * s / 2
                : Math.pow(s, 5) / 20 + gap * Math.pow(s, 4) / 8 + gap * gap * s * s * s / 12;
        v[i * N + j] = k / lambda + (i == j ? 1 : 0);
      }
      for (int j = 0; j < order; j++) {
        x[i * order + j] = Math.pow(times.get(i) / times.last(), j);
      }
    }
    Cholesky factor = Cholesky.of(Matrix.adopt(N, N, v), new Tolerance(0)).orElseThrow();
    Matrix white = factor.whiten(Matrix.adopt(N, order, x));
    Cholesky inner = Cholesky.of(white.gram(), new Tolerance(0)).orElseThrow();
    Vec target = factor.whiten(y.asMatrix(N, 1)).col(0);
    Vec trend = inner.solve(white.applyTranspose(target));
    assertEquals(Math.pow(target.minus(white.apply(trend)).norm(), 2), squares, 1e-7 * squares);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += 2 * Math.log(factor.upper().get(i, i));
    }
    for (int j = 0; j < order; j++) {
      sum += 2 * Math.log(inner.upper().get(j, j));
    }
    return sum;
  }

  @Test
  void aGaussProcessThatHardlyDecaysIsAnIntegratedWienerProcess() {
    Vec times = DifferentiatorContract.unevenGrid(N);
    double[] y = data(times).map(v -> v - 2).toArray();
    LinearSmoother.Curves slow = new StateSpaceSmoother(times, 3, 1e-4, 30).apply(y, 1);
    LinearSmoother.Curves wiener = new StateSpaceSmoother(times, 3, 0, 30).apply(y, 1);
    assertTrue(
        slow.rates().minus(wiener.rates()).vec().maxAbs() < 0.01 * wiener.rates().vec().maxAbs());
  }

  /** Where the process is exactly the prior, ±2σ covers the truth in 95 % of the cases. */
  @Test
  void deviationsAreCalibratedForPathsOfTheProcessItself() {
    java.util.Random random = new java.util.Random(12);
    int n = 400;
    Vec times = DifferentiatorContract.unevenGrid(n);
    int inside = 0;
    int all = 0;
    for (int draw = 0; draw < 20; draw++) {
      double[] y = new double[n];
      double[] truth = new double[n];
      double x = 1;
      double rate = 0.5;
      for (int i = 0; i < n; i++) {
        if (i > 0) {
          double h = times.get(i) - times.get(i - 1);
          double a = random.nextGaussian();
          double b = random.nextGaussian();
          x += h * rate + Math.pow(h, 1.5) * (a / 2 + b / Math.sqrt(12));
          rate += Math.sqrt(h) * a;
        }
        truth[i] = rate;
        y[i] = x + 0.05 * random.nextGaussian();
      }
      Estimate estimate = new Kalman(1, Weight.automatic()).estimate(times, Matrix.adopt(n, 1, y));
      for (int i = 0; i < n; i++) {
        double deviation = estimate.rateDeviations().orElseThrow().get(i, 0);
        inside += Math.abs(estimate.rates().get(i, 0) - truth[i]) <= 2 * deviation ? 1 : 0;
        all++;
      }
    }
    assertEquals(0.954, (double) inside / all, 0.02);
  }
}
