package io.github.sindy4j.integrators;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** Collects states at the requested times, in their order, and guards the region |x|∞ ≤ bound. */
final class Journal {
  private final Vec times;
  private final int n;
  private final double bound;
  private final double[] states;
  private final List<Solution.Stretch> stretches = new ArrayList<>();
  private int filled;

  Journal(Request request, double region) {
    this.times = request.times();
    this.n = request.start().size();
    this.bound = Math.min(Double.MAX_VALUE, region * (1 + request.start().maxAbs()));
    this.states = new double[Math.multiplyExact(times.size(), n)];
    add(request.start().toArray());
  }

  /** From this time on states come from this integrator. */
  void begin(double time, String integrator) {
    stretches.add(new Solution.Stretch(time, integrator));
  }

  /** Whether every requested time has its state. */
  boolean isFull() {
    return filled == times.size();
  }

  /** The first requested time without a state; there must be one. */
  double next() {
    return times.get(filled);
  }

  /** Takes the state at {@link #next}; halts when it is outside. */
  void add(double[] state) {
    guard(state);
    System.arraycopy(state, 0, states, filled * n, n);
    filled++;
  }

  /**
   * Takes the states at the requested times that a step passes, and the one that it arrives at;
   * halts when one is outside.
   *
   * @param isLast whether it stands for the end of the run
   * @param between the states on the way
   */
  void pass(double reached, boolean isLast, double[] arrived, DoubleFunction<double[]> between) {
    while (!isFull() && next() < reached) {
      add(between.apply(next()));
    }
    guard(arrived);
    while (!isFull() && (isLast || next() == reached)) {
      add(arrived);
    }
  }

  /** Halts unless |x|∞ ≤ bound. */
  void guard(double[] state) {
    for (double value : state) {
      if (!(Math.abs(value) <= bound)) {
        throw new Halt(
            Double.isNaN(value)
                ? "the state is not a number"
                : String.format(
                    java.util.Locale.ROOT, "the state left the region |x| ≤ %.3g", bound));
      }
    }
  }

  Solution completed(long evaluations) {
    return solution(new Solution.Completed(), evaluations);
  }

  Solution stopped(double time, String reason, long evaluations) {
    return solution(new Solution.Stopped(time, reason), evaluations);
  }

  private Solution solution(Solution.Outcome outcome, long evaluations) {
    double[] own = isFull() ? states : Arrays.copyOf(states, filled * n);
    Matrix reached = Matrix.adopt(filled, n, own);
    return new Solution(times.slice(0, filled), reached, outcome, evaluations, stretches);
  }
}
