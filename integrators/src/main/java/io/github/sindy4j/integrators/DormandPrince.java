package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;

/**
 * The explicit Runge–Kutta pair of order 8(5,3) with step control: in each step the estimated error
 * e satisfies ‖e‖ ≤ 1 in the norm scaled by absolute + relative·|xᵢ|.
 *
 * <p>States at the requested times come from the pair's own continuous extension, of order 7, so
 * that requested times never shorten a step. For non-stiff problems: where stiffness forces tiny
 * steps the budget of evaluations ends the run.
 *
 * <p>A step whose stages meet a right-hand side that is not finite is tried again with a shorter
 * step; a run stops where even the shortest step does. Source: Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section II.10 (the program DOP853); step control as in Commons
 * Math 3.6.1, whose integrator has the same bits.
 *
 * @param relativeTolerance relative error in a step, at least 1e-14
 * @param absoluteTolerance absolute error in a step, in the unit of the states, greater than 0
 * @param region the run stops when |x|∞ &gt; region·(1 + |x(t₁)|∞); infinite for no guard
 * @param maxEvaluations the run stops after this many evaluations of the right-hand side
 */
public record DormandPrince(
    double relativeTolerance, double absoluteTolerance, double region, long maxEvaluations)
    implements Resumable {
  static final String NAME = "dormand-prince";

  /** Checks the settings. */
  public DormandPrince {
    Settings.requireTolerances("DormandPrince", relativeTolerance, absoluteTolerance);
    Settings.requireRegion("DormandPrince", region);
    Settings.requireBudget("DormandPrince", maxEvaluations);
  }

  /** Tolerances 1e-9 relative and 1e-12 absolute, region 1e6, ten million evaluations. */
  public static DormandPrince defaults() {
    return new DormandPrince(1e-9, 1e-12, 1e6, 10_000_000);
  }

  /** The same with this relative and absolute tolerance. */
  public DormandPrince withTolerance(double both) {
    return withRelativeTolerance(both).withAbsoluteTolerance(both);
  }

  /** The same with this relative tolerance. */
  public DormandPrince withRelativeTolerance(double tolerance) {
    return new DormandPrince(tolerance, absoluteTolerance, region, maxEvaluations);
  }

  /** The same with this absolute tolerance. */
  public DormandPrince withAbsoluteTolerance(double tolerance) {
    return new DormandPrince(relativeTolerance, tolerance, region, maxEvaluations);
  }

  /** The same with this bound on the growth of the state; infinite for none. */
  public DormandPrince withRegion(double factor) {
    return new DormandPrince(relativeTolerance, absoluteTolerance, factor, maxEvaluations);
  }

  /** The same with this budget of evaluations. */
  public DormandPrince withMaxEvaluations(long budget) {
    return new DormandPrince(relativeTolerance, absoluteTolerance, region, budget);
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    return DormandPrinceRun.solve(this, new Request(field, start, times));
  }

  @Override
  public DormandPrince after(Solution leg) {
    return withMaxEvaluations(Settings.left(maxEvaluations, leg));
  }
}
