package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SparseRegressor} keeps: planted models, constraints to 10⁻¹⁰ of their size,
 * honest reports. The planted coefficients are 0 or between 1 and 2 in size.
 */
public interface SparseRegressorContract {
  /** The number of terms of the planted models. */
  int TERMS = 7;

  /** The regressor under test. */
  SparseRegressor subject();

  /** How far from planted coefficients it may stay on exact rows. */
  default double accuracy() {
    return 1e-10;
  }

  /** Whether it sets coefficients to zero. */
  default boolean isSparse() {
    return true;
  }

  /** Whether columns in other units give the same model in other units. */
  default boolean isFreeOfUnits() {
    return true;
  }

  /** Three equations of two or three terms each. */
  static Matrix planted() {
    return Matrix.ofRows(
        new double[] {0, 1.5, 0, -1, 0, 0, 0},
        new double[] {1, 0, 0, 0, -2, 0, 1.2},
        new double[] {0, 0, -1.1, 0, 0, 1.9, 0});
  }

  /** Demands that A vec(W) = d to 10⁻¹⁰ of its norm, and that the regressor says that it does. */
  static void assertSatisfies(Matrix a, Vec d, Regression regression) {
    assertInstanceOf(Outcome.Converged.class, regression.outcome());
    Vec w = Vec.adopt(regression.coefficients().toArray());
    double size = Vec.adopt(a.toArray()).norm() * w.norm() + d.norm();
    assertEquals(0, a.apply(w).minus(d).norm(), 1e-10 * size);
  }

  /** The row vector with these entries at (equation, term) of vec(W). */
  static double[] demand(double... equationTermFactor) {
    double[] row = new double[3 * TERMS];
    for (int k = 0; k < equationTermFactor.length; k += 3) {
      int position = ((int) equationTermFactor[k]) * TERMS + ((int) equationTermFactor[k + 1]);
      row[position] = equationTermFactor[k + 2];
    }
    return row;
  }

  private static Rows noisy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Rows.planted(random, Rows.gaussian(random, 200, TERMS), planted(), 0.1);
  }

  @Test
  default void plantedModelsAreRecoveredFromExactRows() {
    for (long seed = 1; seed <= 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows = Rows.planted(random, Rows.gaussian(random, 100, TERMS), planted(), 0);
      Matrix w = subject().solve(rows.problem()).coefficients();
      assertArrayEquals(planted().toArray(), w.toArray(), accuracy());
      if (isSparse()) {
        assertEquals(Fits.support(planted()), Fits.support(w), "the terms");
      }
    }
  }

  @Test
  default void constraintsThatCoupleEquationsAreSatisfied() {
    for (long seed = 1; seed <= 10; seed++) {
      Matrix a =
          Matrix.ofRows(
              demand(0, 1, 1, 1, 0, 1), demand(1, 4, 1, 2, 5, 1), demand(2, 2, 1, 0, 3, -2));
      Vec d = Vec.of(0, 0.5, 1);
      RegressionProblem problem = noisy(seed).problem(new Constraint(a, d, "coupled"));
      assertSatisfies(a, d, subject().solve(problem));
    }
  }

  @Test
  default void redundantDemandsAreAsGoodAsTheirBasis() {
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(100 + seed);
      Matrix basis = Rows.gaussian(random, 2, 3 * TERMS);
      Matrix mixing = Rows.gaussian(random, 5, 2);
      Vec d = Vec.of(1, -2);
      Rows rows = noisy(seed);
      Regression few = subject().solve(rows.problem(new Constraint(basis, d, "two")));
      Matrix many = mixing.times(basis);
      Regression same =
          subject().solve(rows.problem(new Constraint(many, mixing.apply(d), "five")));
      assertSatisfies(basis, d, few);
      assertSatisfies(many, mixing.apply(d), same);
      assertArrayEquals(few.coefficients().toArray(), same.coefficients().toArray(), 1e-9);
    }
  }

  @Test
  default void aCoefficientFixedAtAValueHasItWhateverIsSmaller() {
    for (long seed = 1; seed <= 10; seed++) {
      for (double value : new double[] {10, 0.01, -1e-3}) {
        // Mixed with another demand, so that the fixed value is known by elimination only.
        Matrix mixing = Rows.gaussian(new SplittableRandom(200 + seed), 3, 3);
        Matrix plain =
            Matrix.ofRows(demand(0, 0, 1), demand(1, 2, 1, 2, 3, 1), demand(0, 5, 1, 1, 1, -1));
        Matrix a = mixing.times(plain);
        Vec d = mixing.apply(Vec.of(value, 0, 0.3));
        RegressionProblem problem = noisy(seed).problem(new Constraint(a, d, "x: y = " + value));
        Regression regression = subject().solve(problem);
        assertSatisfies(a, d, regression);
        assertEquals(value, regression.coefficients().get(0, 0), 1e-9);
      }
    }
  }

  @Test
  default void aDemandThatNothingSatisfiesIsInfeasibleWithItsReason() {
    Matrix a = Matrix.ofRows(demand(0, 1, 1, 1, 2, 1), demand(0, 1, 2, 1, 2, 2));
    Constraint constraint = new Constraint(a, Vec.of(1, 3), "x: y = 1 and x: y = 1.5");
    Regression regression = subject().solve(noisy(1).problem(constraint));
    Outcome.Infeasible outcome = assertInstanceOf(Outcome.Infeasible.class, regression.outcome());
    assertEquals("x: y = 1 and x: y = 1.5", outcome.reason());
    assertTrue(outcome.text().contains("x: y = 1 and x: y = 1.5"), outcome.text());
  }

  @Test
  default void responsesThatAreZeroHaveNoTerms() {
    SplittableRandom random = new SplittableRandom(3);
    Rows rows = Rows.of(Rows.gaussian(random, 60, TERMS), Matrix.zeros(60, 2));
    Regression regression = subject().solve(rows.problem());
    assertEquals(0, Vec.adopt(regression.coefficients().toArray()).maxAbs());
    assertInstanceOf(Outcome.Converged.class, regression.outcome());
  }

  @Test
  default void theProblemIsLeftAsItWasAndGivesTheSameBitsTwice() {
    Matrix a = Matrix.ofRows(demand(0, 1, 1, 1, 0, 1));
    RegressionProblem problem = noisy(4).problem(new Constraint(a, Vec.of(0.25), "coupled"));
    List<RegressionSummary> before =
        problem.data().folds().stream()
            .map(
                fold ->
                    new RegressionSummary(
                        fold.terms(),
                        Matrix.adopt(
                            fold.triangle().rows(),
                            fold.triangle().cols(),
                            fold.triangle().toArray()),
                        Vec.of(fold.columnSums().toArray()),
                        fold.samples()))
            .toList();
    Regression first = subject().solve(problem);
    Regression second = subject().solve(problem);
    assertEquals(before, problem.data().folds());
    assertEquals(Matrix.ofRows(demand(0, 1, 1, 1, 0, 1)), problem.constraint().map().toMatrix());
    assertTrue(
        Arrays.equals(first.coefficients().toArray(), second.coefficients().toArray()),
        "same bits");
    assertEquals(first.path(), second.path());
    assertEquals(first.freedom(), second.freedom());
  }

  @Test
  default void aDemandTellsCoincidingColumnsApart() {
    SplittableRandom random = new SplittableRandom(8);
    Matrix two = Rows.gaussian(random, 60, 2);
    Matrix theta =
        Matrix.ofColumns(two.col(0).toArray(), two.col(0).toArray(), two.col(1).toArray());
    Rows rows = Rows.planted(random, theta, Matrix.ofRows(new double[] {1, 2, 0.5}), 0);
    Matrix onLater = Matrix.ofRows(new double[] {0, 1, 0});
    Matrix onFirst = Matrix.ofRows(new double[] {1, 0, 0});
    for (Constraint demand :
        new Constraint[] {
          new Constraint(onLater, Vec.of(2), "b = 2"), new Constraint(onFirst, Vec.of(1), "a = 1")
        }) {
      Regression regression = subject().solve(rows.problem(demand));
      assertSatisfies(demand.map().toMatrix(), demand.target(), regression);
      assertArrayEquals(
          new double[] {1, 2, 0.5}, regression.coefficients().toArray(), 10 * accuracy());
    }
  }

  @Test
  default void columnsThatCoincideAreReportedAndTheModelStillPredicts() {
    SplittableRandom random = new SplittableRandom(5);
    Matrix six = Rows.gaussian(random, 100, 6);
    double[][] columns = new double[TERMS][];
    for (int j = 0; j < 6; j++) {
      columns[j] = six.col(j).toArray();
    }
    columns[6] = six.col(1).times(2).minus(six.col(4)).toArray();
    Rows rows = Rows.planted(random, Matrix.ofColumns(columns), planted(), 0);
    Regression regression = subject().solve(rows.problem());
    assertEquals(1, regression.undecided().size());
    assertArrayEquals(
        new double[] {0, -2, 0, 0, 1, 0, 1}, regression.undecided().get(0).toArray(), 1e-12);
    for (int i = 0; i < 3; i++) {
      double error = Math.sqrt(Naive.squaredError(rows, i, regression.coefficients().row(i)));
      assertEquals(0, error / rows.y().col(i).norm(), 10 * accuracy());
    }
  }

  @Test
  default void columnsInUnitsFarApartGiveTheSameModelInThoseUnits() {
    assumeTrue(isFreeOfUnits(), "it compares coefficients in the units it is given");
    double[] units = {1e12, 1, 1e-12, 1e6, 1e-3, 1e-9, 1e12};
    Rows plain = noisy(6);
    Rows scaled = inUnits(plain, units);
    Matrix expected = subject().solve(plain.problem()).coefficients();
    assertInUnits(expected, subject().solve(scaled.problem()).coefficients(), units);
  }

  @Test
  default void constraintsOnColumnsInUnitsFarApartAreTheSameInThoseUnits() {
    assumeTrue(isFreeOfUnits(), "it compares coefficients in the units it is given");
    double[] units = {1e12, 1, 1e-12, 1e6, 1e-3, 1e-9, 1e12};
    Rows plain = noisy(7);
    Matrix a = Matrix.ofRows(demand(0, 1, 1, 1, 0, 1), demand(2, 5, 1, 0, 2, -1));
    double[] inUnits = a.toArray();
    for (int k = 0; k < inUnits.length; k++) {
      inUnits[k] *= units[k % TERMS];
    }
    Matrix scaledMap = Matrix.adopt(2, 3 * TERMS, inUnits);
    Vec d = Vec.of(0.25, 2.5);
    Matrix expected =
        subject().solve(plain.problem(new Constraint(a, d, "coupled"))).coefficients();
    Regression actual =
        subject().solve(inUnits(plain, units).problem(new Constraint(scaledMap, d, "coupled")));
    assertInstanceOf(Outcome.Converged.class, actual.outcome());
    assertInUnits(expected, actual.coefficients(), units);
  }

  /** {@code statement}: Σ factor w(equation, term) = target, entries as in {@link #demand}. */
  static Demand equality(String statement, double target, double... equationTermFactor) {
    return stated(statement, Demand.Relation.EQUAL, target, equationTermFactor);
  }

  /** {@code statement}: Σ factor w(equation, term) ≤ target, entries as in {@link #demand}. */
  static Demand inequality(String statement, double target, double... equationTermFactor) {
    return stated(statement, Demand.Relation.AT_MOST, target, equationTermFactor);
  }

  private static Demand stated(
      String statement, Demand.Relation relation, double target, double... equationTermFactor) {
    double[] row = demand(equationTermFactor);
    TreeMap<Integer, Rational> entries = new TreeMap<>();
    for (int k = 0; k < row.length; k++) {
      if (row[k] != 0) {
        entries.put(k, Rational.simplest(row[k]));
      }
    }
    Demand.Row made = new Demand.Row(entries, Rational.simplest(target));
    return new Demand(statement, relation, List.of(made), true);
  }

  /** Sets of equalities that the planted model satisfies: coupling, fixing values, and both. */
  static List<List<Demand>> trueDemands() {
    List<Demand> coupling =
        List.of(
            equality("2 a: b = 3 b: a", 0, 0, 1, 2, 1, 0, -3),
            equality("a: d + b: a = 0", 0, 0, 3, 1, 1, 0, 1),
            equality("a: a = c: g", 0, 0, 0, 1, 2, 6, -1));
    List<Demand> fixing =
        List.of(equality("b: e = -2", -2, 1, 4, 1), equality("b: b = 0", 0, 1, 1, 1));
    List<Demand> both = new ArrayList<>(coupling);
    both.addAll(fixing);
    return List.of(coupling, fixing, both);
  }

  /** The names of the coefficients of the planted models. */
  static List<String> coefficientNames() {
    List<String> names = new ArrayList<>();
    for (String equation : List.of("a", "b", "c")) {
      for (String term : List.of("a", "b", "c", "d", "e", "f", "g")) {
        names.add(equation + ": " + term);
      }
    }
    return names;
  }

  @Test
  default void demandsAreSatisfiedToTenDigitsWhateverTheyAre() {
    List<Demand> untrue =
        List.of(
            equality("a: b = 10", 10, 0, 1, 1),
            equality("a: c + b: c + c: c = 1/3", 1 / 3.0, 0, 2, 1, 1, 2, 1, 2, 2, 1));
    List<List<Demand>> sets = new ArrayList<>(trueDemands());
    sets.add(untrue);
    for (List<Demand> set : sets) {
      Demands demands = Demands.of(set, coefficientNames());
      for (Sparsity on : Sparsity.values()) {
        for (long seed = 1; seed <= 3; seed++) {
          RegressionProblem problem = demands.problem(noisy(seed).problem().data());
          Regression regression = demands.within(subject(), on).solve(problem);
          assertInstanceOf(Outcome.Converged.class, regression.outcome());
          assertEquals(0, demands.residual(regression.coefficients()), 1e-10, on + ": " + set);
          for (ParetoRow row : regression.path()) {
            assertEquals(0, demands.residual(row.coefficients()), 1e-10, on + ": " + set);
          }
        }
      }
    }
  }

  @Test
  default void plantedModelsWithinDemandsAreRecoveredFromExactRows() {
    for (List<Demand> set : trueDemands()) {
      Demands demands = Demands.of(set, coefficientNames());
      for (Sparsity on : Sparsity.values()) {
        SplittableRandom random = new SplittableRandom(9);
        Rows rows = Rows.planted(random, Rows.gaussian(random, 100, TERMS), planted(), 0);
        Regression regression =
            demands.within(subject(), on).solve(demands.problem(rows.problem().data()));
        assertArrayEquals(
            planted().toArray(), regression.coefficients().toArray(), 100 * accuracy());
        if (isSparse()) {
          assertEquals(Fits.support(planted()), Fits.support(regression.coefficients()), "terms");
        }
      }
    }
  }

  @Test
  default void boundsAreMetToTenDigitsAndTermsAtZeroLeave() {
    for (long seed = 1; seed <= 5; seed++) {
      for (Sparsity on : Sparsity.values()) {
        Demands demands =
            Demands.of(
                List.of(
                    inequality("a: b <= 1", 1, 0, 1, 1),
                    inequality("a: d >= 0", 0, 0, 3, -1),
                    inequality("b: a + c: f <= 2", 2, 1, 0, 1, 2, 5, 1),
                    inequality("c: c <= 5", 5, 2, 2, 1),
                    equality("b: e = -2", -2, 1, 4, 1)),
                coefficientNames());
        RegressionProblem problem = demands.problem(noisy(seed).problem().data());
        Regression regression = demands.within(subject(), on).solve(problem);
        Matrix w = regression.coefficients();
        assertInstanceOf(Outcome.Converged.class, regression.outcome());
        assertEquals(0, demands.residual(w), 1e-10);
        assertEquals(1, w.get(0, 1), 1e-12, "held at its bound");
        assertEquals(0, w.get(0, 3), "held at zero by its sign");
        assertEquals(2, w.get(1, 0) + w.get(2, 5), 1e-12, "held at its bound");
        assertEquals(-1.1, w.get(2, 2), 0.3, "not held");
      }
    }
  }

  private static Rows inUnits(Rows rows, double[] units) {
    double[][] columns = new double[units.length][];
    for (int j = 0; j < units.length; j++) {
      columns[j] = rows.theta().col(j).times(units[j]).toArray();
    }
    return Rows.of(Matrix.ofColumns(columns), rows.y());
  }

  private static void assertInUnits(Matrix expected, Matrix actual, double[] units) {
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        assertEquals(
            expected.get(i, j), actual.get(i, j) * units[j], 1e-9, "W(" + i + ", " + j + ")");
      }
    }
  }
}
