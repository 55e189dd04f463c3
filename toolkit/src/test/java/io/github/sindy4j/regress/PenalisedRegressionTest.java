package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Inverse;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.QuadraticProgramme;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Oracles: ojAlgo's quadratic programmes for what is one (L1, elastic net, also under constraints),
 * closed forms, the conditions of optimality written out, planted truths; and the duality gap.
 */
class PenalisedRegressionTest {
  private static final PenalisedRegression SOLVER = PenalisedRegression.defaults().withGap(1e-9);

  private static Penalty few(double weight, int unknowns) {
    return Penalty.onCoefficients(weight, new L1(), unknowns, "few terms");
  }

  /** w = u − v with u, v ≥ 0: min f(w) + λ Σ (u + v) + ½ (ridge) ‖w‖², with C w = d. */
  private static Vec byQuadraticProgramme(
      PenalisedProblem problem, double weight, double ridge, Constraint constraint) {
    int f = problem.unknowns();
    Matrix h = problem.curvature().plus(ridge, Matrix.identity(f));
    Vec slope = problem.gradient(Vec.zeros(f));
    double[] q = new double[4 * f * f];
    double[] c = new double[2 * f];
    double[] bounds = new double[4 * f * f];
    Matrix map = constraint.map().toMatrix();
    double[] equal = new double[map.rows() * 2 * f];
    for (int i = 0; i < f; i++) {
      c[i] = -slope.get(i) - weight;
      c[f + i] = slope.get(i) - weight;
      bounds[i * 2 * f + i] = -1;
      bounds[(f + i) * 2 * f + f + i] = -1;
      for (int j = 0; j < f; j++) {
        double tiny = i == j ? 1e-11 : 0;
        q[i * 2 * f + j] = h.get(i, j) + tiny;
        q[(f + i) * 2 * f + f + j] = h.get(i, j) + tiny;
        q[i * 2 * f + f + j] = -h.get(i, j);
        q[(f + i) * 2 * f + j] = -h.get(i, j);
      }
      for (int r = 0; r < map.rows(); r++) {
        equal[r * 2 * f + i] = map.get(r, i);
        equal[r * 2 * f + f + i] = -map.get(r, i);
      }
    }
    Vec split =
        new QuadraticProgramme(
                Matrix.adopt(2 * f, 2 * f, q),
                Vec.of(c),
                Matrix.adopt(map.rows(), 2 * f, equal),
                constraint.target(),
                Matrix.adopt(2 * f, 2 * f, bounds),
                Vec.zeros(2 * f))
            .solve()
            .orElseThrow()
            .x();
    return split.slice(0, f).minus(split.slice(f, 2 * f));
  }

  private static void assertMinimum(PenalisedMinimum found, PenalisedProblem problem, Vec rival) {
    assertInstanceOf(Outcome.Converged.class, found.outcome());
    assertEquals(problem.value(found.coefficients()), found.value(), 1e-13 * found.value());
    assertEquals(problem.value(rival), found.value(), 1e-6 * found.value());
    assertTrue(found.dualValue() <= problem.value(rival) * (1 + 1e-10), "the dual is a bound");
    assertEquals(0, found.coefficients().minus(rival).maxAbs(), 1e-3 * rival.maxAbs());
  }

  @Test
  void theLossIsHalfTheMeanSquare() {
    Matrix theta = PenalisedData.noise(1, 9, 3);
    Matrix y = PenalisedData.noise(2, 9, 2);
    PenalisedProblem problem = PenalisedProblem.of(PenalisedData.summary(theta, y), List.of());
    Matrix w = PenalisedData.noise(3, 2, 3);
    double norm = theta.timesTranspose(w).minus(y).norm();
    assertEquals(norm * norm / 18, problem.loss(w.vec()), 1e-13);
    Vec d = PenalisedData.noise(4, 6, 1).vec();
    double slope =
        (problem.loss(w.vec().plus(1e-5, d)) - problem.loss(w.vec().plus(-1e-5, d))) / 2e-5;
    assertEquals(slope, problem.gradient(w.vec()).dot(d), 1e-9);
    double bend = d.dot(problem.curvature().apply(d));
    double change = problem.gradient(w.vec().plus(d)).minus(problem.gradient(w.vec())).dot(d);
    assertEquals(bend, change, 1e-12);
  }

  @Test
  void withoutPenaltiesItIsLeastSquares() {
    RegressionSummary data = PenalisedData.sparse(1, 40, 5);
    PenalisedMinimum found = SOLVER.solve(PenalisedProblem.of(data, List.of(few(0, 5))));
    Regression expected = new LeastSquares().solve(RegressionProblem.of(FoldedData.of(data)));
    assertEquals(0, found.coefficients().minus(expected.coefficients().row(0)).norm(), 1e-11);
  }

  @Test
  void absoluteValuesAreTheQuadraticProgramme() {
    for (long seed = 0; seed < 4; seed++) {
      for (double weight : new double[] {0.03, 0.3}) {
        PenalisedProblem problem =
            PenalisedProblem.of(PenalisedData.sparse(10 * seed, 30, 8), List.of(few(weight, 8)));
        assertMinimum(
            SOLVER.solve(problem),
            problem,
            byQuadraticProgramme(problem, weight, 0, problem.constraint()));
      }
    }
  }

  @Test
  void theElasticNetIsTheQuadraticProgramme() {
    PenalisedProblem problem =
        PenalisedProblem.of(
            PenalisedData.sparse(7, 30, 8),
            List.of(Penalty.onCoefficients(0.2, new ElasticNet(1.5), 8, "few terms")));
    assertMinimum(
        SOLVER.solve(problem),
        problem,
        byQuadraticProgramme(problem, 0.2, 0.3, problem.constraint()));
  }

  @Test
  void constraintsAreKeptAndTheMinimumAmongThemIsFound() {
    Constraint constraint =
        new Constraint(PenalisedData.noise(3, 2, 8), Vec.of(0.5, -1), "two equations");
    PenalisedProblem problem =
        new PenalisedProblem(PenalisedData.sparse(8, 30, 8), List.of(few(0.2, 8)), constraint);
    PenalisedMinimum found = SOLVER.solve(problem);
    assertEquals(0, found.constraintResidual(), 1e-12);
    assertMinimum(found, problem, byQuadraticProgramme(problem, 0.2, 0, constraint));
  }

  @Test
  void fewerRowsThanTermsAreNoObstacle() {
    PenalisedProblem problem =
        PenalisedProblem.of(PenalisedData.sparse(9, 6, 10), List.of(few(0.1, 10)));
    PenalisedMinimum found = SOLVER.solve(problem);
    assertMinimum(found, problem, byQuadraticProgramme(problem, 0.1, 0, problem.constraint()));
    assertTrue(found.gap() <= 1e-9);
  }

  @Test
  void groupsSatisfyTheirConditionsOfOptimality() {
    GroupNorm groups = new GroupNorm(List.of(3, 2, 3), Vec.of(1, 2, 0.5));
    PenalisedProblem problem =
        PenalisedProblem.of(
            PenalisedData.sparse(11, 30, 8),
            List.of(Penalty.onCoefficients(0.4, groups, 8, "groups")));
    PenalisedMinimum found = SOLVER.withGap(1e-13).solve(problem);
    Vec w = found.images().get(0);
    Vec gradient = problem.gradient(w);
    int at = 0;
    int zero = 0;
    for (int h = 0; h < 3; h++) {
      int to = at + groups.blocks().get(h);
      Vec block = w.slice(at, to);
      Vec pull = gradient.slice(at, to);
      double limit = 0.4 * groups.weights().get(h);
      if (block.norm() == 0) {
        zero++;
        assertTrue(pull.norm() <= limit);
      } else {
        assertEquals(0, pull.plus(limit / block.norm(), block).norm(), 1e-5);
      }
      at = to;
    }
    assertTrue(zero > 0 && zero < 3, "zero blocks: " + zero);
  }

  /** With ΘᵀΘ = N I the minimum is the proximal point of the least-squares solution. */
  @Test
  void orthonormalDataGiveTheProximalPoint() {
    int f = 12;
    Matrix theta = Matrix.identity(f).scaled(Math.sqrt(f));
    Matrix y = PenalisedData.noise(12, f, 1).scaled(3);
    Vec best = y.col(0).times(1 / Math.sqrt(f));
    Proximable norm = new NuclearNorm(4, 3);
    PenalisedProblem problem =
        PenalisedProblem.of(
            PenalisedData.summary(theta, y),
            List.of(Penalty.onCoefficients(0.3, norm, f, "small rank")));
    assertEquals(
        0,
        SOLVER.withGap(1e-12).solve(problem).coefficients().minus(norm.prox(best, 0.3)).norm(),
        1e-5);
    assertEquals(
        SingularValues.largest(best.asMatrix(4, 3)), SOLVER.largestFactor(problem) * 0.3, 1e-7);
  }

  @Test
  void severalPenaltiesAndCoupledOutputsCloseTheGap() {
    Matrix theta = PenalisedData.noise(13, 25, 4);
    Matrix w = PenalisedData.noise(14, 3, 1).times(PenalisedData.noise(15, 1, 4));
    RegressionSummary data =
        PenalisedData.summary(
            theta, theta.timesTranspose(w).plus(0.1, PenalisedData.noise(16, 25, 3)));
    PenalisedProblem problem =
        PenalisedProblem.of(
            data,
            List.of(
                Penalty.onCoefficients(0.2, new NuclearNorm(3, 4), 12, "small rank"),
                few(0.02, 12),
                new Penalty(
                    0.05,
                    GroupNorm.of(List.of(5, 5)),
                    PenalisedData.noise(17, 10, 12),
                    "two elements")));
    PenalisedMinimum found = SOLVER.solve(problem);
    assertInstanceOf(Outcome.Converged.class, found.outcome());
    assertTrue(found.gap() <= 1e-9);
    SplittableRandom random = new SplittableRandom(18);
    for (int draw = 0; draw < 200; draw++) {
      double size = Math.pow(10, -draw % 5);
      Vec other = found.coefficients().map(v -> v + size * random.nextGaussian());
      assertTrue(problem.value(other) >= found.dualValue());
    }
  }

  @Test
  void fromTheLargestFactorOnThePenaltyVanishesAndBelowItDoesNot() {
    PenalisedProblem problem =
        PenalisedProblem.of(PenalisedData.sparse(19, 30, 8), List.of(few(2, 8)));
    double largest = SOLVER.largestFactor(problem);
    assertEquals(problem.gradient(Vec.zeros(8)).maxAbs() / 2, largest, 1e-8 * largest);
    List<PenalisedMinimum> path = SOLVER.path(problem, List.of(1.0, 0.98, 0.3, 0.01));
    assertEquals(0, path.get(0).images().get(0).norm(), 1e-8);
    double before = 0;
    for (PenalisedMinimum step : path.subList(1, 4)) {
      double now = new L1().value(step.coefficients());
      assertTrue(now > before, "the penalty grows as its weight falls");
      before = now;
    }
    PenalisedMinimum cold = SOLVER.solve(problem.times(0.01 * largest));
    assertEquals(cold.value(), path.get(3).value(), 2e-9 * cold.value());
  }

  @Test
  void theElasticNetVanishesWhereItsAbsoluteValuesDo() {
    RegressionSummary data = PenalisedData.sparse(20, 30, 6);
    PenalisedProblem net =
        PenalisedProblem.of(
            data, List.of(Penalty.onCoefficients(1, new ElasticNet(3), 6, "few terms")));
    assertEquals(net.gradient(Vec.zeros(6)).maxAbs(), SOLVER.largestFactor(net), 1e-8);
  }

  @Test
  void aConstraintThatKeepsThePenaltyFromVanishingHasNoLargestFactor() {
    Constraint one = new Constraint(Matrix.ofRows(new double[] {1, 0}), Vec.of(1), "a = 1");
    PenalisedProblem problem =
        new PenalisedProblem(PenalisedData.sparse(21, 20, 2), List.of(few(1, 2)), one);
    assertEquals(Double.POSITIVE_INFINITY, SOLVER.largestFactor(problem));
    assertThrows(BadSetting.class, () -> SOLVER.path(problem, List.of(0.5)));
  }

  @Test
  void promotionRecoversARidgeFromNoisyValues() {
    RecoveryProblem truth = RecoveryProblem.translations(6, 2, 3);
    Matrix theta = truth.theta(28).rowSlice(0, 28);
    Matrix y = Matrix.adopt(28, 1, theta.apply(truth.truth()).toArray());
    RegressionSummary data =
        PenalisedData.summary(theta, y.plus(0.01, PenalisedData.noise(22, 28, 1)));
    Penalty symmetry =
        new Penalty(
            1,
            new NuclearNorm(truth.map().rows(), truth.map().cols()),
            truth.map().matrix(),
            "translations");
    PenalisedProblem problem = PenalisedProblem.of(data, List.of(symmetry));
    double plain = truth.error(SOLVER.solve(PenalisedProblem.of(data, List.of())).coefficients());
    List<PenalisedMinimum> path =
        PenalisedRegression.defaults().path(problem, List.of(0.1, 0.03, 0.01, 0.003));
    double best =
        path.stream().mapToDouble(step -> truth.error(step.coefficients())).min().orElseThrow();
    assertTrue(best < 0.5 * plain, best + " beside " + plain);
    assertTrue(path.stream().allMatch(step -> step.gap() <= 1e-6));
  }

  @Test
  void contradictionsAndTooFewIterationsAreOutcomes() {
    Constraint impossible =
        new Constraint(
            Matrix.ofRows(new double[] {1, 0}, new double[] {1, 0}), Vec.of(0, 1), "a = 0 and 1");
    PenalisedMinimum none =
        SOLVER.solve(
            new PenalisedProblem(PenalisedData.sparse(23, 20, 2), List.of(few(1, 2)), impossible));
    assertEquals(new Outcome.Infeasible("a = 0 and 1"), none.outcome());
    PenalisedMinimum early =
        SOLVER
            .withIterations(1)
            .solve(PenalisedProblem.of(PenalisedData.sparse(24, 20, 8), List.of(few(0.1, 8))));
    assertEquals(new Outcome.IterationLimit(1), early.outcome());
    assertTrue(early.dualValue() < early.value());
  }

  @Test
  void theSameProblemGivesTheSameBits() {
    PenalisedProblem problem =
        PenalisedProblem.of(PenalisedData.sparse(25, 30, 8), List.of(few(0.1, 8)));
    assertEquals(SOLVER.solve(problem), SOLVER.solve(problem));
  }

  @Test
  void solvesOnAConstraintAreThoseOfTheReducedForm() {
    Matrix h = PenalisedData.noise(26, 9, 6).gram();
    Matrix basis = PenalisedData.noise(27, 6, 6).gram();
    Matrix some = io.github.sindy4j.linalg.SymmetricEigen.of(basis).leading(4);
    Vec g = PenalisedData.noise(28, 6, 1).col(0);
    Vec expected =
        some.apply(Inverse.of(some.transposeTimes(h.times(some))).apply(some.applyTranspose(g)));
    assertArrayEquals(expected.toArray(), ConstrainedSolve.of(h, some).apply(g).toArray(), 1e-9);
  }
}
