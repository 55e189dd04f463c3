package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts anew at every requested time: for right-hand sides that are smooth between these times and
 * have kinks there, as with controls that are joined by straight lines.
 *
 * <p>No step crosses a kink, so that the tolerances hold; the guard and the budget of evaluations
 * are those of the whole run.
 *
 * @param first solves from the first requested time to the next; then what it leaves for the next
 */
public record Restarting(Resumable first) implements Integrator {
  @Override
  public Solution integrate(VectorField field, Vec start, Vec times) {
    int n = start.size();
    double[] states = new double[Math.multiplyExact(times.size(), n)];
    System.arraycopy(start.toArray(), 0, states, 0, n);
    double bound = first.region() * (1 + start.maxAbs());
    Vec state = start;
    long evaluations = 0;
    List<Solution.Stretch> stretches = new ArrayList<>();
    Resumable leg = first;
    for (int k = 1; k < times.size(); k++) {
      Solution next = leg.integrate(field, state, times.slice(k - 1, k + 1));
      evaluations += next.evaluations();
      leg = leg.after(next);
      next.stretches().stream()
          .filter(s -> stretches.isEmpty() || !isOf(stretches.get(stretches.size() - 1), s))
          .forEach(stretches::add);
      if (!next.isComplete()) {
        return prefix(times, states, n, k, next.outcome(), evaluations, stretches);
      }
      state = next.states().row(1);
      if (!(state.maxAbs() <= bound)) {
        String reason = String.format(Locale.ROOT, "the state left the region |x| ≤ %.3g", bound);
        return prefix(
            times,
            states,
            n,
            k,
            new Solution.Stopped(times.get(k - 1), reason),
            evaluations,
            stretches);
      }
      System.arraycopy(state.toArray(), 0, states, k * n, n);
    }
    return prefix(times, states, n, times.size(), new Solution.Completed(), evaluations, stretches);
  }

  private static boolean isOf(Solution.Stretch last, Solution.Stretch next) {
    return last.integrator().equals(next.integrator());
  }

  private static Solution prefix(
      Vec times,
      double[] states,
      int n,
      int reached,
      Solution.Outcome outcome,
      long evaluations,
      List<Solution.Stretch> stretches) {
    double[] kept = Arrays.copyOf(states, reached * n);
    return new Solution(
        times.slice(0, reached), Matrix.adopt(reached, n, kept), outcome, evaluations, stretches);
  }
}
