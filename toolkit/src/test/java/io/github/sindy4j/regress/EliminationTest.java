package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: refitting from scratch by normal equations with multipliers. */
class EliminationTest {
  private static final int TERMS = 6;

  /** Correlated columns, two equations, noise. */
  private static Rows rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix mixing = Rows.gaussian(random, TERMS, TERMS);
    Matrix theta = Rows.gaussian(random, 80, TERMS).times(mixing);
    return Rows.planted(random, theta, Rows.gaussian(random, 2, TERMS), 0.3);
  }

  private static Matrix coefficients(List<Elimination> solved) {
    double[] w = new double[2 * TERMS];
    solved.forEach(elimination -> elimination.writeTo(w));
    return Matrix.adopt(2, TERMS, w);
  }

  private static void assertClose(Matrix expected, Matrix actual) {
    double size = Vec.adopt(expected.toArray()).norm();
    assertArrayEquals(expected.toArray(), actual.toArray(), 1e-10 * size);
  }

  @Test
  void theCostOfATermIsTheIncreaseOfTheSquaredErrorWhenTheRestIsRefitted() throws Exception {
    Rows rows = rows(1);
    Assembly assembly = new Assembly(rows.problem().data().whole(), rows.problem().constraint());
    List<Elimination> solved = assembly.solve(Naive.all(rows), Naive.ones(rows), 0);
    double before = Naive.objective(rows, Naive.free(rows, Naive.all(rows)), Naive.ones(rows));
    for (Elimination equation : solved) {
      for (int j = 0; j < equation.size(); j++) {
        List<Integer> rest = Naive.without(Naive.all(rows), equation.position(j));
        double after = Naive.objective(rows, Naive.free(rows, rest), Naive.ones(rows));
        assertEquals(after - before, equation.cost(j), 1e-9 * (after - before) + 1e-10 * before);
      }
    }
  }

  @Test
  void removingTermsOneByOneGivesTheFitsOfWhatIsLeft() throws Exception {
    Rows rows = rows(2);
    Assembly assembly = new Assembly(rows.problem().data().whole(), rows.problem().constraint());
    List<Elimination> solved = assembly.solve(Naive.all(rows), Naive.ones(rows), 0);
    List<Integer> support = Naive.all(rows);
    assertClose(Naive.free(rows, support), coefficients(solved));
    for (int j : new int[] {3, 0, 5, 1, 4, 2}) {
      for (Elimination equation : solved) {
        equation.remove(j);
        support = Naive.without(support, equation.position(j));
        assertClose(Naive.free(rows, support), coefficients(solved));
        assertEquals(0, equation.value(j));
        assertFalse(equation.isActive(j));
      }
    }
  }

  @Test
  void aRidgeIsKeptWhileTermsLeave() throws Exception {
    Rows rows = rows(3);
    Matrix none = Matrix.zeros(0, 2 * TERMS);
    Assembly assembly = new Assembly(rows.problem().data().whole(), rows.problem().constraint());
    List<Elimination> solved = assembly.solve(Naive.all(rows), Naive.ones(rows), 7);
    List<Integer> support = Naive.all(rows);
    for (int j : new int[] {1, 4, 0}) {
      solved.get(0).remove(j);
      support = Naive.without(support, j);
      Matrix expected =
          Naive.solve(rows, support, none, Vec.zeros(0), Naive.ones(rows), 7).orElseThrow();
      assertClose(expected, coefficients(solved));
    }
  }

  @Test
  void withinAConstraintRemovalsAreThoseOfTheConstrainedFit() throws Exception {
    Rows rows = rows(4);
    SplittableRandom random = new SplittableRandom(40);
    Matrix a = Rows.gaussian(random, 3, 2 * TERMS);
    Vec d = Vec.of(1, -2, 0.5);
    Vec scales = Vec.of(0.5, 3);
    RegressionProblem problem = rows.problem(new Constraint(a, d, "planted"));
    Elimination all =
        new Assembly(problem.data().whole(), problem.constraint())
            .solve(Naive.all(rows), scales, 0)
            .get(0);
    List<Integer> support = Naive.all(rows);
    for (int j : new int[] {3, 7, 0, 11, 5}) {
      double before =
          Naive.objective(rows, Naive.solve(rows, support, a, d, scales, 0).orElseThrow(), scales);
      support = Naive.without(support, j);
      Matrix expected = Naive.solve(rows, support, a, d, scales, 0).orElseThrow();
      double after = Naive.objective(rows, expected, scales);
      assertEquals(after - before, all.cost(j), 1e-9 * after);
      all.remove(j);
      assertClose(expected, coefficients(List.of(all)));
    }
  }

  @Test
  void aTermThatTheConstraintHoldsAwayFromZeroCannotLeave() throws Exception {
    Rows rows = rows(5);
    // w₀ = 10 and w₁ = 2 w₈, written as three redundant mixtures of the two.
    Matrix two = Matrix.zeros(2, 2 * TERMS);
    double[] values = two.toArray();
    values[0] = 1;
    values[2 * TERMS + 1] = 1;
    values[2 * TERMS + 8] = -2;
    Matrix mixing = Rows.gaussian(new SplittableRandom(50), 3, 2);
    Matrix a = mixing.times(Matrix.adopt(2, 2 * TERMS, values));
    Vec d = mixing.apply(Vec.of(10, 0));
    RegressionProblem problem = rows.problem(new Constraint(a, d, "x: t0 = 10"));
    Elimination all =
        new Assembly(problem.data().whole(), problem.constraint())
            .solve(Naive.all(rows), Naive.ones(rows), 0)
            .get(0);
    assertFalse(all.isRemovable(0));
    for (int j = 1; j < all.size(); j++) {
      assertTrue(all.isRemovable(j), "unknown " + j);
    }
    all.remove(8);
    assertFalse(all.isActive(1), "w₁ = 2 w₈ leaves together with w₈");
    for (int j = 2; j < all.size(); j++) {
      if (all.isActive(j)) {
        all.remove(j);
      }
    }
    assertFalse(all.isRemovable(0));
    assertEquals(10, all.value(0), 1e-9);
  }

  @Test
  void thePathIsBackwardEliminationByBruteForce() {
    for (long seed = 10; seed < 16; seed++) {
      Rows rows = rows(seed);
      Matrix none = Matrix.zeros(0, 2 * TERMS);
      List<List<Integer>> expected = bruteForce(rows, none, Vec.zeros(0));
      assertEquals(expected, supports(Stlsq.defaults().solve(rows.problem())), "seed " + seed);
    }
  }

  @Test
  void withinAConstraintThePathIsBackwardEliminationByBruteForceToo() {
    double[] pair = new double[2 * TERMS];
    pair[1] = 1;
    pair[TERMS] = 1;
    double[] fixed = new double[2 * TERMS];
    fixed[3] = 1;
    fixed[TERMS + 2] = 0.5;
    Matrix a = Matrix.ofRows(pair, fixed);
    Vec d = Vec.of(0, 2);
    for (long seed = 20; seed < 24; seed++) {
      Rows rows = rows(seed);
      RegressionProblem problem = rows.problem(new Constraint(a, d, "planted"));
      assertEquals(
          bruteForce(rows, a, d), supports(Stlsq.defaults().solve(problem)), "seed " + seed);
    }
  }

  private static List<List<Integer>> supports(Regression regression) {
    return regression.path().stream().map(row -> Fits.support(row.coefficients())).toList();
  }

  /**
   * Removes, as long as it can be, the unknown whose loss costs least in units of the residuals.
   */
  private static List<List<Integer>> bruteForce(Rows rows, Matrix a, Vec d) {
    Matrix full = Naive.solve(rows, Naive.all(rows), a, d, Naive.ones(rows), 0).orElseThrow();
    double[] spreads = new double[2];
    for (int i = 0; i < 2; i++) {
      spreads[i] = Math.sqrt(Naive.squaredError(rows, i, full.row(i)) / (rows.rows() - TERMS));
    }
    Vec scales = Vec.of(spreads);
    List<List<Integer>> supports = new ArrayList<>();
    List<Integer> support = Naive.all(rows);
    while (true) {
      supports.add(support);
      List<Integer> best = List.of();
      double least = Double.POSITIVE_INFINITY;
      for (int k : support) {
        var w = Naive.solve(rows, Naive.without(support, k), a, d, scales, 0);
        double after =
            w.map(found -> Naive.objective(rows, found, scales)).orElse(Double.POSITIVE_INFINITY);
        if (after < least) {
          least = after;
          best = Fits.support(w.orElseThrow().map(value -> Math.abs(value) < 1e-9 ? 0 : value));
        }
      }
      if (!Double.isFinite(least)) {
        return supports;
      }
      support = best;
    }
  }
}
