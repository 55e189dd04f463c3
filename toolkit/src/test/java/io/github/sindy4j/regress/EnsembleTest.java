package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static EnsembleFit fit(Ensemble ensemble, Rows rows) {
    return ensemble.fit(rows, rows.problem().data(), none(rows), Progress.NONE);
  }

  private static Constraint none(Rows rows) {
    return Constraint.none(rows.theta().cols() * rows.y().cols());
  }

  private static Rows planted(long seed, int samples, double noise) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix theta = Rows.gaussian(random, samples, SparseRegressorContract.TERMS);
    return Rows.planted(random, theta, SparseRegressorContract.planted(), noise);
  }

  /** The rows with each block as often as it was drawn, written out. */
  private static Rows repeated(Rows rows, RowBlocks blocks, List<Integer> times) {
    List<double[]> theta = new ArrayList<>();
    List<double[]> y = new ArrayList<>();
    int from = 0;
    for (int b = 0; b < blocks.count(); b++) {
      for (int k = 0; k < times.get(b); k++) {
        for (int t = from; t < from + blocks.rows().get(b); t++) {
          theta.add(rows.theta().row(t).toArray());
          y.add(rows.y().row(t).toArray());
        }
      }
      from += blocks.rows().get(b);
    }
    assertEquals(rows.theta().rows(), from, "each row is in one block");
    return Rows.of(
        Matrix.ofRows(theta.toArray(double[][]::new)), Matrix.ofRows(y.toArray(double[][]::new)));
  }

  @Test
  void eachModelIsTheLeastSquaresFitToTheRowsAsDrawn() {
    // Blocks shorter than a row is wide, as long, longer than a chunk, and of unequal lengths.
    int[][] cases = {{1, 16, 5}, {5, 16, 5}, {10, 20, 4}, {23, 23, 1}, {23, 10, 1}, {40, 15, 1}};
    for (int[] c : cases) {
      Rows rows = planted(c[0], 203, 0.5).dealt(c[1], c[2]);
      Ensemble ensemble = Ensemble.of(new LeastSquares()).withModels(5).withBlockRows(c[0]);
      EnsembleFit fit = fit(ensemble, rows);
      RowBlocks blocks = RowBlocks.of(rows.chunks(), c[0]);
      List<Ensemble.Draw> draws = ensemble.draws(blocks.count(), 7);
      for (int m = 0; m < 5; m++) {
        Rows drawn = repeated(rows, blocks, draws.get(m).times());
        assertArrayEquals(
            Naive.free(drawn, Naive.all(drawn)).toArray(),
            fit.models().get(m).coefficients().toArray(),
            1e-10);
      }
    }
  }

  @Test
  void withLittleRoomTheModelsAreFilledInWavesAndAreTheSame() {
    Rows rows = planted(3, 203, 0.5).dealt(20, 4);
    Ensemble ensemble = Ensemble.of(new LeastSquares()).withModels(7).withBlockRows(5);
    EnsembleFit roomy = fit(ensemble, rows);
    FoldedData data = rows.problem().data();
    long oneDraw = DrawnRows.bytes(rows.size());
    RowBlocks blocks = RowBlocks.of(rows.chunks(), 5);
    assertTrue(BlockTriangles.bytes(rows.size(), blocks) > 1);
    for (long memory : new long[] {1, 3 * oneDraw}) {
      List<Long> chunks = new ArrayList<>();
      EnsembleFit tight =
          ensemble.fit(
              rows,
              data.responseBiases(),
              data.effectiveSamples(),
              none(rows),
              Math.min(memory, BlockTriangles.bytes(rows.size(), blocks) - 1),
              (stage, done, total) -> chunks.add(done));
      assertTrue(chunks.size() >= 2 * rows.chunks().size(), "several passes over the rows");
      for (int m = 0; m < 7; m++) {
        assertArrayEquals(
            roomy.models().get(m).coefficients().toArray(),
            tight.models().get(m).coefficients().toArray(),
            1e-12);
      }
    }
  }

  @Test
  void plantedTermsAreFoundByAllModelsAndOthersByFew() {
    for (long seed = 1; seed <= 5; seed++) {
      Rows rows = planted(seed, 400, 0.3);
      EnsembleFit fit = fit(Ensemble.of(Stlsq.defaults()).withModels(60), rows);
      List<Integer> truth = Fits.support(SparseRegressorContract.planted());
      assertEquals(truth, fit.support(0.95));
      assertEquals(truth, fit.support(0.6));
      assertArrayEquals(SparseRegressorContract.planted().toArray(), fit.median().toArray(), 0.08);
      assertEquals(0, fit.unconverged());
    }
  }

  /**
   * Independent rows, σ = 1, and a base that takes a term when |w| ‖θ‖ exceeds c: then w ‖θ‖ is
   * N(0, 1) over data and N(w, 1) over draws, N(0, 2) together, and is included in 2 (1 − Φ(c/√2))
   * of the models. For c = 1.5 these are 28.9 %.
   */
  @Test
  void ofPureNoiseTermsAreIncludedAsOftenAsTheoryPredicts() {
    SparseRegressor base =
        problem -> {
          RegressionSummary whole = problem.data().whole();
          List<Integer> large = new ArrayList<>();
          Matrix w = new LeastSquares().solve(problem).coefficients();
          for (int k = 0; k < w.rows() * w.cols(); k++) {
            double length = whole.triangle().col(k % w.cols()).norm();
            if (Math.abs(w.get(k / w.cols(), k % w.cols())) * length > 1.5) {
              large.add(k);
            }
          }
          return Fits.onSupport(
              problem, whole, large, List.of(), new Outcome.Converged(1), List.of());
        };
    double sum = 0;
    int terms = 0;
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows = Rows.of(Rows.gaussian(random, 400, 4), Rows.gaussian(random, 400, 4));
      Ensemble ensemble = Ensemble.of(base).withModels(50).withBlockRows(1).withSeed(seed);
      for (double inclusion : fit(ensemble, rows).inclusion().toArray()) {
        sum += inclusion;
        terms++;
      }
    }
    assertEquals(640, terms);
    assertEquals(0.289, sum / terms, 0.03);
  }

  @Test
  void ninetyPercentIntervalsCoverTheTruthInAboutNinetyPercent() {
    int inside = 0;
    int all = 0;
    for (long seed = 1; seed <= 30; seed++) {
      Rows rows = planted(seed, 300, 1);
      EnsembleFit fit = fit(Ensemble.of(new LeastSquares()).withModels(200).withSeed(seed), rows);
      Matrix low = fit.quantile(0.05);
      Matrix high = fit.quantile(0.95);
      double[] truth = SparseRegressorContract.planted().toArray();
      for (int k = 0; k < truth.length; k++) {
        inside += low.vec().get(k) <= truth[k] && truth[k] <= high.vec().get(k) ? 1 : 0;
        all++;
      }
    }
    assertEquals(0.9, inside / (double) all, 0.04);
  }

  /** The mean of an AR(1) series has variance (1 + φ)/(1 − φ) σ²/N. */
  @Test
  void blocksKeepSerialCorrelationAndTheirLengthFollowsIt() {
    double phi = 0.9;
    int n = 4000;
    double expected = Math.sqrt((1 + phi) / (1 - phi) / n);
    double blocks = 0;
    double single = 0;
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] y = new double[n];
      y[0] = random.nextGaussian();
      for (int t = 1; t < n; t++) {
        y[t] = phi * y[t - 1] + Math.sqrt(1 - phi * phi) * random.nextGaussian();
      }
      Matrix ones = Matrix.zeros(n, 1).map(zero -> 1);
      Rows rows = Rows.of(ones, Matrix.ofColumns(y)).dealt(400, 5);
      Vec effective = Residuals.effectiveSamples(rows, Matrix.zeros(1, 1));
      FoldedData data = rows.problem().data().withEffectiveSamples(effective);
      Ensemble ensemble = Ensemble.of(new LeastSquares()).withModels(200);
      EnsembleFit fit = ensemble.fit(rows, data, none(rows), Progress.NONE);
      assertTrue(fit.blockRows() >= 50 && fit.blockRows() <= 200, fit.blockRows() + " rows");
      blocks += spread(fit) / 10;
      single += spread(fit(ensemble.withBlockRows(1), rows)) / 10;
    }
    assertEquals(1, blocks / expected, 0.15);
    assertTrue(single < 0.3 * expected, "single rows know nothing of the correlation");
  }

  private static double spread(EnsembleFit fit) {
    return (fit.quantile(0.8413).get(0, 0) - fit.quantile(0.1587).get(0, 0)) / 2;
  }

  @Test
  void oneThreadAndManyGiveTheSameBits() throws InterruptedException, ExecutionException {
    Rows rows = planted(9, 500, 0.5).dealt(37, 5);
    Ensemble ensemble = Ensemble.of(Stlsq.defaults()).withModels(20).dropping(1);
    EnsembleFit many = fit(ensemble, rows);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      EnsembleFit alone = one.submit(() -> fit(ensemble, rows)).get();
      for (int m = 0; m < 20; m++) {
        assertEquals(many.models().get(m).coefficients(), alone.models().get(m).coefficients());
      }
      assertEquals(many.missing(), alone.missing());
    } finally {
      one.shutdown();
    }
    assertTrue(
        !fit(ensemble.withSeed(2), rows).median().equals(many.median()), "another seed differs");
  }

  @Test
  void withoutSomeTermsModelsAreFittedToTheOthers() {
    Rows rows = planted(3, 200, 0.2);
    EnsembleFit fit = fit(Ensemble.of(new LeastSquares()).withModels(40).droppingOnly(2), rows);
    for (int m = 0; m < 40; m++) {
      List<Integer> missing = fit.missing().get(m);
      assertEquals(2, missing.size());
      List<Integer> support =
          Naive.all(rows).stream().filter(k -> !missing.contains(k % 7)).toList();
      assertArrayEquals(
          Naive.free(rows, support).toArray(), fit.models().get(m).coefficients().toArray(), 1e-10);
    }
    // Least squares includes whatever it is offered.
    double[] always = new double[21];
    Arrays.fill(always, 1);
    assertArrayEquals(always, fit.inclusion().toArray());
  }

  @Test
  void constraintsHoldInEveryModel() {
    Rows rows = planted(4, 200, 0.3);
    Matrix a = Matrix.ofRows(SparseRegressorContract.demand(0, 1, 1, 1, 0, 1));
    Constraint constraint = new Constraint(a, Vec.of(2), "tie");
    EnsembleFit fit =
        Ensemble.of(Stlsq.defaults())
            .withModels(10)
            .fit(rows, rows.problem().data(), constraint, Progress.NONE);
    fit.models().forEach(m -> SparseRegressorContract.assertSatisfies(a, Vec.of(2), m));
    Unsupported refused =
        assertThrows(
            Unsupported.class,
            () ->
                Ensemble.of(Stlsq.defaults())
                    .dropping(1)
                    .fit(rows, rows.problem().data(), constraint, Progress.NONE));
    assertTrue(String.valueOf(refused.getMessage()).contains("tie"));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThrows(BadSetting.class, () -> Ensemble.of(new LeastSquares()).withModels(0));
    assertThrows(BadSetting.class, () -> Ensemble.of(new LeastSquares()).withBlockRows(0));
    assertThrows(BadSetting.class, () -> Ensemble.of(new LeastSquares()).droppingOnly(0));
    Rows rows = planted(4, 50, 0.3);
    assertThrows(BadSetting.class, () -> fit(Ensemble.of(new LeastSquares()).dropping(7), rows));
  }
}
