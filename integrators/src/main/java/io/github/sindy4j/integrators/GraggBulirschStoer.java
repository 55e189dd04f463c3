package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import org.apache.commons.math3.ode.nonstiff.GraggBulirschStoerIntegrator;

/**
 * Extrapolation of Gragg's modified midpoint rule: of step and order, both chosen as the run goes.
 *
 * <p>For smooth non-stiff problems at tight tolerances, where its order grows; states at the
 * requested times come from its continuous extension. Source: Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section II.9 (the program ODEX), as implemented in Commons
 * Math 3.6.1.
 *
 * @param relativeTolerance relative error in a step, at least 1e-14
 * @param absoluteTolerance absolute error in a step, in the unit of the states, greater than 0
 * @param region the run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞); infinite for no guard
 * @param maxEvaluations the run stops after this many evaluations of the right-hand side
 */
public record GraggBulirschStoer(
    double relativeTolerance, double absoluteTolerance, double region, long maxEvaluations)
    implements Resumable {
  static final String NAME = "gragg-bulirsch-stoer";

  /** Checks the settings. */
  public GraggBulirschStoer {
    Settings.requireTolerances("GraggBulirschStoer", relativeTolerance, absoluteTolerance);
    Settings.requireRegion("GraggBulirschStoer", region);
    Settings.requireBudget("GraggBulirschStoer", maxEvaluations);
  }

  /** Tolerances 1e-9 relative and 1e-12 absolute, region 1e6, ten million evaluations. */
  public static GraggBulirschStoer defaults() {
    return new GraggBulirschStoer(1e-9, 1e-12, 1e6, 10_000_000);
  }

  /** The same with this relative and absolute tolerance. */
  public GraggBulirschStoer withTolerance(double both) {
    return withRelativeTolerance(both).withAbsoluteTolerance(both);
  }

  /** The same with this relative tolerance. */
  public GraggBulirschStoer withRelativeTolerance(double tolerance) {
    return new GraggBulirschStoer(tolerance, absoluteTolerance, region, maxEvaluations);
  }

  /** The same with this absolute tolerance. */
  public GraggBulirschStoer withAbsoluteTolerance(double tolerance) {
    return new GraggBulirschStoer(relativeTolerance, tolerance, region, maxEvaluations);
  }

  /** The same with this bound on the growth of the state; infinite for none. */
  public GraggBulirschStoer withRegion(double factor) {
    return new GraggBulirschStoer(relativeTolerance, absoluteTolerance, factor, maxEvaluations);
  }

  /** The same with this budget of evaluations. */
  public GraggBulirschStoer withMaxEvaluations(long budget) {
    return new GraggBulirschStoer(relativeTolerance, absoluteTolerance, region, budget);
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    Request request = new Request(field, start, times);
    return CommonsRun.solve(recipe(), NAME, region, maxEvaluations, request);
  }

  @Override
  public GraggBulirschStoer after(Solution leg) {
    return withMaxEvaluations(Settings.left(maxEvaluations, leg));
  }

  CommonsRun.Recipe recipe() {
    return (shortest, longest, first) -> {
      GraggBulirschStoerIntegrator integrator =
          new GraggBulirschStoerIntegrator(shortest, longest, absoluteTolerance, relativeTolerance);
      integrator.setInitialStepSize(first > 0 ? first : -1);
      return integrator;
    };
  }
}
