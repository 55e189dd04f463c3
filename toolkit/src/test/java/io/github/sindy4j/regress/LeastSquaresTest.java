package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeastSquaresTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return new LeastSquares();
  }

  @Override
  public boolean isSparse() {
    return false;
  }

  @Test
  void noisyRowsAreFittedAsByNormalEquationsWithMultipliers() {
    SplittableRandom random = new SplittableRandom(1);
    Rows rows =
        Rows.planted(random, Rows.gaussian(random, 90, 7), SparseRegressorContract.planted(), 1);
    Matrix a = Rows.gaussian(random, 4, 21);
    Vec d = Vec.of(1, 2, 3, 4);
    Matrix expected = Naive.solve(rows, Naive.all(rows), a, d, Naive.ones(rows), 0).orElseThrow();
    Matrix actual = subject().solve(rows.problem(new Constraint(a, d, "four"))).coefficients();
    assertArrayEquals(expected.toArray(), actual.toArray(), 1e-11);
    assertArrayEquals(
        Naive.free(rows, Naive.all(rows)).toArray(),
        subject().solve(rows.problem()).coefficients().toArray(),
        1e-12);
  }

  @Test
  void theFreedomOfTheCoefficientsIsTheInverseOfTheNormalMatrix() {
    SplittableRandom random = new SplittableRandom(2);
    Rows rows = Rows.planted(random, Rows.gaussian(random, 50, 4), Rows.gaussian(random, 2, 4), 1);
    Matrix normal = rows.theta().transpose().times(rows.theta());
    for (FreeBlock block : subject().solve(rows.problem()).freedom()) {
      Matrix covariance = block.factor().times(block.factor().transpose());
      assertArrayEquals(Matrix.identity(4).toArray(), normal.times(covariance).toArray(), 1e-11);
      assertEquals(4, block.unknowns().size());
    }
  }

  @Test
  void coefficientsAloneAreThoseOfTheFit() {
    SplittableRandom random = new SplittableRandom(9);
    double[] theta = Rows.gaussian(random, 60, 4).toArray();
    for (int t = 0; t < 60; t++) {
      theta[4 * t + 2] = theta[4 * t] - 2 * theta[4 * t + 1];
    }
    Rows rows = Rows.of(Matrix.adopt(60, 4, theta), Rows.gaussian(random, 60, 2));
    Regression whole = new LeastSquares().solve(rows.problem());
    Regression alone = LeastSquares.coefficientsOf(rows.problem());
    assertEquals(1, alone.undecided().size(), "one column depends on others");
    assertEquals(whole.undecided(), alone.undecided());
    assertArrayEquals(whole.coefficients().toArray(), alone.coefficients().toArray(), 1e-14);
  }
}
