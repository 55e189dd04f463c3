package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Inverse;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Oracles: closed forms in one and two dimensions, every subset of planes tried, the splitting
 * where it works too, and the definition of a minimum: a subgradient of the penalties that cancels
 * the gradient of the data.
 */
class PenalisedProgrammeTest {
  private static final PenalisedRegression SOLVER = PenalisedRegression.defaults().withGap(1e-9);

  private static Penalty on(double weight, ConvexFunction function, int unknowns) {
    return Penalty.onCoefficients(weight, function, unknowns, "a penalty");
  }

  private static Vec nearest(double weight, PiecewiseLinear function, double... y) {
    PenalisedMinimum found =
        SOLVER.solve(
            PenalisedProblem.of(
                PenalisedData.distanceTo(y), List.of(on(weight, function, y.length))));
    assertInstanceOf(Outcome.Converged.class, found.outcome());
    return found.coefficients();
  }

  @Test
  void inOneDimensionTheMinimumIsShiftedOrInTheCorner() {
    for (double y : new double[] {-2, -0.4, -0.1, 0, 0.3, 0.7, 5}) {
      double dear = 0.5 * 2;
      double cheap = 0.5 * 0.5;
      double expected = y > dear ? y - dear : y < -cheap ? y + cheap : 0;
      assertEquals(expected, nearest(0.5, PiecewiseLinear.asymmetric(0.5, 2, 1), y).get(0), 1e-12);
      double limit = 0.2;
      double held = y > limit + 0.5 ? y - 0.5 : Math.min(y, limit);
      assertEquals(held, nearest(0.5, PiecewiseLinear.excess(Vec.of(limit)), y).get(0), 1e-12);
    }
  }

  /** The point less its projection onto the ball ‖·‖₁ ≤ λ, the dual of the largest entry. */
  @Test
  void inTwoDimensionsTheLargestEntryIsCutDownToTheOther() {
    PiecewiseLinear largest = PiecewiseLinear.largestEntries(List.of(2));
    for (double[] pair : new double[][] {{1, 2, 1}, {3, 0.5, 0.5}, {5, 0, 0}, {2, 1, 1}}) {
      Vec found = nearest(pair[0], largest, 3, -1);
      assertEquals(0, found.minus(Vec.of(pair[1], -pair[2])).norm(), 1e-12);
    }
  }

  /**
   * min ½ ‖w − y‖² + λ max(0, max_k p_k(w)): for one set of planes, 0 among them, it is least where
   * those are equal, with multipliers ≥ 0 that add up to λ, and no plane is above.
   */
  @Test
  void aMaximumOfPlanesIsLeastWhereSomeSetOfPlanesSays() {
    for (long seed = 0; seed < 12; seed++) {
      double weight = 0.3 + seed / 4.0;
      PiecewiseLinear g = PenalisedData.planes(seed, 2, true, 4);
      double[] y = PenalisedData.noise(100 + seed, 2, 1).scaled(3).toArray();
      Vec expected = bySubsets(g, weight, Vec.of(y));
      assertEquals(0, nearest(weight, g, y).minus(expected).norm(), 1e-10, "seed " + seed);
    }
  }

  private static Vec bySubsets(PiecewiseLinear g, double weight, Vec y) {
    Matrix a = g.slopes().toMatrix();
    for (int set = 1; set < 1 << 5; set++) {
      List<Vec> normals = new ArrayList<>();
      List<Double> offsets = new ArrayList<>();
      for (int k = 0; k < 5; k++) {
        if ((set >> k & 1) == 1) {
          normals.add(k < 4 ? a.row(k) : Vec.zeros(2));
          offsets.add(k < 4 ? g.offsets().get(k) : 0.0);
        }
      }
      int m = normals.size();
      if (m > 3) {
        continue;
      }
      // Unknown: μ and t. Planes at w = y − Σ μ a equal t; Σ μ = λ.
      double[][] system = new double[m + 1][m + 1];
      double[] right = new double[m + 1];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          system[i][j] = normals.get(i).dot(normals.get(j));
        }
        system[i][m] = 1;
        system[m][i] = 1;
        right[i] = normals.get(i).dot(y) + offsets.get(i);
      }
      right[m] = weight;
      Vec solved = Inverse.of(Matrix.ofRows(system)).apply(Vec.of(right));
      Vec w = y;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < m; i++) {
        w = w.plus(-solved.get(i), normals.get(i));
        least = Math.min(least, solved.get(i));
      }
      if (least >= -1e-12 && g.value(w) <= solved.get(m) + 1e-10 && solved.get(m) >= -1e-12) {
        return w;
      }
    }
    throw new AssertionError("no set of planes");
  }

  @Test
  void absoluteValuesHaveTheMinimumThatTheSplittingFinds() {
    for (int[] size : new int[][] {{30, 8}, {6, 10}, {60, 25}}) {
      for (double weight : new double[] {0.02, 0.3, 5}) {
        RegressionSummary data = PenalisedData.sparse(size[1], size[0], size[1]);
        PenalisedMinimum split =
            SOLVER.solve(PenalisedProblem.of(data, List.of(on(weight, new L1(), size[1]))));
        PenalisedMinimum found =
            SOLVER.solve(
                PenalisedProblem.of(
                    data, List.of(on(weight, PiecewiseLinear.absoluteValues(size[1]), size[1]))));
        assertEquals(split.value(), found.value(), 1e-6 * found.value());
        assertTrue(found.gap() <= 1e-9);
        assertTrue(split.dualValue() <= found.value() * (1 + 1e-12));
        assertTrue(found.dualValue() <= split.value() * (1 + 1e-12));
      }
    }
  }

  @Test
  void partsWithAProximalMapJoinThoseWithout() {
    RegressionSummary data = PenalisedData.sparse(5, 30, 8);
    PiecewiseLinear absolute = PiecewiseLinear.absoluteValues(8);
    for (Proximable part : List.of(new L1(), new ElasticNet(1.5))) {
      double ridge = ((Polyhedral) part).ridge();
      PenalisedProblem mixed =
          PenalisedProblem.of(data, List.of(on(0.1, part, 8), on(0.2, absolute, 8)));
      Proximable same = ridge > 0 ? new ElasticNet(ridge / 3) : part;
      PenalisedMinimum expected =
          SOLVER.solve(PenalisedProblem.of(data, List.of(on(0.3, same, 8))));
      PenalisedMinimum found = SOLVER.solve(mixed);
      assertEquals(expected.value(), found.value(), 1e-6 * found.value());
      assertMinimum(mixed, found);
    }
  }

  /** Λₖ is a subgradient of λₖ gₖ at Aₖ w, and ∇f(w) + Σ AₖᵀΛₖ ⟂ null(C). */
  private static void assertMinimum(PenalisedProblem problem, PenalisedMinimum found) {
    assertInstanceOf(Outcome.Converged.class, found.outcome());
    assertEquals(problem.value(found.coefficients()), found.value(), 1e-14 * found.value());
    assertEquals(0, found.constraintResidual(), 1e-12);
    Vec gradient = problem.gradient(found.coefficients());
    double size = gradient.norm();
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < problem.penalties().size(); k++) {
      Penalty penalty = problem.penalties().get(k);
      Vec dual = found.duals().get(k);
      gradient = gradient.plus(penalty.map().applyTranspose(dual));
      Vec z = penalty.map().apply(found.coefficients());
      double here = penalty.weight() * penalty.function().value(z);
      for (int draw = 0; draw < 300; draw++) {
        double length = Math.pow(10, draw % 7 - 4);
        Vec step = z.map(v -> length * random.nextGaussian());
        double there = penalty.weight() * penalty.function().value(z.plus(step));
        assertTrue(there >= here + dual.dot(step) - 1e-7 * (here + found.value()));
      }
    }
    NullSpace free =
        NullSpace.of(
            problem.constraint().map().toMatrix(), problem.constraint().target(), Tolerance.RANK);
    assertEquals(0, free.basis().applyTranspose(gradient).norm(), 1e-7 * (1 + size));
    for (int draw = 0; draw < 200; draw++) {
      double length = Math.pow(10, -draw % 5);
      Vec along = Vec.zeros(free.basis().cols()).map(zero -> length * random.nextGaussian());
      Vec other = found.coefficients().plus(free.basis().apply(along));
      assertTrue(problem.value(other) >= found.dualValue());
    }
  }

  @Test
  void everyMinimumSatisfiesItsConditionsOfOptimality() {
    for (long seed = 0; seed < 6; seed++) {
      for (int samples : new int[] {5, 30}) {
        RegressionSummary data = PenalisedData.sparse(seed, samples, 8);
        Constraint constraint =
            seed % 2 == 0
                ? Constraint.none(8)
                : new Constraint(PenalisedData.noise(seed, 2, 8), Vec.of(0.5, -1), "two equations");
        Matrix map = PenalisedData.noise(seed + 7, 9, 8);
        List<Penalty> penalties =
            List.of(
                on(0.3, PiecewiseLinear.largestEntries(List.of(3, 5)), 8),
                new Penalty(0.02, PenalisedData.planes(seed, 9, true, 4, 1, 3), map, "planes"),
                on(0.01, PiecewiseLinear.asymmetric(0, 2, 8), 8));
        PenalisedProblem problem = new PenalisedProblem(data, penalties, constraint);
        assertMinimum(problem, SOLVER.solve(problem));
      }
    }
  }

  @Test
  void severalEquationsMayShareAPenalty() {
    Matrix theta = PenalisedData.noise(1, 20, 4);
    RegressionSummary data =
        PenalisedData.summary(theta, PenalisedData.noise(2, 20, 3).scaled(1e-4));
    PenalisedProblem problem =
        PenalisedProblem.of(
            data, List.of(on(2e-5, PiecewiseLinear.largestEntries(List.of(4, 4, 4)), 12)));
    assertMinimum(problem, SOLVER.withGap(1e-8).solve(problem));
  }

  /** At a corner where all planes meet no multipliers are distinguished. */
  @Test
  void whereAllPlanesMeetTheGapIsClosedToo() {
    for (long seed = 0; seed < 10; seed++) {
      PenalisedProblem problem =
          PenalisedProblem.of(
              PenalisedData.sparse(seed, 30, 8),
              List.of(on(1, PiecewiseLinear.largestEntries(List.of(8)), 8)));
      double largest = problem.gradient(Vec.zeros(8)).map(Math::abs).dot(ones(8));
      PenalisedMinimum above = SOLVER.solve(problem.times(1.01 * largest));
      assertTrue(above.gap() <= 1e-9, "seed " + seed);
      assertEquals(0, above.coefficients().norm(), 1e-12);
    }
  }

  private static Vec ones(int size) {
    return Vec.zeros(size).map(zero -> 1);
  }

  @Test
  void columnsOfAnySizeGiveTheSameMinimum() {
    Matrix theta = PenalisedData.noise(4, 30, 6);
    Matrix y = PenalisedData.noise(5, 30, 1);
    Vec units = Vec.of(1e-6, 1, 1e5, 1e-3, 1, 1e6);
    PiecewiseLinear g = PiecewiseLinear.asymmetric(0.5, 1, 6);
    Vec plain =
        SOLVER
            .solve(PenalisedProblem.of(PenalisedData.summary(theta, y), List.of(on(0.05, g, 6))))
            .coefficients();
    Penalty scaled = new Penalty(0.05e9, g, Matrix.identity(6).columnsTimes(units), "scaled");
    PenalisedMinimum found =
        SOLVER.solve(
            PenalisedProblem.of(
                PenalisedData.summary(theta.columnsTimes(units), y.scaled(1e9)), List.of(scaled)));
    assertInstanceOf(Outcome.Converged.class, found.outcome());
    assertEquals(0, found.coefficients().timesEach(units).times(1e-9).minus(plain).norm(), 1e-8);
  }

  @Test
  void whatNoSolverTakesTogetherIsRefusedByName() {
    PenalisedProblem problem =
        PenalisedProblem.of(
            PenalisedData.sparse(1, 20, 6),
            List.of(
                Penalty.onCoefficients(1, new NuclearNorm(2, 3), 6, "promotes translations"),
                Penalty.onCoefficients(1, PiecewiseLinear.excess(Vec.zeros(6)), 6, "keeps signs")));
    Unsupported refusal = assertThrows(Unsupported.class, () -> SOLVER.solve(problem));
    assertTrue(refusal.getMessage().contains("NuclearNorm (promotes translations)"));
    assertTrue(refusal.getMessage().contains("PiecewiseLinear (keeps signs)"));
    assertThrows(Unsupported.class, () -> SOLVER.path(problem, List.of(0.5)));
    assertInstanceOf(Outcome.Converged.class, SOLVER.solve(problem.times(0)).outcome());
  }

  @Test
  void contradictionsAreOutcomes() {
    Constraint impossible =
        new Constraint(
            Matrix.ofRows(new double[] {1, 0}, new double[] {1, 0}), Vec.of(0, 1), "a = 0 and 1");
    PenalisedProblem problem =
        new PenalisedProblem(
            PenalisedData.sparse(23, 20, 2),
            List.of(on(1, PiecewiseLinear.absoluteValues(2), 2)),
            impossible);
    assertEquals(new Outcome.Infeasible("a = 0 and 1"), SOLVER.solve(problem).outcome());
  }

  @Test
  void oneConstraintForEveryUnknownLeavesNothingToMinimise() {
    Constraint all = new Constraint(Matrix.identity(3), Vec.of(1, -2, 3), "given");
    PenalisedProblem problem =
        new PenalisedProblem(
            PenalisedData.sparse(24, 20, 3),
            List.of(on(1, PiecewiseLinear.largestEntries(List.of(3)), 3)),
            all);
    PenalisedMinimum found = SOLVER.solve(problem);
    assertEquals(0, found.coefficients().minus(Vec.of(1, -2, 3)).norm(), 1e-14);
    assertTrue(found.gap() <= 1e-9);
  }

  @Test
  void theSameProblemGivesTheSameBits() {
    PenalisedProblem problem =
        PenalisedProblem.of(
            PenalisedData.sparse(25, 6, 8),
            List.of(on(0.1, PiecewiseLinear.largestEntries(Collections.nCopies(4, 2)), 8)));
    assertEquals(SOLVER.solve(problem), SOLVER.solve(problem));
  }
}
