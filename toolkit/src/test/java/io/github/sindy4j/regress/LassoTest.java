package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LassoTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Lasso.defaults();
  }

  /**
   * The conditions of Karush, Kuhn and Tucker on the rows themselves: with g = Θᵀr − ridge part, g
   * = λ aⱼ sign wⱼ inside and |g| ≤ λ aⱼ outside.
   */
  @ParameterizedTest
  @CsvSource({
    "0.3, 1, 0",
    "0.05, 1, 0",
    "0.001, 1, 0",
    "0.2, 0.5, 0",
    "0.01, 0.2, 0",
    "0.05, 1, 1",
    "0.02, 0.7, 2"
  })
  void theAnswerSatisfiesTheConditionsOfAMinimum(double weight, double share, double exponent) {
    for (long seed = 1; seed <= 10; seed++) {
      for (boolean scaled : new boolean[] {true, false}) {
        Rows rows = Subsets.hard(seed, 10, 60);
        Lasso plain = Lasso.defaults().withWeight(weight).withShare(share).withoutRefit();
        Lasso lasso = (scaled ? plain : plain.unscaled()).withExponent(exponent);
        Regression regression = lasso.solve(rows.problem());
        assertInstanceOf(Outcome.Converged.class, regression.outcome());
        Matrix pilot = Naive.free(rows, Naive.all(rows));
        for (int i = 0; i < 2; i++) {
          Vec w = regression.coefficients().row(i);
          double length = rows.y().col(i).norm();
          for (int j = 0; j < 10; j++) {
            double column = rows.theta().col(j).norm();
            double absolute = scaled ? weight * column * length : weight * 60;
            double ridge = scaled ? weight * column * column : weight * 60;
            double size = Math.abs(pilot.get(i, j)) * (scaled ? column / length : 1);
            double limit = absolute * share * Math.pow(size, -exponent);
            double pull = Subsets.pull(rows, i, w, j) - ridge * (1 - share) * w.get(j);
            double rounding = 1e-10 * column * length;
            if (w.get(j) != 0) {
              assertEquals(Math.copySign(limit, w.get(j)), pull, rounding);
            } else {
              assertTrue(Math.abs(pull) <= limit + rounding, pull + " above " + limit);
            }
          }
        }
      }
    }
  }

  /** On orthogonal columns the answer is known: wⱼ = sign(θⱼ·y) max(0, |θⱼ·y| − λ‖θⱼ‖‖y‖)/‖θⱼ‖². */
  @Test
  void onOrthogonalColumnsCoefficientsShrinkByTheWeight() {
    Matrix theta =
        Matrix.ofRows(
            new double[] {1, 1, 2},
            new double[] {1, -1, 2},
            new double[] {1, 1, -2},
            new double[] {1, -1, -2});
    Rows rows = Rows.of(theta, Matrix.ofColumns(new double[] {4, 2, 1, -1})).dealt(1, 1);
    Matrix w = Lasso.defaults().withWeight(0.2).withoutRefit().solve(rows.problem()).coefficients();
    double norm = Math.sqrt(22);
    assertArrayEquals(
        new double[] {(6 - 0.4 * norm) / 4, (4 - 0.4 * norm) / 4, (12 - 0.8 * norm) / 16},
        w.toArray(),
        1e-12);
  }

  @Test
  void atWeightOneNothingIsLeftAndJustBelowTheLargestCorrelationOneTerm() {
    Rows rows = Subsets.hard(3, 10, 60);
    double largest = 0;
    for (int j = 0; j < 10; j++) {
      Vec column = rows.theta().col(j);
      Vec y = rows.y().col(0);
      largest = Math.max(largest, Math.abs(column.dot(y)) / column.norm() / y.norm());
    }
    Regression none = Lasso.defaults().withWeight(largest * (1 + 1e-9)).solve(rows.problem());
    Regression one = Lasso.defaults().withWeight(largest * (1 - 1e-6)).solve(rows.problem());
    assertEquals(List.of(), Subsets.support(none, 0));
    assertEquals(1, Subsets.support(one, 0).size());
  }

  @Test
  void theRefitIsTheLeastSquaresFitOnTheSameTerms() {
    Rows rows = Subsets.hard(5, 10, 60);
    Lasso lasso = Lasso.defaults().withWeight(0.05);
    Regression shrunk = lasso.withoutRefit().solve(rows.problem());
    Regression refit = lasso.solve(rows.problem());
    List<Integer> support = Fits.support(shrunk.coefficients());
    assertEquals(support, Fits.support(refit.coefficients()));
    assertArrayEquals(Naive.free(rows, support).toArray(), refit.coefficients().toArray(), 1e-10);
    assertTrue(shrunk.coefficients().norm() < refit.coefficients().norm());
  }

  /**
   * θ₂ is correlated with θ₀ + θ₁ so strongly that the Lasso takes it at every weight that noise
   * does not decide (the irrepresentable condition fails), while least squares knows that it is not
   * needed.
   */
  @Test
  void theAdaptiveLassoFindsTermsThatTheLassoCannot() {
    int found = 0;
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Matrix two = Rows.gaussian(random, 400, 2);
      Vec third =
          two.col(0)
              .times(0.66)
              .plus(two.col(1).times(0.66))
              .plus(0.35, Rows.gaussian(random, 400, 1).col(0));
      Matrix theta = Matrix.ofColumns(two.col(0).toArray(), two.col(1).toArray(), third.toArray());
      Rows rows = Rows.planted(random, theta, Matrix.ofRows(new double[] {2, 2, 0}), 0.02);
      for (double weight = 0.9; weight > 0.01; weight *= 0.9) {
        List<Integer> support =
            Subsets.support(Lasso.defaults().withWeight(weight).solve(rows.problem()), 0);
        assertTrue(!support.equals(List.of(0, 1)), "the Lasso at " + weight);
      }
      found +=
          Subsets.support(Lasso.adaptive().solve(rows.problem()), 0).equals(List.of(0, 1)) ? 1 : 0;
    }
    assertEquals(10, found);
  }

  @Test
  void theElasticNetGivesEqualColumnsOfOneGroupNearlyEqualCoefficients() {
    SplittableRandom random = new SplittableRandom(1);
    Vec base = Rows.gaussian(random, 200, 1).col(0);
    Matrix noise = Rows.gaussian(random, 200, 2);
    Matrix theta =
        Matrix.ofColumns(
            base.plus(0.01, noise.col(0)).toArray(), base.plus(0.01, noise.col(1)).toArray());
    Rows rows = Rows.planted(random, theta, Matrix.ofRows(new double[] {2, 0}), 0.1);
    Matrix w =
        Lasso.elasticNet().withWeight(0.2).withoutRefit().solve(rows.problem()).coefficients();
    assertEquals(w.get(0, 0), w.get(0, 1), 0.02 * w.get(0, 0));
  }

  @Test
  void settingsOutOfRangeAreRefusedWithTheCure() {
    assertThrows(BadSetting.class, () -> Lasso.defaults().withWeight(-1));
    assertThrows(BadSetting.class, () -> Lasso.defaults().withWeight(Double.NaN));
    assertThrows(BadSetting.class, () -> Lasso.defaults().withShare(0));
    assertThrows(BadSetting.class, () -> Lasso.defaults().withShare(1.5));
    assertThrows(BadSetting.class, () -> Lasso.defaults().withExponent(-1));
  }
}
