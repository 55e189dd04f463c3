package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungeKutta4Test implements IntegratorContract {
  @Override
  public Integrator subject() {
    return RungeKutta4.defaults().withStep(0.002);
  }

  @Override
  public double accuracy() {
    return 1e-10;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.05, 0.025})
  void halvingTheStepDividesTheErrorBySixteen(double step) {
    double order = log2(errorAtOddTimes(step) / errorAtOddTimes(step / 2));
    assertEquals(4, order, 0.2);
  }

  @Test
  void oneStepBetweenRequestedTimesIsTheDefault() {
    Vec times = IntegratorContract.grid(0, 0.1, 11);
    Solution solution =
        RungeKutta4.defaults().integrate(IntegratorContract.oscillator(), Vec.of(1, 0), times);
    assertEquals(4 * 10, solution.evaluations());
    // 1 − h²/2 + h⁴/24 and −h + h³/6: the Taylor polynomial of degree 4, by hand.
    assertEquals(1 - 0.005 + 1e-4 / 24, solution.states().get(1, 0), 1e-16);
    assertEquals(-0.1 + 1e-3 / 6, solution.states().get(1, 1), 1e-16);
  }

  @Test
  void roundingOfTheGridCostsNoFurtherSteps() {
    Vec times = IntegratorContract.grid(0, 0.1, 101);
    RungeKutta4 integrator = RungeKutta4.defaults().withStep(0.01);
    Solution solution = integrator.integrate(IntegratorContract.oscillator(), Vec.of(1, 0), times);
    assertEquals(4 * 10 * 100, solution.evaluations());
  }

  @Test
  void aTinyStepEndsByItsBudget() {
    Solution solution =
        RungeKutta4.defaults()
            .withStep(Double.MIN_VALUE)
            .withMaxEvaluations(1000)
            .integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(0, 1));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertTrue(stopped.reason().contains("1000 evaluations"), stopped.reason());
  }

  @Test
  void aStepThatIsNotPositiveIsRefused() {
    RungeKutta4 defaults = RungeKutta4.defaults();
    assertThrows(BadSetting.class, () -> defaults.withStep(0));
    assertThrows(BadSetting.class, () -> defaults.withStep(Double.NaN));
  }

  /** Times that are no multiples of the step, so that the order is that at requested times. */
  private static double errorAtOddTimes(double step) {
    Vec times = Vec.of(0, 20.3 * step, 31.1 * step, 1 + 33.7 * step, 8);
    Solution solution =
        RungeKutta4.defaults()
            .withStep(step)
            .integrate(IntegratorContract.oscillator(), Vec.of(1, 0), times);
    return Math.abs(solution.states().get(4, 0) - Math.cos(8));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
