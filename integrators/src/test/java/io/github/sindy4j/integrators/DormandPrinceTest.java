package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.BadSetting;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DormandPrinceTest implements IntegratorContract {
  /** Once around for e = 1/2, a = 1, G M = 1. */
  private static final Vec PERIHELION = Vec.of(0.5, 0, 0, Math.sqrt(3));

  @Override
  public Integrator subject() {
    return DormandPrince.defaults();
  }

  @Override
  public double accuracy() {
    return 1e-8;
  }

  @Test
  void theErrorIsProportionalToTheTolerance() {
    double coarse = errorAfterOneOrbit(1e-6);
    double fine = errorAfterOneOrbit(1e-11);
    double slope = Math.log10(coarse / fine) / 5;
    assertEquals(1, slope, 0.2, "decades of error per decade of tolerance");
  }

  @Test
  void statesBetweenStepsAreAsGoodAsThoseAtSteps() {
    DormandPrince integrator = DormandPrince.defaults().withTolerance(1e-9);
    Vec dense = IntegratorContract.grid(0, 2 * Math.PI / 1000, 1001);
    Solution orbit = integrator.integrate(kepler(), PERIHELION, dense);
    Solution exact =
        DormandPrince.defaults().withTolerance(1e-14).integrate(kepler(), PERIHELION, dense);
    double atTheEnd = orbit.states().row(1000).minus(exact.states().row(1000)).maxAbs();
    for (int k = 0; k <= 1000; k++) {
      double error = orbit.states().row(k).minus(exact.states().row(k)).maxAbs();
      assertTrue(error < Math.max(10 * atTheEnd, 1e-7), "error " + error + " at sample " + k);
    }
  }

  @Test
  void energyOfTenKeplerOrbitsIsKeptToAHundredTolerances() {
    Solution orbit =
        DormandPrince.defaults()
            .withTolerance(1e-12)
            .integrate(kepler(), PERIHELION, IntegratorContract.grid(0, Math.PI / 10, 201));
    assertTrue(orbit.isComplete());
    for (int k = 0; k < orbit.times().size(); k++) {
      assertEquals(-0.5, energy(orbit.states().row(k)), 1e-10);
    }
  }

  @Test
  void moreRequestedTimesDoNotChangeTheSteps() {
    Solution few = subject().integrate(kepler(), PERIHELION, Vec.of(0, 6));
    Solution many =
        subject().integrate(kepler(), PERIHELION, IntegratorContract.grid(0, 0.006, 1001));
    assertEquals(few.states().row(1), many.states().row(1000));
  }

  @Test
  void aPoleEndsTheRunEvenWithoutARegion() {
    VectorField pole = IntegratorContract.field(1, (t, x, dx) -> dx[0] = x[0] * x[0]);
    DormandPrince unguarded = DormandPrince.defaults().withRegion(Double.POSITIVE_INFINITY);
    Solution solution = soon(unguarded, pole, Vec.of(1), Vec.of(0, 2));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(1, stopped.time(), 1e-9);
  }

  @Test
  void aSingularityInsideTheRegionEndsTheRun() {
    // x = √(1 − t): the rate grows without bound while x stays small.
    VectorField fall = IntegratorContract.field(1, (t, x, dx) -> dx[0] = -0.5 / x[0]);
    Solution solution = soon(DormandPrince.defaults(), fall, Vec.of(1), Vec.of(0, 0.5, 2));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(1, stopped.time(), 1e-6, stopped.text());
    assertTrue(stopped.reason().contains("singular"), stopped.reason());
    assertEquals(2, solution.times().size());
  }

  @Test
  void aStiffProblemEndsByItsBudget() {
    VectorField stiff =
        IntegratorContract.field(1, (t, x, dx) -> dx[0] = 1e9 * (Math.cos(t) - x[0]));
    Solution solution =
        soon(DormandPrince.defaults().withMaxEvaluations(100_000), stiff, Vec.of(0), Vec.of(0, 10));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals("more than 100000 evaluations of the right-hand side", stopped.reason());
    assertEquals(100_000, solution.evaluations());
  }

  @Test
  void trialStepsOverTheEdgeOfTheDomainAreTakenBack() {
    // x = (1 − t/2)²: trial steps near t = 2 meet √ of a negative number.
    VectorField tank = IntegratorContract.field(1, (t, x, dx) -> dx[0] = -Math.sqrt(x[0]));
    Solution solution =
        soon(DormandPrince.defaults(), tank, Vec.of(1), IntegratorContract.grid(0, 0.1, 20));
    assertFollows(t -> (1 - t / 2) * (1 - t / 2), solution, 0);
  }

  @Test
  void timesCloserThanRoundingEndTheRun() {
    Vec times = Vec.of(1, Math.nextUp(1.0));
    Solution solution = subject().integrate(IntegratorContract.oscillator(), Vec.of(1, 0), times);
    assertTrue(solution.outcome().text().contains("rounding"), solution.outcome().text());
  }

  @Test
  void aStateThatRestsIsNotDividedByItsSize() {
    VectorField rest =
        IntegratorContract.field(
            2,
            (t, x, dx) -> {
              dx[0] = 0;
              dx[1] = 1;
            });
    Solution solution = subject().integrate(rest, Vec.of(0, 0), Vec.of(0, 1000));
    assertEquals(1000, solution.states().get(1, 1), 1e-9);
    assertEquals(0, solution.states().get(1, 0));
  }

  @Test
  void theRegionGrowsWithTheStart() {
    VectorField growth = IntegratorContract.field(1, (t, x, dx) -> dx[0] = x[0]);
    Vec times = IntegratorContract.grid(0, 1, 31);
    assertTrue(
        subject().integrate(growth, Vec.of(1e9), IntegratorContract.grid(0, 1, 13)).isComplete());
    Solution.Stopped stopped =
        assertInstanceOf(
            Solution.Stopped.class, subject().integrate(growth, Vec.of(1), times).outcome());
    assertEquals("the state left the region |x| ≤ 2.00e+06", stopped.reason());
  }

  @Test
  void settingsOutOfRangeNameThemselves() {
    DormandPrince defaults = DormandPrince.defaults();
    assertNames("relativeTolerance", () -> defaults.withRelativeTolerance(0));
    assertNames("relativeTolerance", () -> defaults.withRelativeTolerance(Double.NaN));
    assertNames("absoluteTolerance", () -> defaults.withAbsoluteTolerance(0));
    assertNames("region", () -> defaults.withRegion(0));
    assertNames("maxEvaluations", () -> defaults.withMaxEvaluations(0));
  }

  private static void assertNames(String setting, org.junit.jupiter.api.function.Executable call) {
    BadSetting refusal = assertThrows(BadSetting.class, call);
    assertTrue(refusal.getMessage().startsWith("DormandPrince." + setting), refusal.getMessage());
  }

  private static Solution soon(Integrator integrator, VectorField field, Vec start, Vec times) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> integrator.integrate(field, start, times));
  }

  private static double errorAfterOneOrbit(double tolerance) {
    DormandPrince integrator = DormandPrince.defaults().withTolerance(tolerance);
    Solution orbit = integrator.integrate(kepler(), PERIHELION, Vec.of(0, 2 * Math.PI));
    return orbit.states().row(1).minus(PERIHELION).norm();
  }

  private static VectorField kepler() {
    return IntegratorContract.field(
        4,
        (t, x, dx) -> {
          double r3 = Math.pow(x[0] * x[0] + x[1] * x[1], 1.5);
          dx[0] = x[2];
          dx[1] = x[3];
          dx[2] = -x[0] / r3;
          dx[3] = -x[1] / r3;
        });
  }

  private static double energy(Vec x) {
    double kinetic = (x.get(2) * x.get(2) + x.get(3) * x.get(3)) / 2;
    return kinetic - 1 / Math.hypot(x.get(0), x.get(1));
  }
}
