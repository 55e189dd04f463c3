package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NnlsTest {
  @Test
  void itIsTheBestOfAllSubsetsWhoseFitIsPositive() {
    for (long seed = 1; seed <= 20; seed++) {
      Rows rows = Subsets.hard(seed, 8, 40);
      Regression regression = new Nnls().solve(rows.problem());
      assertInstanceOf(Outcome.Converged.class, regression.outcome());
      for (int i = 0; i < 2; i++) {
        double least = Double.POSITIVE_INFINITY;
        List<Integer> best = List.of();
        for (int k = 0; k <= 8; k++) {
          for (List<Integer> set : Subsets.of(8, k)) {
            int first = 8 * i;
            Matrix w = Naive.free(rows, set.stream().map(j -> first + j).toList());
            double error = Naive.squaredError(rows, i, w.row(i));
            boolean positive = Arrays.stream(w.row(i).toArray()).allMatch(value -> value >= 0);
            if (positive && error < least) {
              least = error;
              best = set;
            }
          }
        }
        assertEquals(best, Subsets.support(regression, i), "seed " + seed);
      }
    }
  }

  @Test
  void theConditionsOfAMinimumHoldOnTheRowsThemselves() {
    for (long seed = 1; seed <= 10; seed++) {
      Rows rows = Subsets.hard(seed, 40, 200);
      Regression regression = new Nnls().solve(rows.problem());
      for (int i = 0; i < 2; i++) {
        Vec w = regression.coefficients().row(i);
        for (int j = 0; j < 40; j++) {
          double size = rows.theta().col(j).norm() * rows.y().col(i).norm();
          double pull = Subsets.pull(rows, i, w, j) / size;
          assertTrue(w.get(j) >= 0);
          assertTrue(pull <= 1e-11, "upward pull " + pull);
          assertTrue(w.get(j) == 0 || pull >= -1e-11, "inside " + pull);
        }
      }
    }
  }

  @Test
  void plantedPositiveModelsAreRecoveredFromExactRows() {
    SplittableRandom random = new SplittableRandom(2);
    Matrix w = Matrix.ofRows(new double[] {0, 2, 0, 1e-3, 0}, new double[] {0, 0, 0, 0, 5});
    Rows rows = Rows.planted(random, Rows.gaussian(random, 50, 5), w, 0);
    Regression regression = new Nnls().solve(rows.problem());
    assertArrayEquals(w.toArray(), regression.coefficients().toArray(), 1e-12);
    assertEquals(Fits.support(w), Fits.support(regression.coefficients()));
  }

  /** With −θ₀ in the library the only positive model is 2 · (−θ₀). */
  @Test
  void aColumnThatIsTheNegativeOfAnotherIsUsedWhereItsSignIsNeeded() {
    SplittableRandom random = new SplittableRandom(3);
    Matrix one = Rows.gaussian(random, 30, 2);
    List<double[]> columns = new ArrayList<>();
    columns.add(one.col(0).toArray());
    columns.add(one.col(0).times(-1).toArray());
    columns.add(one.col(1).toArray());
    Rows rows =
        Rows.planted(
            random,
            Matrix.ofColumns(columns.toArray(double[][]::new)),
            Matrix.ofRows(new double[] {-2, 0, 1}),
            0);
    Matrix w = new Nnls().solve(rows.problem()).coefficients();
    assertArrayEquals(new double[] {0, 2, 1}, w.toArray(), 1e-12);
  }

  @Test
  void constraintsAreRefusedByNameAlsoInReducedCoordinates() {
    Rows rows = Subsets.hard(1, 3, 20);
    Constraint constraint =
        new Constraint(Matrix.ofRows(new double[] {1, 0, 0, 0, 1, 0}), Vec.zeros(1), "so(2)");
    Unsupported refused =
        assertThrows(Unsupported.class, () -> new Nnls().solve(rows.problem(constraint)));
    assertTrue(String.valueOf(refused.getMessage()).contains("so(2)"), refused.getMessage());
    List<String> names = List.of("x: a", "x: b", "x: c", "y: a", "y: b", "y: c");
    Demand tie =
        new Demand(
            "x: a = - y: b",
            Demand.Relation.EQUAL,
            List.of(
                new Demand.Row(
                    new java.util.TreeMap<>(
                        java.util.Map.of(
                            0,
                            io.github.sindy4j.exact.Rational.ONE,
                            4,
                            io.github.sindy4j.exact.Rational.ONE)),
                    io.github.sindy4j.exact.Rational.ZERO)),
            true);
    Demands demands = Demands.of(List.of(tie), names);
    for (Sparsity on : Sparsity.values()) {
      SparseRegressor within = demands.within(new Nnls(), on);
      RegressionProblem problem = demands.problem(rows.problem().data());
      assertThrows(Unsupported.class, () -> within.solve(problem), on.name());
    }
  }
}
