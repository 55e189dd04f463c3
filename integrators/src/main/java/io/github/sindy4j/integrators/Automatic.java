package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;

/**
 * Dormand–Prince 8(5,3) until the problem turns out to be stiff, Radau IIA from there on; {@link
 * Solution#stretches} says when.
 *
 * <p>A problem that is not stiff has the bits and the cost of {@link DormandPrince}. Stiffness is
 * suspected by the dominant eigenvalue of the Jacobian, and believed when a trial of Radau is
 * cheaper; tolerances, region and budget of the whole run are those of the first method.
 *
 * @param explicit the method to begin with
 */
public record Automatic(DormandPrince explicit) implements Resumable {
  /** With the defaults of {@link DormandPrince}. */
  public static Automatic defaults() {
    return new Automatic(DormandPrince.defaults());
  }

  /** The same with this relative and absolute tolerance. */
  public Automatic withTolerance(double both) {
    return new Automatic(explicit.withTolerance(both));
  }

  /** The same with this budget of evaluations. */
  public Automatic withMaxEvaluations(long budget) {
    return new Automatic(explicit.withMaxEvaluations(budget));
  }

  @Override
  public double region() {
    return explicit.region();
  }

  @Override
  public Resumable after(Solution leg) {
    boolean isStiff =
        leg.stretches().stream().anyMatch(stretch -> stretch.integrator().equals(Radau.NAME));
    return isStiff ? stiff().after(leg) : new Automatic(explicit.after(leg));
  }

  private Radau stiff() {
    return new Radau(
        explicit.relativeTolerance(),
        explicit.absoluteTolerance(),
        explicit.region(),
        explicit.maxEvaluations());
  }

  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    Request request = new Request(field, start, times);
    CountedField counted = new CountedField(field.evaluator(), explicit.maxEvaluations());
    Journal journal = new Journal(request, explicit.region());
    journal.begin(times.first(), DormandPrince.NAME);
    StiffnessWatch watch = new StiffnessWatch(stiff(), counted, request);
    DormandPrinceRun run = new DormandPrinceRun(explicit, counted, journal, watch, request);
    try {
      return run.solve();
    } catch (StiffnessWatch.Stiff stiffHere) {
      return RadauRun.from(stiff(), counted, journal, run.time(), run.state(), times.last());
    }
  }
}
