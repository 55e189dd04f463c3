package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * x(t₁), …, x(t_k): as much of the requested trajectory as could be computed.
 *
 * @param times the times that were reached, a prefix of the requested ones
 * @param states the states at these times, k×n
 * @param outcome whether the run was finished, or when and why it stopped
 * @param evaluations how often the right-hand side was evaluated
 * @param stretches which integrators ran, in order, and from when; empty where nobody said
 */
public record Solution(
    Vec times, Matrix states, Outcome outcome, long evaluations, List<Stretch> stretches) {
  /** Copies the stretches. */
  public Solution {
    stretches = List.copyOf(stretches);
  }

  /** One of which nobody said which integrator ran. */
  public Solution(Vec times, Matrix states, Outcome outcome, long evaluations) {
    this(times, states, outcome, evaluations, List.of());
  }

  /**
   * A part of a run.
   *
   * @param from the time from which it ran
   * @param integrator the name of the method, such as {@code radau}
   */
  public record Stretch(double from, String integrator) {}

  /** How a run ended. */
  public sealed interface Outcome permits Completed, Stopped {
    /** One line for a person. */
    String text();
  }

  /** Every requested time was reached. */
  public record Completed() implements Outcome {
    @Override
    public String text() {
      return "completed";
    }
  }

  /**
   * The run stopped early.
   *
   * @param time the time of the last accepted step
   * @param reason such as "the state left the region |x| ≤ 1e6"
   */
  public record Stopped(double time, String reason) implements Outcome {
    @Override
    public String text() {
      return "stopped at t = " + time + ": " + reason;
    }
  }

  /** Whether every requested time was reached. */
  public boolean isComplete() {
    return outcome instanceof Completed;
  }
}
