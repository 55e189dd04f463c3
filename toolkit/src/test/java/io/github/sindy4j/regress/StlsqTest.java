package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StlsqTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Stlsq.defaults().withThreshold(0.5);
  }

  @Override
  public boolean isFreeOfUnits() {
    return false;
  }

  private static Rows correlated(SplittableRandom random, double noise) {
    Matrix mixing = Rows.gaussian(random, 8, 8);
    Matrix theta = Rows.gaussian(random, 100, 8).times(mixing);
    return Rows.planted(random, theta, Rows.gaussian(random, 3, 8), noise);
  }

  /** Fit with ridge, drop what is below the threshold, until nothing is; fit without ridge. */
  private static Matrix naive(Rows rows, double threshold, double ridge) {
    Matrix none = Matrix.zeros(0, 24);
    List<Integer> support = Naive.all(rows);
    while (true) {
      Matrix w =
          Naive.solve(rows, support, none, Vec.zeros(0), Naive.ones(rows), ridge).orElseThrow();
      double[] vecW = w.toArray();
      List<Integer> large = support.stream().filter(k -> Math.abs(vecW[k]) >= threshold).toList();
      if (large.equals(support)) {
        return Naive.free(rows, support);
      }
      support = large;
    }
  }

  @Test
  void theModelIsThatOfThePlainRecipe() {
    int shrunk = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Rows rows = correlated(new SplittableRandom(seed), 2);
      for (double ridge : new double[] {0, 30}) {
        Stlsq stlsq = Stlsq.defaults().withThreshold(0.4).withRidge(ridge);
        Regression regression = stlsq.solve(rows.problem());
        Matrix expected = naive(rows, 0.4, ridge);
        assertEquals(Fits.support(expected), Fits.support(regression.coefficients()));
        assertArrayEquals(expected.toArray(), regression.coefficients().toArray(), 1e-9);
        assertInstanceOf(Outcome.Converged.class, regression.outcome());
        shrunk += Fits.support(expected).size() < 24 ? 1 : 0;
      }
    }
    assertTrue(shrunk >= 20, "only " + shrunk + " of 40 draws lost a term");
  }

  @Test
  void tooFewIterationsAreReportedAsTheLimit() {
    Rows rows = correlated(new SplittableRandom(1), 2);
    Regression regression =
        Stlsq.defaults().withThreshold(0.4).withIterations(2).solve(rows.problem());
    assertEquals(new Outcome.IterationLimit(2), regression.outcome());
  }

  @Test
  void aThresholdAboveAFixedValueDoesNotRemoveIt() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows =
          Rows.planted(
              random, Rows.gaussian(random, 80, TERMS), SparseRegressorContract.planted(), 0.1);
      Matrix plain =
          Matrix.ofRows(
              SparseRegressorContract.demand(0, 0, 1),
              SparseRegressorContract.demand(1, 0, 1, 2, 2, 1, 0, 3, 1));
      Matrix mixing = Rows.gaussian(random, 3, 2);
      Matrix a = mixing.times(plain);
      Vec d = mixing.apply(Vec.of(10, 0));
      RegressionProblem problem = rows.problem(new Constraint(a, d, "x: a = 10"));
      Regression regression = Stlsq.defaults().withThreshold(100).solve(problem);
      SparseRegressorContract.assertSatisfies(a, d, regression);
      assertEquals(List.of(0), Fits.support(regression.coefficients()), "all else leaves");
    }
  }

  @Test
  void aCoefficientFixedAtZeroLeavesTheOthersWhereTheFitPutsThem() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows =
          Rows.planted(
              random, Rows.gaussian(random, 80, TERMS), SparseRegressorContract.planted(), 0.1);
      Matrix plain =
          Matrix.ofRows(
              SparseRegressorContract.demand(0, 1, 1),
              SparseRegressorContract.demand(1, 4, 1, 2, 5, 1));
      Matrix a = Rows.gaussian(random, 3, 2).times(plain);
      Regression regression =
          Stlsq.defaults()
              .withThreshold(0.5)
              .solve(rows.problem(new Constraint(a, Vec.zeros(3), "x: b = 0")));
      SparseRegressorContract.assertSatisfies(a, Vec.zeros(3), regression);
      List<Integer> rest =
          Fits.support(SparseRegressorContract.planted()).stream().filter(k -> k != 1).toList();
      Matrix expected =
          Naive.solve(rows, rest, plain, Vec.zeros(2), Naive.ones(rows), 0).orElseThrow();
      assertArrayEquals(expected.toArray(), regression.coefficients().toArray(), 1e-9);
    }
  }
}
