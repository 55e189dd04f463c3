package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.QuadraticProgramme;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracles: closed forms at w = 0, bounded least squares, and solves on either side. */
class LargestPolyhedralFactorTest {
  private static final PenalisedRegression SOLVER = PenalisedRegression.defaults().withGap(1e-9);

  private static Penalty on(double weight, ConvexFunction function, int unknowns) {
    return Penalty.onCoefficients(weight, function, unknowns, "a penalty");
  }

  private static Vec ones(int size) {
    return Vec.zeros(size).map(zero -> 1);
  }

  /** Closed forms: the dual norm of the pull of the data at w = 0. */
  @Test
  void theLargestFactorIsTheDualOfTheSlopesAtZero() {
    RegressionSummary data = PenalisedData.sparse(19, 30, 8);
    Vec pull = PenalisedProblem.of(data, List.of()).gradient(Vec.zeros(8)).times(-1);
    double above = pull.map(v -> Math.max(0, v)).maxAbs();
    double below = pull.map(v -> Math.max(0, -v)).maxAbs();
    assertLargest(data, PiecewiseLinear.absoluteValues(8), pull.maxAbs());
    assertLargest(data, PiecewiseLinear.asymmetric(0.3, 2, 8), Math.max(above / 2, below / 0.3));
    assertLargest(
        data,
        PiecewiseLinear.largestEntries(List.of(3, 5)),
        Math.max(
            pull.slice(0, 3).map(Math::abs).dot(ones(3)),
            pull.slice(3, 8).map(Math::abs).dot(ones(5))));
  }

  private static void assertLargest(RegressionSummary data, PiecewiseLinear g, double expected) {
    for (double weight : new double[] {1e-4, 2, 1e4}) {
      PenalisedProblem problem = PenalisedProblem.of(data, List.of(on(weight, g, 8)));
      assertEquals(expected, weight * SOLVER.largestFactor(problem), 1e-7 * expected);
    }
  }

  @Test
  void fromTheLargestFactorOnPenaltiesVanishAndBelowItTheyDoNot() {
    RegressionSummary many = PenalisedData.sparse(3, 30, 8);
    assertVanishing(many, PiecewiseLinear.excess(Vec.of(1, 1, -9, -9, 0, 0, -5, 2)));
    assertVanishing(many, PenalisedData.planes(2, 8, true, 3, 3));
    assertVanishing(many, PiecewiseLinear.largestEntries(List.of(4, 4)));
    assertVanishing(PenalisedData.sparse(3, 5, 8), PiecewiseLinear.largestEntries(List.of(4, 4)));
  }

  private static void assertVanishing(RegressionSummary data, PiecewiseLinear g) {
    PenalisedProblem problem = PenalisedProblem.of(data, List.of(on(0.1, g, 8)));
    List<PenalisedMinimum> path = SOLVER.path(problem, List.of(1.0, 0.99, 0.5, 0.01));
    assertEquals(0, g.value(path.get(0).coefficients()), 1e-7);
    double before = 0;
    for (PenalisedMinimum step : path.subList(1, 4)) {
      assertInstanceOf(Outcome.Converged.class, step.outcome());
      double now = g.value(step.coefficients());
      assertTrue(now > before + 1e-6, now + " after " + before);
      before = now;
    }
  }

  /** From some price on, limits that may be broken are not: bounded least squares. */
  @Test
  void atTheLargestFactorInequalitiesHold() {
    Vec limits = Vec.of(0.1, 2, -1, 0, 0.3, 3, -2, 1);
    RegressionSummary data = PenalisedData.sparse(6, 40, 8);
    PenalisedProblem problem =
        PenalisedProblem.of(data, List.of(on(1, PiecewiseLinear.excess(limits), 8)));
    Vec bounded =
        new QuadraticProgramme(
                problem.curvature(),
                problem.gradient(Vec.zeros(8)).times(-1),
                Matrix.zeros(0, 8),
                Vec.zeros(0),
                Matrix.identity(8),
                limits)
            .solve()
            .orElseThrow()
            .x();
    double largest = SOLVER.largestFactor(problem);
    Vec found = SOLVER.solve(problem.times(1.001 * largest)).coefficients();
    assertEquals(0, found.minus(bounded).norm(), 1e-8);
    Vec less = SOLVER.solve(problem.times(0.9 * largest)).coefficients();
    assertTrue(less.minus(bounded).norm() > 1e-4);
  }

  @Test
  void withoutNeedNoWeightIsUseful() {
    RegressionSummary data = PenalisedData.distanceTo(1, -2);
    PiecewiseLinear idle = PiecewiseLinear.excess(Vec.of(5, 5));
    assertEquals(0, SOLVER.largestFactor(PenalisedProblem.of(data, List.of(on(1, idle, 2)))));
  }

  @Test
  void whatAConstraintKeepsFromVanishingHasNoLargestFactor() {
    Constraint one = new Constraint(Matrix.ofRows(new double[] {1, 0}), Vec.of(1), "a = 1");
    PenalisedProblem problem =
        new PenalisedProblem(
            PenalisedData.sparse(21, 20, 2),
            List.of(on(1, PiecewiseLinear.largestEntries(List.of(2)), 2)),
            one);
    assertEquals(Double.POSITIVE_INFINITY, SOLVER.largestFactor(problem));
    assertThrows(BadSetting.class, () -> SOLVER.path(problem, List.of(0.5)));
  }
}
