package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Sr3Test implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Sr3.defaults();
  }

  /** W of a given U: the ridge fit to rows that ask for it, [Θ; I/√ν] w = [y; u/√ν]. */
  private static Matrix fitNear(Rows rows, Matrix u, double nu) {
    int p = rows.theta().cols();
    int n = rows.theta().rows();
    double[][] theta = new double[n + p][];
    double[][] y = new double[n + p][];
    for (int t = 0; t < n; t++) {
      theta[t] = rows.theta().row(t).toArray();
      y[t] = rows.y().row(t).toArray();
    }
    for (int j = 0; j < p; j++) {
      theta[n + j] = new double[p];
      theta[n + j][j] = 1 / Math.sqrt(nu);
      y[n + j] = u.col(j).times(1 / Math.sqrt(nu)).toArray();
    }
    Rows longer = Rows.of(Matrix.ofRows(theta), Matrix.ofRows(y));
    return Naive.free(longer, Naive.all(longer));
  }

  @ParameterizedTest
  @EnumSource(Sr3.Norm.class)
  void theAnswerIsAFixedPointOfBothSteps(Sr3.Norm norm) {
    for (long seed = 1; seed <= 5; seed++) {
      Rows rows = Subsets.hard(seed, 8, 60);
      for (double nu : new double[] {0.1, 1}) {
        double lambda = 0.2;
        Regression found =
            Sr3.defaults()
                .withWeight(lambda)
                .withNorm(norm)
                .withRelaxation(nu)
                .withEnd(1e-13, 100_000)
                .unscaled()
                .withoutRefit()
                .solve(rows.problem());
        assertInstanceOf(Outcome.Converged.class, found.outcome());
        Matrix w = fitNear(rows, found.coefficients(), nu);
        double threshold = Math.sqrt(2 * lambda * nu);
        double[] expected =
            Arrays.stream(w.toArray())
                .map(
                    v ->
                        switch (norm) {
                          case L0 -> Math.abs(v) > threshold ? v : 0;
                          case L1 -> Math.signum(v) * Math.max(0, Math.abs(v) - lambda * nu);
                          case L2 -> v / (1 + 2 * lambda * nu);
                        })
                .toArray();
        assertArrayEquals(expected, found.coefficients().toArray(), 1e-8);
      }
    }
  }

  /** As ν → 0, W and U become one and the objective that of the Lasso; the error is O(ν). */
  @Test
  void withLittleRelaxationTheSumOfSizesGivesTheLasso() {
    for (long seed = 1; seed <= 5; seed++) {
      Rows rows = Subsets.hard(seed, 6, 60);
      Matrix lasso =
          Lasso.defaults()
              .unscaled()
              .withoutRefit()
              .withWeight(20.0 / 60)
              .solve(rows.problem())
              .coefficients();
      double[] errors = new double[2];
      for (int k = 0; k < 2; k++) {
        Matrix w =
            Sr3.defaults()
                .withNorm(Sr3.Norm.L1)
                .withWeight(20)
                .withRelaxation(k == 0 ? 4e-4 : 1e-4)
                .withEnd(1e-9, 1_000_000)
                .unscaled()
                .withoutRefit()
                .solve(rows.problem())
                .coefficients();
        errors[k] = w.minus(lasso).norm() / lasso.norm();
      }
      assertEquals(0, errors[1], 5e-3);
      assertEquals(4, errors[0] / errors[1], 0.5, "linear in the relaxation");
    }
  }

  /**
   * Another program delivers prox(W), which breaks its constraint; here what is delivered holds.
   */
  @ParameterizedTest
  @EnumSource(
      value = Sr3.Norm.class,
      names = {"L0", "L1"})
  void whatIsDeliveredSatisfiesTheConstraintThoughItsValueIsBelowTheThreshold(Sr3.Norm norm) {
    SplittableRandom random = new SplittableRandom(5);
    Rows rows =
        Rows.planted(random, Rows.gaussian(random, 80, 7), SparseRegressorContract.planted(), 0.1);
    Matrix a =
        Matrix.ofRows(
            SparseRegressorContract.demand(0, 0, 1),
            SparseRegressorContract.demand(1, 4, 1, 2, 5, 1));
    Vec d = Vec.of(-0.1, 0.2);
    Regression found =
        Sr3.defaults()
            .withNorm(norm)
            .withWeight(0.5)
            .unscaled()
            .solve(rows.problem(new Constraint(a, d, "a: a = -0.1")));
    SparseRegressorContract.assertSatisfies(a, d, found);
    assertTrue(Fits.support(found.coefficients()).size() < 21);
  }

  @Test
  void stoppedTooEarlyItSaysSo() {
    Rows rows = Subsets.hard(1, 8, 60);
    Regression found = Sr3.defaults().withWeight(1e-4).withEnd(1e-10, 2).solve(rows.problem());
    assertEquals(new Outcome.IterationLimit(2), found.outcome());
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertThrows(BadSetting.class, () -> Sr3.defaults().withRelaxation(0));
    assertThrows(BadSetting.class, () -> Sr3.defaults().withWeight(-1));
    Rows rows = Subsets.hard(1, 4, 40);
    Constraint constraint =
        new Constraint(Matrix.ofRows(new double[] {1, 0, 0, 0, 0, 0, 0, 0}), Vec.of(1), "x: a = 1");
    Unsupported refused =
        assertThrows(
            Unsupported.class, () -> Sr3.defaults().withoutRefit().solve(rows.problem(constraint)));
    assertTrue(String.valueOf(refused.getMessage()).contains("x: a = 1"));
  }
}
