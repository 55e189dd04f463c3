package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: normal equations with multipliers, and the same fits without demands. */
class ParametrisedTest {
  private static final int TERMS = SparseRegressorContract.TERMS;

  /** Random whole-number equalities on some coefficients. */
  private static List<Demand> demands(SplittableRandom random, int count, boolean exact) {
    List<Demand> demands = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      TreeMap<Integer, Rational> entries = new TreeMap<>();
      for (int e = 0; e < 1 + random.nextInt(4); e++) {
        entries.put(random.nextInt(3 * TERMS), Rational.of(1 + random.nextInt(3)));
      }
      Demand.Row row = new Demand.Row(entries, Rational.of(random.nextInt(3)));
      demands.add(new Demand("demand " + r, Demand.Relation.EQUAL, List.of(row), exact));
    }
    return demands;
  }

  private static Matrix rows(List<Demand> demands) {
    double[][] rows = new double[demands.size()][3 * TERMS];
    for (int r = 0; r < rows.length; r++) {
      int at = r;
      demands
          .get(r)
          .rows()
          .get(0)
          .entries()
          .forEach((k, value) -> rows[at][k] = value.doubleValue());
    }
    return Matrix.ofRows(rows);
  }

  private static Vec targets(List<Demand> demands) {
    return Vec.adopt(
        demands.stream().mapToDouble(d -> d.rows().get(0).target().doubleValue()).toArray());
  }

  private static Rows noisy(SplittableRandom random) {
    return Rows.planted(
        random, Rows.gaussian(random, 90, TERMS), SparseRegressorContract.planted(), 0.3);
  }

  @Test
  void leastSquaresWithinDemandsIsThatOfMultipliers() {
    int compared = 0;
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows = noisy(random);
      List<Demand> demands = demands(random, 1 + random.nextInt(8), random.nextBoolean());
      Matrix a = rows(demands);
      Vec d = targets(demands);
      var expected = Naive.solve(rows, Naive.all(rows), a, d, Naive.ones(rows), 0);
      if (expected.isPresent()) {
        Parametrisation p = Parametrisation.of(demands, SparseRegressorContract.coefficientNames());
        Regression found = Parametrised.of(new LeastSquares(), p).solve(rows.problem());
        assertArrayEquals(
            expected.get().toArray(), found.coefficients().toArray(), 1e-9, "seed " + seed);
        assertFreedom(rows, p, found);
        compared++;
      }
    }
    assertTrue(compared > 20, "compared: " + compared);
  }

  /** F Fᵀ = N (Nᵀ (I ⊗ ΘᵀΘ) N)⁻¹ Nᵀ: its product with the normal matrix is the identity on N. */
  private static void assertFreedom(Rows rows, Parametrisation p, Regression found) {
    Matrix normal = rows.theta().transpose().times(rows.theta());
    for (int c = 0; c < p.dimension(); c++) {
      Vec direction = p.basis().toMatrix().col(c);
      double[] pull = new double[3 * TERMS];
      for (int i = 0; i < 3; i++) {
        double[] part = normal.apply(direction.slice(i * TERMS, (i + 1) * TERMS)).toArray();
        System.arraycopy(part, 0, pull, i * TERMS, TERMS);
      }
      double[] moved = new double[3 * TERMS];
      for (FreeBlock block : found.freedom()) {
        double[] own = block.move(pull);
        for (int u = 0; u < own.length; u++) {
          moved[block.unknowns().get(u)] += own[u];
        }
      }
      assertArrayEquals(direction.toArray(), moved, 1e-9 * direction.norm());
    }
  }

  @Test
  void equationsOfWhichNothingIsDemandedAreSolvedAsBefore() {
    Demand onFirst = SparseRegressorContract.equality("a: b = 1", 1, 0, 1, 1);
    Parametrisation p =
        Parametrisation.of(List.of(onFirst), SparseRegressorContract.coefficientNames());
    Rows rows = noisy(new SplittableRandom(3));
    Rows others =
        Rows.of(
            rows.theta(), Matrix.ofColumns(rows.y().col(1).toArray(), rows.y().col(2).toArray()));
    for (SparseRegressor inner :
        List.of(new LeastSquares(), Stlsq.defaults(), Stlsq.defaults().withThreshold(0.5))) {
      Matrix alone = inner.solve(others.problem()).coefficients();
      Matrix within = Parametrised.of(inner, p).solve(rows.problem()).coefficients();
      assertArrayEquals(alone.row(0).toArray(), within.row(1).toArray(), 1e-12);
      assertArrayEquals(alone.row(1).toArray(), within.row(2).toArray(), 1e-12);
      assertEquals(1, within.get(0, 1));
    }
    Parametrisation everything =
        Parametrisation.of(List.of(), SparseRegressorContract.coefficientNames());
    Regression plain = Stlsq.defaults().solve(rows.problem());
    assertEquals(plain, Parametrised.of(Stlsq.defaults(), everything).solve(rows.problem()));
  }

  @Test
  void wholeCombinationsLeaveSoThatTheirDemandsHold() {
    // a: a and b: a go together, and so do a: b and b: b; only the first pair is in the truth.
    List<Demand> ties =
        List.of(
            SparseRegressorContract.equality("a: a = 2 b: a", 0, 0, 0, 1, 1, 0, -2),
            SparseRegressorContract.equality("a: b = -b: b", 0, 0, 1, 1, 1, 1, 1));
    Parametrisation p = Parametrisation.of(ties, SparseRegressorContract.coefficientNames());
    double[] w = new double[3 * TERMS];
    w[0] = 2;
    w[TERMS] = 1;
    w[2 * TERMS + 4] = 1.5;
    Matrix truth = Matrix.adopt(3, TERMS, w);
    int exact = 0;
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows = Rows.planted(random, Rows.gaussian(random, 200, TERMS), truth, 0.2);
      Regression found = Parametrised.of(Stlsq.defaults(), p).solve(rows.problem());
      List<Integer> support = Fits.support(found.coefficients());
      assertTrue(support.containsAll(Fits.support(truth)), "seed " + seed);
      assertEquals(support.contains(1), support.contains(TERMS + 1), "they go together");
      exact += support.equals(Fits.support(truth)) ? 1 : 0;
      assertEquals(found.coefficients().get(0, 0), 2 * found.coefficients().get(1, 0), 1e-15);
    }
    // The criterion lets in noise of |t| > 2.9, of 19 candidates in one draw of fifteen.
    assertTrue(exact >= 16, "exactly the truth in " + exact);
  }

  @Test
  void thePathFallsToNothingThroughTheChosenModel() {
    for (List<Demand> set : SparseRegressorContract.trueDemands()) {
      Demands demands = Demands.of(set, SparseRegressorContract.coefficientNames());
      Rows rows = noisy(new SplittableRandom(5));
      RegressionProblem problem = demands.problem(rows.problem().data());
      SparseRegressor regressor = demands.within(Stlsq.defaults(), Sparsity.COORDINATES);
      Regression found = regressor.solve(problem);
      List<ParetoRow> path = found.path();
      for (int m = 1; m < path.size(); m++) {
        assertTrue(path.get(m).terms() < path.get(m - 1).terms());
        assertTrue(path.get(m).trainingError() >= path.get(m - 1).trainingError() - 1e-12);
      }
      List<Integer> chosen = Fits.support(found.coefficients());
      assertTrue(path.stream().anyMatch(row -> Fits.support(row.coefficients()).equals(chosen)));
      for (ParetoRow row : path) {
        Regression refit = regressor.refit(problem, found, row.coefficients());
        assertArrayEquals(
            row.coefficients().toArray(), refit.coefficients().toArray(), 1e-9, row.toString());
        assertEquals(path, refit.path());
      }
    }
  }

  @Test
  void errorsOfThePathAreThoseOfTheResponses() {
    // Nothing couples the equations, so every response counts with its own variance.
    Demand value = SparseRegressorContract.equality("a: b = 1.4", 1.4, 0, 1, 1);
    Demands demands = Demands.of(List.of(value), SparseRegressorContract.coefficientNames());
    Rows rows = noisy(new SplittableRandom(6));
    RegressionProblem problem = demands.problem(rows.problem().data());
    Regression found = demands.within(Stlsq.defaults(), Sparsity.COORDINATES).solve(problem);
    RegressionSummary whole = problem.data().whole();
    for (ParetoRow row : found.path()) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        double error = Naive.squaredError(rows, i, row.coefficients().row(i));
        sum += error / whole.totalSquares(i) / 3;
      }
      assertEquals(Math.sqrt(sum), row.trainingError(), 1e-9 * row.trainingError());
      assertTrue(row.heldOutError() >= row.trainingError() - 1e-12);
    }
  }

  @Test
  void heldOutErrorsAreThoseOfFitsWithinTheDemandsToTheOtherFolds() {
    for (List<Demand> set : SparseRegressorContract.trueDemands()) {
      Rows rows = noisy(new SplittableRandom(7));
      Demands demands = Demands.of(set, SparseRegressorContract.coefficientNames());
      RegressionProblem problem = demands.problem(rows.problem().data());
      Regression found = demands.within(new LeastSquares(), Sparsity.COORDINATES).solve(problem);
      Vec actual = HeldOut.squaredErrors(problem, found).orElseThrow();
      double[] expected = new double[3];
      for (int fold = 0; fold < rows.folds(); fold++) {
        Rows outside = rows.part(fold, false);
        Matrix w =
            Naive.solve(
                    outside, Naive.all(outside), rows(set), targets(set), Naive.ones(outside), 0)
                .orElseThrow();
        Rows inside = rows.part(fold, true);
        Arrays.setAll(expected, i -> expected[i] + Naive.squaredError(inside, i, w.row(i)));
      }
      assertArrayEquals(expected, actual.toArray(), 1e-8);
    }
  }

  @Test
  void coupledEquationsCountTheirSamplesTogether() {
    Demand tie = SparseRegressorContract.equality("a: a = b: b", 0, 0, 0, 1, 1, 1, -1);
    Parametrisation p =
        Parametrisation.of(List.of(tie), SparseRegressorContract.coefficientNames());
    FoldedData data =
        noisy(new SplittableRandom(1)).problem().data().withEffectiveSamples(Vec.of(10, 20, 40));
    FoldedData biased = new FoldedData(data.folds(), Vec.of(1, 2, 4), data.effectiveSamples());
    List<EquationGroup> groups = EquationGroup.of(p, 3);
    assertEquals(List.of(2), groups.get(0).equations());
    assertEquals(Vec.of(40), groups.get(0).reduce(biased).effectiveSamples());
    FoldedData coupled = groups.get(1).reduce(biased);
    assertEquals(List.of(0, 1), groups.get(1).equations());
    assertEquals(Vec.of(30), coupled.effectiveSamples());
    assertEquals(Vec.of(3), coupled.responseBiases());
    assertEquals(180, coupled.whole().samples());
    assertEquals(13, coupled.whole().terms());
  }

  @Test
  void aProblemWithOtherDemandsIsRefused() {
    Demand one = SparseRegressorContract.equality("a: b = 1", 1, 0, 1, 1);
    Demand other = SparseRegressorContract.equality("a: c = 1", 1, 0, 2, 1);
    List<String> names = SparseRegressorContract.coefficientNames();
    RegressionProblem problem =
        Demands.of(List.of(other), names).problem(noisy(new SplittableRandom(1)).problem().data());
    SparseRegressor regressor =
        Parametrised.of(new LeastSquares(), Parametrisation.of(List.of(one), names));
    Unsupported error = assertThrows(Unsupported.class, () -> regressor.solve(problem));
    assertEquals("other-constraint", error.code());
  }

  @Test
  void thousandsOfUnknownsWithFewFreeOnesAreFittedAtOnce() {
    // Six equations of 462 terms, each coefficient tied to one of 60.
    int terms = 462;
    int unknowns = 6 * terms;
    SplittableRandom random = new SplittableRandom(1);
    List<Demand.Row> ties = new ArrayList<>();
    for (int u = 60; u < unknowns; u++) {
      TreeMap<Integer, Rational> entries = new TreeMap<>();
      entries.put(u, Rational.of(1 + random.nextInt(3)));
      entries.put(random.nextInt(60), Rational.of(random.nextInt(3) - 1));
      entries.values().removeIf(Rational::isZero);
      ties.add(new Demand.Row(entries, Rational.ZERO));
    }
    Demand tied = new Demand("tied", Demand.Relation.EQUAL, ties, true);
    List<String> names = IntStream.range(0, unknowns).mapToObj(k -> "w" + k).toList();
    Demands demands = Demands.of(List.of(tied), names);
    Parametrisation p = demands.parametrisation();
    assertEquals(60, p.dimension());
    double[] z = new double[60];
    z[3] = 1;
    z[17] = -2;
    z[44] = 0.5;
    Matrix truth = Matrix.adopt(6, terms, p.at(Vec.adopt(z)).toArray());
    Rows rows = Rows.planted(random, Rows.gaussian(random, 200, terms), truth, 0.5).dealt(20, 5);
    FoldedData data = rows.problem().data();
    RegressionProblem problem = demands.problem(data);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          Regression found = demands.within(Stlsq.defaults(), Sparsity.COORDINATES).solve(problem);
          assertEquals(Fits.support(truth), Fits.support(found.coefficients()));
          assertEquals(0, demands.residual(found.coefficients()), 1e-10);
          assertTrue(HeldOut.squaredErrors(problem, found).isPresent());
        });
  }
}
