package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import org.apache.commons.math3.ode.nonstiff.AdamsMoultonIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Adams's predictor and corrector (Adams–Bashforth, Adams–Moulton) of order 7, with step control:
 * two evaluations a step, whatever the order.
 *
 * <p>For smooth non-stiff problems whose right-hand side is costly. Begun by Dormand–Prince steps;
 * states at the requested times come from the Nordsieck vector. Source: Hairer, Nørsett, Wanner,
 * Solving Ordinary Differential Equations I, chapter III, as implemented in Commons Math 3.6.1.
 *
 * @param relativeTolerance relative error in a step, at least 1e-14
 * @param absoluteTolerance absolute error in a step, in the unit of the states, greater than 0
 * @param region the run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞); infinite for no guard
 * @param maxEvaluations the run stops after this many evaluations of the right-hand side
 */
public record Adams(
    double relativeTolerance, double absoluteTolerance, double region, long maxEvaluations)
    implements Resumable {
  static final String NAME = "adams";

  private static final int STEPS = 6;

  /** Checks the settings. */
  public Adams {
    Settings.requireTolerances("Adams", relativeTolerance, absoluteTolerance);
    Settings.requireRegion("Adams", region);
    Settings.requireBudget("Adams", maxEvaluations);
  }

  /** Tolerances 1e-9 relative and 1e-12 absolute, region 1e6, ten million evaluations. */
  public static Adams defaults() {
    return new Adams(1e-9, 1e-12, 1e6, 10_000_000);
  }

  /** The same with this relative and absolute tolerance. */
  public Adams withTolerance(double both) {
    return withRelativeTolerance(both).withAbsoluteTolerance(both);
  }

  /** The same with this relative tolerance. */
  public Adams withRelativeTolerance(double tolerance) {
    return new Adams(tolerance, absoluteTolerance, region, maxEvaluations);
  }

  /** The same with this absolute tolerance. */
  public Adams withAbsoluteTolerance(double tolerance) {
    return new Adams(relativeTolerance, tolerance, region, maxEvaluations);
  }

  /** The same with this bound on the growth of the state; infinite for none. */
  public Adams withRegion(double factor) {
    return new Adams(relativeTolerance, absoluteTolerance, factor, maxEvaluations);
  }

  /** The same with this budget of evaluations. */
  public Adams withMaxEvaluations(long budget) {
    return new Adams(relativeTolerance, absoluteTolerance, region, budget);
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    Request request = new Request(field, start, times);
    return CommonsRun.solve(recipe(), NAME, region, maxEvaluations, request);
  }

  @Override
  public Adams after(Solution leg) {
    return withMaxEvaluations(Settings.left(maxEvaluations, leg));
  }

  CommonsRun.Recipe recipe() {
    return (shortest, longest, first) -> {
      AdamsMoultonIntegrator integrator =
          new AdamsMoultonIntegrator(
              STEPS, shortest, longest, absoluteTolerance, relativeTolerance);
      // Commons Math gives up when the interval ends before there are enough steps to begin with.
      DormandPrince853Integrator starter =
          new DormandPrince853Integrator(
              shortest, longest / (2 * STEPS), absoluteTolerance, relativeTolerance);
      starter.setInitialStepSize(first > 0 ? Math.min(first, longest / (2 * STEPS)) : -1);
      integrator.setStarterIntegrator(starter);
      return integrator;
    };
  }
}
