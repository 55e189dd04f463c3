package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return new Ridge(1e-10);
  }

  @Override
  public boolean isSparse() {
    return false;
  }

  @Override
  public boolean isFreeOfUnits() {
    return false;
  }

  @Test
  void coefficientsSolveTheNormalEquationsWithTheWeightOnTheDiagonalAsItStands() {
    SplittableRandom random = new SplittableRandom(1);
    for (int copies : new int[] {1, 10}) {
      Matrix theta = Rows.gaussian(random, 30 * copies, 5);
      Rows rows = Rows.planted(random, theta, Rows.gaussian(random, 2, 5), 0.5);
      Matrix w = new Ridge(3.5).solve(rows.problem()).coefficients();
      // (ΘᵀΘ + α I) w = Θᵀ y: the number of rows does not enter.
      Matrix normal = theta.transpose().times(theta);
      for (int i = 0; i < 2; i++) {
        Vec left = normal.apply(w.row(i)).plus(w.row(i).times(3.5));
        Vec right = theta.applyTranspose(rows.y().col(i));
        assertEquals(0, left.minus(right).norm(), 1e-12 * right.norm());
      }
    }
  }

  @Test
  void withinAConstraintItIsTheRidgeSolutionWithMultipliers() {
    SplittableRandom random = new SplittableRandom(2);
    Rows rows = Rows.planted(random, Rows.gaussian(random, 50, 4), Rows.gaussian(random, 2, 4), 1);
    Matrix a = Rows.gaussian(random, 2, 8);
    Vec d = Vec.of(1, -1);
    Matrix expected = Naive.solve(rows, Naive.all(rows), a, d, Naive.ones(rows), 20).orElseThrow();
    Matrix actual = new Ridge(20).solve(rows.problem(new Constraint(a, d, "two"))).coefficients();
    assertArrayEquals(expected.toArray(), actual.toArray(), 1e-11);
  }

  @Test
  void aColumnOfZerosGetsTheCoefficientZero() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = Rows.gaussian(random, 20, 1).toArray();
    Rows rows = Rows.of(Matrix.ofColumns(new double[20], x), Matrix.adopt(20, 1, x.clone()));
    Regression regression = new Ridge(1e-9).solve(rows.problem());
    assertArrayEquals(new double[] {0, 1}, regression.coefficients().toArray(), 1e-9);
    assertEquals(1, regression.undecided().size());
  }

  @Test
  void theWeightIsANumberThatIsNotNegative() {
    assertThrows(BadSetting.class, () -> new Ridge(-1));
    assertThrows(BadSetting.class, () -> new Ridge(Double.NaN));
    assertThrows(BadSetting.class, () -> new Ridge(Double.POSITIVE_INFINITY));
  }
}
