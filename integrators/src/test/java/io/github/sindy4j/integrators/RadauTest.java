package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.BadSetting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadauTest implements IntegratorContract {
  @Override
  public Integrator subject() {
    return Radau.defaults();
  }

  @Override
  public double accuracy() {
    return 1e-8;
  }

  private static Solution run(StiffProblems problem, Radau radau) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> radau.integrate(problem.field(), problem.start(), Vec.of(0, problem.end())));
  }

  private static double error(StiffProblems problem, Radau radau) {
    Solution solution = run(problem, radau);
    assertTrue(solution.isComplete(), solution.outcome().text());
    return problem.error(solution.states().row(1));
  }

  @Test
  void vanDerPolAtMuThousandTakesFewThousandEvaluations() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Radau radau = Radau.defaults().withTolerance(1e-8);
    assertTrue(error(problem, radau) < 1e-6);
    assertTrue(run(problem, radau).evaluations() < 8000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-9, 1e-12})
  void referenceSolutionsAreMet(double tolerance) {
    Radau radau = Radau.defaults().withTolerance(tolerance);
    double bound = 300 * tolerance;
    assertTrue(error(StiffProblems.vanDerPol(), radau) < bound);
    assertTrue(error(StiffProblems.scaledVanDerPol(), radau) < bound);
    assertTrue(error(StiffProblems.hires(), radau.withAbsoluteTolerance(1e-4 * tolerance)) < bound);
    assertTrue(
        error(StiffProblems.robertson(), radau.withAbsoluteTolerance(1e-9 * tolerance)) < bound);
  }

  @Test
  void theErrorIsProportionalToTheTolerance() {
    StiffProblems problem = StiffProblems.scaledVanDerPol();
    double coarse = error(problem, Radau.defaults().withTolerance(1e-5));
    double fine = error(problem, Radau.defaults().withTolerance(1e-11));
    assertEquals(1, Math.log10(coarse / fine) / 6, 0.25, "decades of error per decade");
  }

  /**
   * The work grows like the error to the power −1/5: steps of a method of order 5. Measured on a
   * problem that is not stiff, where the order is the classical one.
   */
  @Test
  void theOrderIsFive() {
    VectorField oscillator = IntegratorContract.oscillator();
    double[] logSteps = new double[2];
    double[] logErrors = new double[2];
    double[] tolerances = {1e-7, 1e-11};
    for (int k = 0; k < 2; k++) {
      Radau radau = Radau.defaults().withTolerance(tolerances[k]);
      CountedField field = new CountedField(oscillator.evaluator(), 1_000_000);
      RadauStepper stepper = new RadauStepper(radau, field, 0, new double[] {1, 0}, 40);
      int steps = 0;
      while (!stepper.isAtEnd()) {
        stepper.advance();
        steps++;
      }
      logSteps[k] = Math.log(steps);
      logErrors[k] = Math.log(Math.abs(stepper.state()[0] - Math.cos(40)));
    }
    double order = -(logErrors[1] - logErrors[0]) / (logSteps[1] - logSteps[0]);
    assertEquals(5, order, 0.2);
  }

  /** R(−∞) = 0: what has decayed at once does not ring, however long the step. */
  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e6, 1e9, 1e12})
  void whatDecaysFastIsDampedAtOnceAndCostsNothing(double lambda) {
    VectorField field =
        IntegratorContract.field(1, (t, x, dx) -> dx[0] = -lambda * (x[0] - Math.cos(t)));
    Vec times = IntegratorContract.grid(0, 0.5, 21);
    Solution solution = Radau.defaults().integrate(field, Vec.of(5), times);
    assertTrue(solution.isComplete(), solution.outcome().text());
    for (int k = 1; k < times.size(); k++) {
      double t = times.get(k);
      double exact = (lambda * Math.cos(t) + Math.sin(t)) * lambda / (1 + lambda * lambda);
      assertEquals(exact, solution.states().get(k, 0), 1e-6, "at t = " + t);
    }
    assertTrue(solution.evaluations() < 6000, "evaluations " + solution.evaluations());
  }

  /** Row sums of W that vanish are kept by every Runge–Kutta method, and by simplified Newton. */
  @Test
  void linearQuantitiesAreConservedToRounding() {
    StiffProblems problem = StiffProblems.robertson();
    Vec times = Vec.of(0, 0.4, 40, 4000, 4e5, 4e7, 1e11);
    Solution solution =
        Radau.defaults()
            .withAbsoluteTolerance(1e-16)
            .integrate(problem.field(), problem.start(), times);
    for (int k = 0; k < times.size(); k++) {
      Vec x = solution.states().row(k);
      assertEquals(1, x.get(0) + x.get(1) + x.get(2), 1e-12);
    }
  }

  @Test
  void statesBetweenStepsAreAsGoodAsThoseAtSteps() {
    Radau radau = Radau.defaults().withTolerance(1e-8);
    Solution orbit =
        radau.integrate(
            IntegratorContract.oscillator(), Vec.of(1, 0), IntegratorContract.grid(0, 0.01, 1001));
    double worst = 0;
    for (int k = 0; k <= 1000; k++) {
      worst = Math.max(worst, Math.abs(orbit.states().get(k, 0) - Math.cos(0.01 * k)));
    }
    assertTrue(worst < 3e-8, "error " + worst);
  }

  @Test
  void moreRequestedTimesDoNotChangeTheSteps() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Vec few = Vec.of(0, 900);
    Vec many = IntegratorContract.grid(0, 0.9, 1001);
    Solution one = subject().integrate(problem.field(), problem.start(), few);
    Solution all = subject().integrate(problem.field(), problem.start(), many);
    assertEquals(one.states().row(1), all.states().row(1000));
  }

  @Test
  void differencesServeWhereThereIsNoJacobian() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Evaluator bare = (t, x, dx) -> new StiffProblems.VanDerPol(1000).rates(t, x, dx);
    Radau radau = Radau.defaults().withTolerance(1e-9);
    Solution without =
        radau.integrate(IntegratorContract.field(2, bare), problem.start(), Vec.of(0, 2000));
    assertTrue(problem.error(without.states().row(1)) < 1e-7);
  }

  @Test
  void aPoleEndsTheRunEvenWithoutARegion() {
    VectorField pole = IntegratorContract.field(1, (t, x, dx) -> dx[0] = x[0] * x[0]);
    Solution solution =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                Radau.defaults()
                    .withRegion(Double.POSITIVE_INFINITY)
                    .integrate(pole, Vec.of(1), Vec.of(0, 2)));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(1, stopped.time(), 1e-7, stopped.text());
  }

  @Test
  void theBudgetEndsTheRun() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Solution solution = run(problem, Radau.defaults().withMaxEvaluations(500));
    assertEquals(500, solution.evaluations());
    assertTrue(solution.outcome().text().contains("more than 500 evaluations"));
  }

  @Test
  void itSaysThatItRan() {
    Solution solution =
        subject().integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(2, 3));
    assertEquals(List.of(new Solution.Stretch(2, "radau")), solution.stretches());
  }

  @Test
  void settingsOutOfRangeNameThemselves() {
    Radau defaults = Radau.defaults();
    for (var call :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> defaults.withRelativeTolerance(0),
            () -> defaults.withAbsoluteTolerance(0),
            () -> defaults.withRegion(0),
            () -> defaults.withMaxEvaluations(0))) {
      assertTrue(assertThrows(BadSetting.class, call).getMessage().startsWith("Radau."));
    }
  }
}
