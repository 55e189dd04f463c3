package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link Stlsq} without a threshold. */
class ThresholdPathTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Stlsq.defaults();
  }

  private static Rows noisy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Rows.planted(
        random, Rows.gaussian(random, 400, TERMS), SparseRegressorContract.planted(), 0.5);
  }

  @Test
  void thePathLosesOneTermAtATimeDownToNone() {
    Regression regression = subject().solve(noisy(1).problem());
    List<Integer> counts = regression.path().stream().map(ParetoRow::terms).toList();
    assertEquals(IntStream.rangeClosed(0, 21).mapToObj(k -> 21 - k).toList(), counts);
  }

  @Test
  void plantedTermsAreFoundInWhiteNoiseWithoutAThreshold() {
    List<Integer> truth = Fits.support(SparseRegressorContract.planted());
    int exact = 0;
    for (long seed = 1; seed <= 40; seed++) {
      List<Integer> found = Fits.support(subject().solve(noisy(seed).problem()).coefficients());
      assertTrue(found.containsAll(truth), "seed " + seed + " lost a term: " + found);
      exact += found.equals(truth) ? 1 : 0;
    }
    // Each of 14 false terms has |t| > √(log 400 + log 21) in about 1 draw of 400: 1.4 draws of 40.
    assertTrue(exact >= 36, exact + " of 40 draws");
  }

  @Test
  void theErrorsOfTheRowsOfThePathAreThoseOfItsModels() {
    Rows rows = noisy(2);
    RegressionProblem problem = rows.problem();
    for (ParetoRow row : subject().solve(problem).path()) {
      List<Integer> support = Fits.support(row.coefficients());
      double training = 0;
      double heldOut = 0;
      for (int i = 0; i < 3; i++) {
        Vec y = rows.y().col(i);
        double mean = y.dot(Vec.zeros(y.size()).map(z -> 1)) / y.size();
        Vec centred = y.map(v -> v - mean);
        double total = centred.dot(centred);
        training += Naive.squaredError(rows, i, row.coefficients().row(i)) / total / 3;
        for (int fold = 0; fold < 5; fold++) {
          Matrix w = Naive.free(rows.part(fold, false), support);
          heldOut += Naive.squaredError(rows.part(fold, true), i, w.row(i)) / total / 3;
        }
      }
      assertEquals(Math.sqrt(training), row.trainingError(), 1e-10);
      assertEquals(Math.sqrt(heldOut), row.heldOutError(), 1e-10);
    }
  }

  @Test
  void everyModelOfThePathSatisfiesTheConstraint() {
    for (long seed = 1; seed <= 10; seed++) {
      Matrix plain =
          Matrix.ofRows(
              SparseRegressorContract.demand(0, 0, 1),
              SparseRegressorContract.demand(1, 0, 1, 2, 2, 1, 0, 3, 1));
      Matrix mixing = Rows.gaussian(new SplittableRandom(seed), 3, 2);
      Matrix a = mixing.times(plain);
      Vec d = mixing.apply(Vec.of(0.01, 0));
      Regression regression =
          subject().solve(noisy(seed).problem(new Constraint(a, d, "x: a = 0.01")));
      for (ParetoRow row : regression.path()) {
        Vec residual = a.apply(Vec.adopt(row.coefficients().toArray())).minus(d);
        assertArrayEquals(new double[3], residual.toArray(), 1e-9, row.terms() + " terms");
      }
      assertEquals(1, regression.path().get(regression.path().size() - 1).terms());
    }
  }

  @Test
  void refittingAnotherModelOfThePathIsLeastSquaresOnItsTerms() {
    Rows rows = noisy(3);
    RegressionProblem problem = rows.problem();
    Regression regression = subject().solve(problem);
    for (ParetoRow row : regression.path()) {
      Matrix expected = Naive.free(rows, Fits.support(row.coefficients()));
      Regression refit = regression.refit(problem, row.coefficients());
      assertArrayEquals(expected.toArray(), refit.coefficients().toArray(), 1e-10);
      assertEquals(regression.path(), refit.path());
    }
  }

  @Test
  void ofLargeLibrariesTheLessSignificantHalvesLeaveAtOnceAndLargeModelsAreKeptNowAndThen() {
    SplittableRandom random = new SplittableRandom(6);
    int p = 260;
    double[] planted = new double[5 * p];
    for (int i = 0; i < 5; i++) {
      planted[i * p + 7 * i] = 1;
      planted[i * p + 259 - 11 * i] = -2;
    }
    Matrix truth = Matrix.adopt(5, p, planted);
    Rows rows = Rows.planted(random, Rows.gaussian(random, 1500, p), truth, 0.5).dealt(100, 5);
    Regression found = subject().solve(rows.problem());
    assertEquals(Fits.support(truth), Fits.support(found.coefficients()));
    List<Integer> counts = found.path().stream().map(ParetoRow::terms).toList();
    List<Integer> expected =
        IntStream.rangeClosed(0, 500)
            .map(k -> 500 - k)
            .filter(k -> k <= 400 || k % 10 == 0)
            .boxed()
            .toList();
    assertEquals(expected, counts);
    assertEquals(new Outcome.Converged(501), found.outcome());
    for (ParetoRow row : List.of(found.path().get(0), found.path().get(300))) {
      for (int i = 0; i < 5; i++) {
        int equation = i;
        List<Integer> support =
            Fits.support(row.coefficients()).stream().filter(k -> k / p == equation).toList();
        Vec w = Naive.free(rows, support).row(i);
        assertArrayEquals(w.toArray(), row.coefficients().row(i).toArray(), 1e-9);
      }
    }
  }
}
