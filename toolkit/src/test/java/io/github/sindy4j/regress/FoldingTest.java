package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.GramFold;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Oracle: sums over the rows themselves, and other numbers of threads. */
class FoldingTest {
  /** Responses far from their mean of zero, so that centring matters. */
  private static Rows rows(int count) {
    SplittableRandom random = new SplittableRandom(count);
    Rows rows =
        Rows.planted(random, Rows.gaussian(random, count, 5), Rows.gaussian(random, 2, 5), 1);
    return Rows.of(rows.theta(), rows.y().map(v -> v + 100));
  }

  private static <T> T inPool(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    Rows rows = rows(5000).dealt(7, 5);
    FoldedData one = inPool(1, () -> Folding.fold(rows, Progress.NONE));
    for (int threads = 2; threads <= 4; threads++) {
      FoldedData many = inPool(threads, () -> Folding.fold(rows, Progress.NONE));
      assertEquals(one.folds(), many.folds());
    }
    Matrix w = new LeastSquares().solve(RegressionProblem.of(one)).coefficients();
    assertEquals(
        inPool(1, () -> Residuals.effectiveSamples(rows, w)),
        inPool(4, () -> Residuals.effectiveSamples(rows, w)));
    Regression regression = new LeastSquares().solve(RegressionProblem.of(one));
    assertEquals(
        inPool(1, () -> Inference.of(rows, regression, 5000)),
        inPool(4, () -> Inference.of(rows, regression, 5000)));
  }

  @Test
  void theFoldsPartitionTheRows() {
    Rows rows = rows(403).dealt(10, 4);
    FoldedData data = Folding.fold(rows, Progress.NONE);
    assertEquals(4, data.folds().size());
    for (int fold = 0; fold < 4; fold++) {
      assertGram(rows.part(fold, true), data.folds().get(fold));
      assertGram(rows.part(fold, false), data.without(fold));
    }
    assertGram(rows, data.whole());
  }

  @Test
  void manyRowsAreFoldedOverASampleWithTheSameSummariesOnAnyNumberOfThreads() throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    Matrix theta = Rows.gaussian(random, 24_000, 249);
    Rows rows = Rows.planted(random, theta, Rows.gaussian(random, 2, 249), 1).dealt(200, 3);
    assertTrue(GramFold.pays(rows.rows(), 251));
    AtomicLong ticks = new AtomicLong();
    FoldedData data =
        inPool(3, () -> Folding.fold(rows, (stage, done, all) -> ticks.incrementAndGet()));
    assertEquals(120, ticks.get(), "no second pass");
    for (int fold = 0; fold < 3; fold++) {
      assertGram(rows.part(fold, true), data.folds().get(fold));
    }
    assertEquals(data.folds(), inPool(1, () -> Folding.fold(rows, Progress.NONE)).folds());
  }

  @Test
  void wideRowsAreFoldedFoldByFoldWithTheSameBitsOnAnyNumberOfThreads() throws Exception {
    SplittableRandom random = new SplittableRandom(10);
    Matrix theta = Rows.gaussian(random, 4000, 698);
    Matrix w = Rows.gaussian(random, 2, 698);
    Rows rows = Rows.planted(random, theta, w, 1e-9).dealt(50, 5);
    FoldedData data = inPool(3, () -> Folding.fold(rows, Progress.NONE));
    FoldedData alone = inPool(1, () -> Folding.fold(rows, Progress.NONE));
    assertEquals(alone.folds(), data.folds());
    assertEquals(alone.whole(), data.whole());
    for (int fold = 0; fold < 5; fold++) {
      RegressionSummary summary = data.folds().get(fold);
      assertEquals(800, summary.samples());
      Matrix both = rows.part(fold, true).both();
      Matrix error = both.gram().minus(summary.triangle().gram());
      assertTrue(error.norm() <= 1e-13 * both.gram().norm(), "fold " + fold);
    }
    Matrix found = LeastSquares.coefficientsOf(RegressionProblem.of(data)).coefficients();
    assertTrue(found.minus(w).norm() <= 1e-8);
    Vec effective = Residuals.effectiveSamples(rows.dealt(7, 5), found);
    assertEquals(effective, inPool(3, () -> Residuals.effectiveSamples(rows.dealt(64, 5), found)));
    assertTrue(effective.get(0) > 3000, "independent errors: " + effective);
  }

  @Test
  void residualsOfManyCoefficientsAreThoseOfTheRowsInOrder() {
    SplittableRandom random = new SplittableRandom(12);
    Matrix w = Rows.gaussian(random, 4, 1100);
    Rows rows = Rows.planted(random, Rows.gaussian(random, 203, 1100), w, 1).dealt(19, 3);
    double[][] residuals = Residuals.compute(rows, w, 190);
    Matrix expected = rows.y().minus(rows.theta().timesTranspose(w));
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(expected.col(i).slice(0, 190).toArray(), residuals[i], 1e-11);
    }
  }

  /** The summary is that of these rows: count, sums, RᵀR. */
  private static void assertGram(Rows rows, RegressionSummary summary) {
    Matrix both = rows.both();
    assertEquals(both.rows(), summary.samples());
    Vec sums = both.applyTranspose(Vec.zeros(both.rows()).map(zero -> 1));
    assertArrayEquals(sums.toArray(), summary.columnSums().toArray(), 1e-9);
    Matrix gram = both.transpose().times(both);
    Matrix actual = summary.triangle().transpose().times(summary.triangle());
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.rows(); j++) {
        double size = both.col(i).norm() * both.col(j).norm();
        assertEquals(gram.get(i, j), actual.get(i, j), 1e-13 * size);
      }
    }
  }

  @Test
  void manyGroupsOfChunksGiveTheSummaryOfOne() {
    Rows rows = rows(3000);
    RegressionSummary few = Folding.fold(rows.dealt(3000, 1), Progress.NONE).whole();
    RegressionSummary many = Folding.fold(rows.dealt(5, 1), Progress.NONE).whole();
    for (int j = 0; j < 7; j++) {
      for (int i = 0; i <= j; i++) {
        double tolerance = 1e-13 * few.triangle().col(j).norm();
        assertEquals(
            Math.abs(few.triangle().get(i, j)), Math.abs(many.triangle().get(i, j)), tolerance);
      }
    }
  }

  @Test
  void errorsAndTotalsOfASummaryAreThoseOfItsRows() {
    Rows rows = rows(500);
    RegressionSummary whole = rows.problem().data().whole();
    Matrix w = Rows.gaussian(new SplittableRandom(9), 2, 5);
    for (int i = 0; i < 2; i++) {
      double error = Naive.squaredError(rows, i, w.row(i));
      assertEquals(error, whole.squaredError(i, w.row(i)), 1e-12 * error);
      Vec y = rows.y().col(i);
      double mean = 0;
      for (int t = 0; t < y.size(); t++) {
        mean += y.get(t) / y.size();
      }
      double total = 0;
      for (int t = 0; t < y.size(); t++) {
        total += (y.get(t) - mean) * (y.get(t) - mean);
      }
      assertEquals(total, whole.totalSquares(i), 1e-10 * total);
    }
  }

  @Test
  void heldOutErrorsAreThoseOfFitsThatHaveNotSeenTheFold() {
    Rows rows = rows(300).dealt(20, 3);
    RegressionProblem problem = rows.problem();
    Regression regression = Stlsq.defaults().withThreshold(0.7).solve(problem);
    double[] expected = new double[2];
    for (int fold = 0; fold < 3; fold++) {
      Matrix w = Naive.free(rows.part(fold, false), Fits.support(regression.coefficients()));
      for (int i = 0; i < 2; i++) {
        expected[i] += Naive.squaredError(rows.part(fold, true), i, w.row(i));
      }
    }
    Vec actual = HeldOut.squaredErrors(problem, regression).orElseThrow();
    assertArrayEquals(expected, actual.toArray(), 1e-9 * expected[0]);
    assertTrue(
        HeldOut.squaredErrors(rows.dealt(20, 1).problem(), regression).isEmpty(),
        "one fold holds nothing out");
  }

  @Test
  void progressCountsEveryChunkOnce() {
    AtomicLong calls = new AtomicLong();
    AtomicLong sum = new AtomicLong();
    Folding.fold(
        rows(640).dealt(10, 5),
        (stage, done, total) -> {
          calls.incrementAndGet();
          sum.addAndGet(done);
          assertEquals(64, total);
        });
    assertEquals(64, calls.get());
    assertEquals(2080, sum.get());
  }
}
