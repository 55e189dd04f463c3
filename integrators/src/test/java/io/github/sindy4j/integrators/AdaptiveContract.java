package io.github.sindy4j.integrators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.IntegratorContract;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What methods of Commons Math that choose their steps owe beside what every integrator owes. */
interface AdaptiveContract extends IntegratorContract {
  /** The same with this relative and absolute tolerance. */
  Integrator withTolerance(double both);

  /** The same without a bound on the growth of the state. */
  Integrator unguarded();

  /** What solutions call it. */
  String name();

  private double errorAtForty(double tolerance) {
    Solution solution =
        withTolerance(tolerance)
            .integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(0, 40));
    return solution.states().row(1).minus(Vec.of(Math.cos(40), -Math.sin(40))).norm();
  }

  @Test
  default void theErrorIsProportionalToTheTolerance() {
    double slope = Math.log10(errorAtForty(1e-5) / errorAtForty(1e-10)) / 5;
    assertEquals(1, slope, 0.3, "decades of error per decade of tolerance");
  }

  @Test
  default void aPoleEndsTheRunEvenWithoutARegion() {
    VectorField pole = IntegratorContract.field(1, (t, x, dx) -> dx[0] = x[0] * x[0]);
    Solution solution =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> unguarded().integrate(pole, Vec.of(1), Vec.of(0, 2)));
    Solution.Stopped stopped = assertInstanceOf(Solution.Stopped.class, solution.outcome());
    assertEquals(1, stopped.time(), 1e-4, stopped.text());
  }

  @Test
  default void theLastRequestedTimeIsThere() {
    Solution solution =
        subject()
            .integrate(
                IntegratorContract.oscillator(),
                Vec.of(1, 0),
                IntegratorContract.grid(0, 0.1, 101));
    assertEquals(101, solution.states().rows());
    assertEquals(Math.cos(solution.times().last()), solution.states().get(100, 0), accuracy());
  }

  @Test
  default void intervalsOfAnyLengthAreBegun() {
    for (double span : new double[] {1e-10, 1e-6, 1e-3, 1, 1000}) {
      Solution solution =
          subject().integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(0, span));
      assertTrue(solution.isComplete(), solution.outcome().text());
      assertEquals(Math.cos(span), solution.states().get(1, 0), 1e-5);
    }
  }

  @Test
  default void itSaysThatItRan() {
    Solution solution =
        subject().integrate(IntegratorContract.oscillator(), Vec.of(1, 0), Vec.of(2, 3));
    assertEquals(List.of(new Solution.Stretch(2, name())), solution.stretches());
  }
}
