package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.BadSetting;

/**
 * The classical method of order 4 with equal steps: x + h/6 (k₁ + 2k₂ + 2k₃ + k₄).
 *
 * <p>Steps end exactly at every requested time: an interval between two requested times is cut into
 * the fewest equal steps that are not longer than {@code step}. So the states at requested times
 * have order 4 whatever the grid. Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section II.1.
 *
 * @param step the longest step, greater than 0; infinite for one step from each requested time to
 *     the next
 * @param region the run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞); infinite for no guard
 * @param maxEvaluations the run stops after this many evaluations of the right-hand side
 */
public record RungeKutta4(double step, double region, long maxEvaluations) implements Integrator {
  /** Checks the settings. */
  public RungeKutta4 {
    BadSetting.require(
        step > 0,
        "RungeKutta4.step",
        "must be greater than 0 but is " + step,
        "Give a step in the unit of time");
    Settings.requireRegion("RungeKutta4", region);
    Settings.requireBudget("RungeKutta4", maxEvaluations);
  }

  /** One step from each requested time to the next, region 1e6, a hundred million evaluations. */
  public static RungeKutta4 defaults() {
    return new RungeKutta4(Double.POSITIVE_INFINITY, 1e6, 100_000_000);
  }

  /** The same with steps that are not longer than this. */
  public RungeKutta4 withStep(double longest) {
    return new RungeKutta4(longest, region, maxEvaluations);
  }

  /** The same with this bound on the growth of the state; infinite for none. */
  public RungeKutta4 withRegion(double factor) {
    return new RungeKutta4(step, factor, maxEvaluations);
  }

  /** The same with this budget of evaluations. */
  public RungeKutta4 withMaxEvaluations(long budget) {
    return new RungeKutta4(step, region, budget);
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    return new RungeKutta4Run(this, new Request(field, start, times)).solve();
  }
}
