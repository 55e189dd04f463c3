package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.util.Arrays;
import java.util.Locale;

/**
 * Starts anew at every requested time: for right-hand sides that are smooth between these times and
 * have kinks there, as with controls that are joined by straight lines.
 *
 * <p>No step crosses a kink, so that the tolerances hold; the guard and the budget of evaluations
 * are those of the whole run.
 *
 * @param inner solves from one requested time to the next
 */
public record Restarting(DormandPrince inner) implements Integrator {
  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    int n = start.size();
    double[] states = new double[Math.multiplyExact(times.size(), n)];
    System.arraycopy(start.toArray(), 0, states, 0, n);
    double bound = inner.region() * (1 + start.maxAbs());
    Vec state = start;
    long evaluations = 0;
    for (int k = 1; k < times.size(); k++) {
      DormandPrince leg =
          inner.withMaxEvaluations(Math.max(1, inner.maxEvaluations() - evaluations));
      Solution next = leg.integrate(field, state, times.slice(k - 1, k + 1));
      evaluations += next.evaluations();
      if (!next.isComplete()) {
        return prefix(times, states, n, k, next.outcome(), evaluations);
      }
      state = next.states().row(1);
      if (!(state.maxAbs() <= bound)) {
        String reason = String.format(Locale.ROOT, "the state left the region |x| ≤ %.3g", bound);
        return prefix(
            times, states, n, k, new Solution.Stopped(times.get(k - 1), reason), evaluations);
      }
      System.arraycopy(state.toArray(), 0, states, k * n, n);
    }
    return prefix(times, states, n, times.size(), new Solution.Completed(), evaluations);
  }

  private static Solution prefix(
      Vec times, double[] states, int n, int reached, Solution.Outcome outcome, long evaluations) {
    double[] kept = Arrays.copyOf(states, reached * n);
    return new Solution(
        times.slice(0, reached), Matrix.adopt(reached, n, kept), outcome, evaluations);
  }
}
