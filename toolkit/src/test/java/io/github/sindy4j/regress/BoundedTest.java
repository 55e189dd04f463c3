package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Oracle: every set of active inequalities tried in turn. */
class BoundedTest {
  private static final int TERMS = 4;
  private static final List<String> NAMES =
      List.of("a: 1", "a: x", "a: y", "a: z", "b: 1", "b: x", "b: y", "b: z");

  private static double[] row(Demand demand) {
    double[] row = new double[2 * TERMS];
    demand.rows().get(0).entries().forEach((k, value) -> row[k] = value.doubleValue());
    return row;
  }

  /** The best feasible fit that is the best on some set of active inequalities. */
  private static Matrix bruteForce(Rows rows, List<Demand> equal, List<Demand> bounds) {
    Optional<Matrix> best = Optional.empty();
    for (int set = 0; set < 1 << bounds.size(); set++) {
      List<Demand> active = new ArrayList<>(equal);
      for (int b = 0; b < bounds.size(); b++) {
        if ((set >> b & 1) == 1) {
          active.add(bounds.get(b));
        }
      }
      Matrix a =
          active.isEmpty()
              ? Matrix.zeros(0, 2 * TERMS)
              : Matrix.ofRows(active.stream().map(BoundedTest::row).toArray(double[][]::new));
      Vec d =
          Vec.adopt(
              active.stream()
                  .mapToDouble(one -> one.rows().get(0).target().doubleValue())
                  .toArray());
      Optional<Matrix> w = Naive.solve(rows, Naive.all(rows), a, d, Naive.ones(rows), 0);
      boolean better =
          w.isPresent()
              && bounds.stream().allMatch(bound -> excess(bound, w.get()) <= 1e-9)
              && (best.isEmpty()
                  || Naive.objective(rows, w.get(), Naive.ones(rows))
                      < Naive.objective(rows, best.get(), Naive.ones(rows)));
      best = better ? w : best;
    }
    return best.orElseThrow();
  }

  private static double excess(Demand bound, Matrix w) {
    return Vec.of(row(bound)).dot(Vec.adopt(w.toArray()))
        - bound.rows().get(0).target().doubleValue();
  }

  private static Demand demand(SplittableRandom random, Demand.Relation relation, double size) {
    TreeMap<Integer, Rational> entries = new TreeMap<>();
    for (int e = 0; e < 1 + random.nextInt(3); e++) {
      entries.put(random.nextInt(2 * TERMS), Rational.of(random.nextBoolean() ? 1 : -1));
    }
    Rational target = Rational.simplest(Math.rint(size * random.nextDouble() * 10) / 10);
    Demand.Row row = new Demand.Row(entries, target);
    return new Demand(entries + " " + relation + " " + target, relation, List.of(row), true);
  }

  @Test
  void leastSquaresWithinBoundsIsTheBestOverAllSetsOfActiveOnes() {
    int pulled = 0;
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Matrix mixing = Rows.gaussian(random, TERMS, TERMS);
      Matrix theta = Rows.gaussian(random, 40, TERMS).times(mixing);
      Rows rows = Rows.planted(random, theta, Rows.gaussian(random, 2, TERMS), 0.5);
      List<Demand> bounds = new ArrayList<>();
      for (int b = 0; b < 1 + random.nextInt(6); b++) {
        bounds.add(demand(random, Demand.Relation.AT_MOST, random.nextBoolean() ? 0 : 1));
      }
      List<Demand> equal =
          random.nextInt(3) == 0 ? List.of(demand(random, Demand.Relation.EQUAL, 0)) : List.of();
      List<Demand> all = new ArrayList<>(bounds);
      all.addAll(equal);
      Demands demands = Demands.of(all, NAMES);
      RegressionProblem problem = demands.problem(rows.problem().data());
      Matrix expected = bruteForce(rows, equal, bounds);
      Regression found = demands.within(new LeastSquares(), Sparsity.COORDINATES).solve(problem);
      assertArrayEquals(
          expected.toArray(), found.coefficients().toArray(), 1e-8, "seed " + seed + ": " + all);
      assertEquals(0, demands.residual(found.coefficients()), 1e-10);
      int dimensions = found.freedom().stream().mapToInt(f -> f.factor().cols()).sum();
      pulled += dimensions < demands.parametrisation().dimension() ? 1 : 0;
    }
    assertTrue(pulled > 40 && pulled < 100, "bounds pulled in " + pulled);
  }

  @Test
  void boundsThatDoNotPullChangeNothing() {
    SplittableRandom random = new SplittableRandom(2);
    Matrix truth = Matrix.ofRows(new double[] {1, 0, -2, 0}, new double[] {0, 1.5, 0, 0});
    Rows rows = Rows.planted(random, Rows.gaussian(random, 80, TERMS), truth, 0.1);
    Demand loose =
        ParametrisationTest.atMost("a: 1 <= 3", new double[] {1, 0, 0, 0, 0, 0, 0, 0}, 3);
    Demands demands = Demands.of(List.of(loose), NAMES);
    Regression plain = Stlsq.defaults().solve(rows.problem());
    Regression within =
        demands.within(Stlsq.defaults(), Sparsity.COORDINATES).solve(rows.problem());
    assertEquals(plain.coefficients(), within.coefficients());
    assertEquals(plain.freedom(), within.freedom());
    assertTrue(within.path().size() <= plain.path().size());
  }

  @Test
  void whatTheSignForbidsLeavesAndTheRestIsTheBestWithoutIt() {
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Matrix truth = Matrix.ofRows(new double[] {1, 0.4, -2, 0}, new double[] {0, 1.5, 0, 0});
      Rows rows = Rows.planted(random, Rows.gaussian(random, 200, TERMS), truth, 0.1);
      Demand sign =
          ParametrisationTest.atMost("a: x <= 0", new double[] {0, 1, 0, 0, 0, 0, 0, 0}, 0);
      Demands demands = Demands.of(List.of(sign), NAMES);
      SparseRegressor regressor = demands.within(Stlsq.defaults(), Sparsity.COORDINATES);
      Regression found = regressor.solve(rows.problem());
      assertEquals(List.of(0, 2, 5), Fits.support(found.coefficients()), "seed " + seed);
      assertArrayEquals(
          Naive.free(rows, List.of(0, 2, 5)).toArray(), found.coefficients().toArray(), 1e-9);
      assertTrue(HeldOut.squaredErrors(rows.problem(), found).isPresent());
      for (ParetoRow row : found.path()) {
        assertEquals(0, demands.residual(row.coefficients()), 1e-10);
        Regression refit = regressor.refit(rows.problem(), found, row.coefficients());
        assertEquals(Fits.support(row.coefficients()), Fits.support(refit.coefficients()));
      }
    }
  }
}
