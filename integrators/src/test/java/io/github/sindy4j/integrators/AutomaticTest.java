package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest implements IntegratorContract {
  @Override
  public Integrator subject() {
    return Automatic.defaults();
  }

  @Override
  public double accuracy() {
    return 1e-8;
  }

  private static VectorField lorenz() {
    return IntegratorContract.field(
        3,
        (t, x, dx) -> {
          dx[0] = 10 * (x[1] - x[0]);
          dx[1] = x[0] * (28 - x[2]) - x[1];
          dx[2] = x[0] * x[1] - 8.0 / 3 * x[2];
        });
  }

  private static List<String> methods(Solution solution) {
    return solution.stretches().stream().map(Solution.Stretch::integrator).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-7, 1e-10, 1e-13})
  void chaosThatIsNotStiffHasTheBitsOfDormandPrinceAndNearlyItsCost(double tolerance) {
    Vec times = IntegratorContract.grid(0, 0.01, 10_001);
    Vec start = Vec.of(-8, 8, 27);
    Solution alone =
        DormandPrince.defaults().withTolerance(tolerance).integrate(lorenz(), start, times);
    Solution chosen =
        Automatic.defaults().withTolerance(tolerance).integrate(lorenz(), start, times);
    assertEquals(alone.states(), chosen.states());
    assertEquals(List.of("dormand-prince"), methods(chosen));
    assertTrue(
        chosen.evaluations() < 1.05 * alone.evaluations(),
        chosen.evaluations() + " for " + alone.evaluations());
  }

  @Test
  void aFastOscillationIsNotTakenForStiffness() {
    VectorField fast =
        IntegratorContract.field(
            2,
            (t, x, dx) -> {
              dx[0] = 1000 * x[1];
              dx[1] = -1000 * x[0];
            });
    Vec times = Vec.of(0, 2);
    Solution chosen = subject().integrate(fast, Vec.of(1, 0), times);
    assertEquals(List.of("dormand-prince"), methods(chosen));
    assertEquals(
        DormandPrince.defaults().integrate(fast, Vec.of(1, 0), times).states(), chosen.states());
  }

  @Test
  void whatIsMildlyStiffStaysWhereItIsCheaper() {
    // Radau at 1e-12 would take far more steps than stability asks of Dormand–Prince.
    VectorField mild =
        IntegratorContract.field(1, (t, x, dx) -> dx[0] = -50 * (x[0] - Math.cos(10 * t)));
    Solution chosen =
        Automatic.defaults().withTolerance(1e-12).integrate(mild, Vec.of(0), Vec.of(0, 100));
    assertEquals(List.of("dormand-prince"), methods(chosen));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-8, 1e-11})
  void stiffProblemsAreHandedOverEarly(double tolerance) {
    for (StiffProblems problem :
        List.of(StiffProblems.vanDerPol(), StiffProblems.scaledVanDerPol())) {
      Solution solution =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () ->
                  Automatic.defaults()
                      .withTolerance(tolerance)
                      .integrate(problem.field(), problem.start(), Vec.of(0, problem.end())));
      assertTrue(solution.isComplete(), solution.outcome().text());
      assertTrue(problem.error(solution.states().row(1)) < 300 * tolerance);
      assertEquals(List.of("dormand-prince", "radau"), methods(solution));
      assertTrue(solution.stretches().get(1).from() < 1e-3 * problem.end());
      assertTrue(solution.evaluations() < 30_000, "evaluations " + solution.evaluations());
    }
  }

  @Test
  void anIntervalTooLongForTheShortestStepIsHandedOverToo() {
    StiffProblems problem = StiffProblems.robertson();
    Automatic solver = new Automatic(DormandPrince.defaults().withAbsoluteTolerance(1e-18));
    Solution solution =
        solver.integrate(problem.field(), problem.start(), Vec.of(0, problem.end()));
    assertTrue(solution.isComplete(), solution.outcome().text());
    assertTrue(problem.error(solution.states().row(1)) < 1e-6);
  }

  @Test
  void requestedTimesBeforeAndAfterTheChangeAreAllThere() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Vec times = Vec.of(IntStream.rangeClosed(0, 400).mapToDouble(k -> 0.01 * k).toArray());
    Solution chosen = subject().integrate(problem.field(), problem.start(), times);
    Solution stiff =
        Radau.defaults().withTolerance(1e-12).integrate(problem.field(), problem.start(), times);
    assertEquals(times, chosen.times());
    for (int k = 0; k < times.size(); k++) {
      assertEquals(0, chosen.states().row(k).minus(stiff.states().row(k)).maxAbs(), 1e-7);
    }
  }

  @Test
  void theBudgetIsThatOfTheWholeRun() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Solution solution =
        Automatic.defaults()
            .withMaxEvaluations(3000)
            .integrate(problem.field(), problem.start(), Vec.of(0, 2000));
    assertEquals(3000, solution.evaluations());
    assertEquals(List.of("dormand-prince", "radau"), methods(solution));
  }

  @Test
  void legsAfterAStiffOneBeginStiff() {
    StiffProblems problem = StiffProblems.vanDerPol();
    Vec times = IntegratorContract.grid(0, 1, 101);
    Solution solution =
        new Restarting(Automatic.defaults()).integrate(problem.field(), problem.start(), times);
    assertTrue(solution.isComplete(), solution.outcome().text());
    assertEquals(List.of("dormand-prince", "radau"), methods(solution));
    assertTrue(solution.evaluations() < 100_000, "evaluations " + solution.evaluations());
  }
}
