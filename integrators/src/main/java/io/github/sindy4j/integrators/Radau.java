package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;

/**
 * Radau IIA of order 5, for stiff problems: x₁ = x₀ + h Σⱼ aᵢⱼ f(t + cⱼ h, xⱼ) at three stages, the
 * last of them the new state. A-stable and L-stable: what decays fast is damped at any step size.
 *
 * <p>A requested time between two steps is reached by a step of its own from the earlier one, so
 * that requested times never shorten a step and have its order and its damping. The Jacobian is the
 * exact one where the field has it, else from differences. Source: Hairer, Wanner, Solving Ordinary
 * Differential Equations II, section IV.8.
 *
 * @param relativeTolerance relative error, at least 1e-14
 * @param absoluteTolerance absolute error, in the unit of the states, greater than 0
 * @param region the run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞); infinite for no guard
 * @param maxEvaluations the run stops after this many evaluations of the right-hand side
 */
public record Radau(
    double relativeTolerance, double absoluteTolerance, double region, long maxEvaluations)
    implements Resumable {
  static final String NAME = "radau";

  /** Checks the settings. */
  public Radau {
    Settings.requireTolerances("Radau", relativeTolerance, absoluteTolerance);
    Settings.requireRegion("Radau", region);
    Settings.requireBudget("Radau", maxEvaluations);
  }

  /** Tolerances 1e-9 relative and 1e-12 absolute, region 1e6, ten million evaluations. */
  public static Radau defaults() {
    return new Radau(1e-9, 1e-12, 1e6, 10_000_000);
  }

  /** The same with this relative and absolute tolerance. */
  public Radau withTolerance(double both) {
    return withRelativeTolerance(both).withAbsoluteTolerance(both);
  }

  /** The same with this relative tolerance. */
  public Radau withRelativeTolerance(double tolerance) {
    return new Radau(tolerance, absoluteTolerance, region, maxEvaluations);
  }

  /** The same with this absolute tolerance. */
  public Radau withAbsoluteTolerance(double tolerance) {
    return new Radau(relativeTolerance, tolerance, region, maxEvaluations);
  }

  /** The same with this bound on the growth of the state; infinite for none. */
  public Radau withRegion(double factor) {
    return new Radau(relativeTolerance, absoluteTolerance, factor, maxEvaluations);
  }

  /** The same with this budget of evaluations. */
  public Radau withMaxEvaluations(long budget) {
    return new Radau(relativeTolerance, absoluteTolerance, region, budget);
  }

  @Override
  public Radau after(Solution leg) {
    return withMaxEvaluations(Settings.left(maxEvaluations, leg));
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    Request request = new Request(field, start, times);
    CountedField counted = new CountedField(field.evaluator(), maxEvaluations);
    Journal journal = new Journal(request, region);
    return RadauRun.solve(this, counted, journal, request);
  }
}
