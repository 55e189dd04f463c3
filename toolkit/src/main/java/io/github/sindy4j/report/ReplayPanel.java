package io.github.sindy4j.report;

import java.util.List;

/**
 * Measured states over time and the model's replay from the first one.
 *
 * <p>Each state gets a strip of its own, because states may differ by decades; at most {@link
 * #MAX_STATES} are drawn.
 *
 * @param timeLabel what the time axis says, such as {@code t} or {@code time (h)}
 * @param states the states, in their order
 * @param gaps stretches of time without data, hatched
 * @param endNote why the replay ends early, such as {@code replay left the region at t = 3.2};
 *     empty if it does not
 */
public record ReplayPanel(String timeLabel, List<State> states, List<Interval> gaps, String endNote)
    implements Panel {
  /** How many states are drawn. */
  public static final int MAX_STATES = 3;

  /** Copies the lists and checks that there is a state. */
  public ReplayPanel {
    states = List.copyOf(states);
    gaps = List.copyOf(gaps);
    Checks.require(!states.isEmpty(), "ReplayPanel: no states; leave the panel out instead");
  }

  /**
   * One state over time.
   *
   * @param name its name
   * @param data what was measured
   * @param replay what the model says; it may be shorter than the data, or empty
   * @param smoothed where the state was, given the data and the model
   */
  public record State(String name, Curve data, Curve replay, Band smoothed) {
    /** Without a band. */
    public State(String name, Curve data, Curve replay) {
      this(name, data, replay, Band.NONE);
    }
  }

  /**
   * The area between two curves over the same times.
   *
   * @param lower its lower edge
   * @param upper its upper edge
   */
  public record Band(Curve lower, Curve upper) {
    /** No area. */
    public static final Band NONE = new Band(Curve.EMPTY, Curve.EMPTY);

    /** Checks that both have one length. */
    public Band {
      Checks.sameSize("ReplayPanel.Band: lower and upper", lower.size(), upper.size());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
      return lower.size() == 0;
    }
  }

  List<State> shown() {
    return states.subList(0, Math.min(MAX_STATES, states.size()));
  }
}
