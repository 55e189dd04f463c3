package io.github.sindy4j.report;

import java.util.List;

/**
 * How constant conserved quantities h are: (h − h̄)/s along the data, about the mean h̄ of each
 * trajectory, and (h − h(0))/s along the model's rollout. At most {@link #MAX_QUANTITIES} are
 * drawn, each in a strip of its own.
 *
 * @param timeLabel what the time axis says
 * @param quantities the quantities, in their order
 */
public record DriftPanel(String timeLabel, List<Quantity> quantities) implements Panel {
  /** How many quantities are drawn. */
  public static final int MAX_QUANTITIES = 4;

  /** How many trajectories of each kind are drawn. */
  public static final int MAX_TRAJECTORIES = 12;

  /** Copies the list and checks that there is a quantity. */
  public DriftPanel {
    quantities = List.copyOf(quantities);
    Checks.require(!quantities.isEmpty(), "DriftPanel: no quantities; leave the panel out instead");
  }

  /**
   * One quantity over time.
   *
   * @param expression what it is, such as {@code x^2 + y^2}
   * @param scale s &gt; 0, the size of the quantity: its root mean square or its range over the
   *     data
   * @param data its values along the measured trajectories
   * @param rollout its values along the model's trajectories
   */
  public record Quantity(String expression, double scale, List<Curve> data, List<Curve> rollout) {
    /** Copies the lists and checks the scale. */
    public Quantity {
      data = List.copyOf(data);
      rollout = List.copyOf(rollout);
      Checks.require(
          scale > 0 && Double.isFinite(scale),
          "DriftPanel: the scale must be positive and finite but is " + scale);
    }
  }

  List<Quantity> shown() {
    return quantities.subList(0, Math.min(MAX_QUANTITIES, quantities.size()));
  }
}
