package io.github.sindy4j.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Integrator} keeps: exact solutions, honest ends, and the requested times to the
 * bit.
 */
public interface IntegratorContract {
  /** The integrator under test. */
  Integrator subject();

  /** The largest error it may make on smooth problems of size 1 over a few units of time. */
  double accuracy();

  /** The vector field with this right-hand side. */
  static VectorField field(int dimension, Evaluator evaluator) {
    return new VectorField() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public Evaluator evaluator() {
        return evaluator;
      }
    };
  }

  /** from, from + step, …, {@code count} times. */
  static Vec grid(double from, double step, int count) {
    double[] times = new double[count];
    for (int k = 0; k < count; k++) {
      times[k] = from + k * step;
    }
    return Vec.adopt(times);
  }

  /**
   * Demands that component {@code i} follows this function of time, and that the run was finished.
   */
  default void assertFollows(DoubleUnaryOperator exact, Solution solution, int i) {
    assertTrue(solution.isComplete(), solution.outcome().text());
    for (int k = 0; k < solution.times().size(); k++) {
      double t = solution.times().get(k);
      assertEquals(exact.applyAsDouble(t), solution.states().get(k, i), accuracy(), "at t = " + t);
    }
  }

  @Test
  default void exponentialDecayIsFollowed() {
    VectorField decay = field(1, (t, x, dx) -> dx[0] = -x[0]);
    assertFollows(t -> Math.exp(-t), subject().integrate(decay, Vec.of(1), grid(0, 0.02, 101)), 0);
  }

  @Test
  default void theHarmonicOscillatorTurns() {
    Solution solution = subject().integrate(oscillator(), Vec.of(1, 0), grid(0, 0.02, 301));
    assertFollows(Math::cos, solution, 0);
    assertFollows(t -> -Math.sin(t), solution, 1);
  }

  @Test
  default void logisticGrowthSaturates() {
    VectorField logistic = field(1, (t, x, dx) -> dx[0] = x[0] * (1 - x[0]));
    DoubleUnaryOperator exact = t -> 1 / (1 + 9 * Math.exp(-t));
    assertFollows(exact, subject().integrate(logistic, Vec.of(0.1), grid(0, 0.02, 401)), 0);
  }

  @Test
  default void timeItselfReachesTheRightHandSide() {
    VectorField driven = field(1, (t, x, dx) -> dx[0] = Math.cos(t));
    assertFollows(
        Math::sin, subject().integrate(driven, Vec.of(Math.sin(1)), grid(1, 0.02, 201)), 0);
  }

  @Test
  default void aPoleStopsTheRunWithTimeAndReason() {
    VectorField pole = field(1, (t, x, dx) -> dx[0] = x[0] * x[0]);
    Solution solution = subject().integrate(pole, Vec.of(1), grid(0, 0.01, 301));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(1, stopped.time(), 0.03);
    assertTrue(stopped.reason().contains("region"), stopped.reason());
    assertTrue(solution.times().size() >= 99, "it must keep what it has");
    assertEquals(grid(0, 0.01, 301).slice(0, solution.times().size()), solution.times());
    assertEquals(2, solution.states().get(50, 0), 1e3 * accuracy());
  }

  @Test
  default void requestedTimesAreHonouredToTheBit() {
    SplittableRandom random = new SplittableRandom(1);
    double[] times = new double[400];
    times[0] = 0.1;
    for (int k = 1; k < times.length; k++) {
      times[k] = times[k - 1] + 0.02 * random.nextDouble();
    }
    times[200] = Math.nextUp(times[199]);
    Solution solution = subject().integrate(oscillator(), start(0.1), Vec.of(times));
    assertEquals(Vec.of(times), solution.times());
    assertFollows(Math::cos, solution, 0);
  }

  @Test
  default void oneTimeGivesTheStart() {
    Solution solution = subject().integrate(oscillator(), Vec.of(3, 4), Vec.of(7));
    assertTrue(solution.isComplete());
    assertEquals(Vec.of(3, 4), solution.states().row(0));
    assertEquals(1, solution.states().rows());
  }

  @Test
  default void timesThatDoNotIncreaseAreRefused() {
    assertRefused("no-times", Vec.of(1, 0), Vec.of());
    assertRefused("time-not-increasing", Vec.of(1, 0), Vec.of(1, 0.5));
    assertRefused("time-not-increasing", Vec.of(1, 0), Vec.of(0, 1, 1));
    assertRefused("not-finite", Vec.of(1, 0), Vec.of(0, Double.NaN));
    assertRefused("not-finite", Vec.of(1, 0), Vec.of(0, Double.POSITIVE_INFINITY));
  }

  @Test
  default void aStartThatDoesNotFitIsRefused() {
    assertRefused("dimension-mismatch", Vec.of(1, 2, 3), Vec.of(0, 1));
    assertRefused("not-finite", Vec.of(1, Double.NaN), Vec.of(0, 1));
  }

  private void assertRefused(String code, Vec start, Vec times) {
    BadSetting refusal =
        assertThrows(BadSetting.class, () -> subject().integrate(oscillator(), start, times));
    assertEquals(code, refusal.code());
  }

  @Test
  default void theSameQuestionGivesTheSameBits() {
    Vec times = grid(0, 0.013, 500);
    Solution first = subject().integrate(oscillator(), Vec.of(1, 0.3), times);
    assertEquals(first, subject().integrate(oscillator(), Vec.of(1, 0.3), times));
  }

  @Test
  default void aRightHandSideThatIsNowhereANumberStopsAtTheStart() {
    VectorField nan = field(1, (t, x, dx) -> dx[0] = Double.NaN);
    Solution solution = subject().integrate(nan, Vec.of(1), grid(0, 0.1, 10));
    assertStopped(solution, 0, 0);
    assertEquals(1, solution.times().size());
    assertEquals(Vec.of(1), solution.states().row(0));
  }

  @Test
  default void theEdgeOfTheDomainStopsTheRun() {
    // x = 1 - t until √x has no real value, at t = 1.
    VectorField edge = field(1, (t, x, dx) -> dx[0] = 0 * Math.sqrt(x[0]) - 1);
    assertStopped(subject().integrate(edge, Vec.of(1), grid(0, 0.1, 30)), 1, 0.1);
  }

  @Test
  default void anInfiniteRightHandSideStopsTheRun() {
    VectorField wall = field(1, (t, x, dx) -> dx[0] = t < 2 ? 1 : Double.POSITIVE_INFINITY);
    assertStopped(subject().integrate(wall, Vec.of(0), grid(0, 0.1, 30)), 2, 0.11);
  }

  private static void assertStopped(Solution solution, double time, double tolerance) {
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(time, stopped.time(), tolerance, stopped.text());
    assertTrue(stopped.reason().contains("not finite"), stopped.reason());
    assertFalse(solution.isComplete());
  }

  /** ẋ = y, ẏ = −x. */
  static VectorField oscillator() {
    return field(
        2,
        (t, x, dx) -> {
          dx[0] = x[1];
          dx[1] = -x[0];
        });
  }

  private static Vec start(double t) {
    return Vec.of(Math.cos(t), -Math.sin(t));
  }
}
