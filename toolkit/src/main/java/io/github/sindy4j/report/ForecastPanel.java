package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Measured states over time before the band in which the models of an ensemble lie.
 *
 * <p>Each state gets a strip of its own; at most {@link #MAX_STATES} are drawn.
 *
 * @param timeLabel what the time axis says, such as {@code t} or {@code time (h)}
 * @param states the states, in their order
 * @param models how many models there were
 * @param stopped how many of them did not reach the end
 */
public record ForecastPanel(String timeLabel, List<State> states, int models, int stopped)
    implements Panel {
  /** How many states are drawn. */
  public static final int MAX_STATES = 3;

  /** Copies the list and checks that there is a state. */
  public ForecastPanel {
    states = List.copyOf(states);
    Checks.require(!states.isEmpty(), "ForecastPanel: no states; leave the panel out instead");
  }

  /**
   * One state over time.
   *
   * @param name its name
   * @param data what was measured
   * @param bands one for each stretch that the models were set off on
   */
  public record State(String name, Curve data, List<Band> bands) {
    /** Copies the list. */
    public State {
      bands = List.copyOf(bands);
    }
  }

  /**
   * A band over time. Bounds may be infinite, where models are lost; the median may be not a
   * number, where all are.
   *
   * @param times t
   * @param lower the 2.5 % quantiles
   * @param median the 50 % quantiles
   * @param upper the 97.5 % quantiles
   */
  public record Band(Vec times, Vec lower, Vec median, Vec upper) {
    /** Checks the lengths. */
    public Band {
      Checks.sameSize("Band: times and lower bounds", times.size(), lower.size());
      Checks.sameSize("Band: times and medians", times.size(), median.size());
      Checks.sameSize("Band: times and upper bounds", times.size(), upper.size());
    }
  }

  List<State> shown() {
    return states.subList(0, Math.min(MAX_STATES, states.size()));
  }
}
