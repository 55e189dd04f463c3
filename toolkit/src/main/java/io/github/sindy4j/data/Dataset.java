package io.github.sindy4j.data;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import java.util.List;

/**
 * Trajectories of one system, possibly of different lengths and grids.
 *
 * @param name what the user calls it, such as a file name
 * @param schema the meaning of the columns
 * @param trajectories at least one, each with the columns of the schema
 * @param notices what was done to the data on the way in: gaps, dropped rows
 */
public record Dataset(
    String name, Schema schema, List<Trajectory> trajectories, List<Notice> notices) {
  /** Checks that trajectories fit the schema. */
  public Dataset {
    trajectories = List.copyOf(trajectories);
    notices = List.copyOf(notices);
    if (trajectories.isEmpty()) {
      throw new BadData("no-rows", name, "there are no data", "Give at least one trajectory");
    }
    for (Trajectory trajectory : trajectories) {
      requireColumns("states", schema.states().size(), trajectory.states());
      requireColumns("controls", schema.controls().size(), trajectory.controls());
      trajectory.rates().ifPresent(rates -> requireColumns("rates", schema.states().size(), rates));
    }
    long measured = trajectories.stream().filter(t -> t.rates().isPresent()).count();
    if (measured != 0 && measured != trajectories.size()) {
      throw new BadData(
          "rates-missing",
          name,
          "some trajectories have measured rates and some have none",
          "Give rates for all or none");
    }
  }

  /** One trajectory, columns named {@code states}, time named {@code t}. */
  public static Dataset of(Vec times, Matrix states, String... names) {
    return new Dataset(
        "data", Schema.of(names), List.of(Trajectory.of("1", times, states)), List.of());
  }

  /** The first trajectory. */
  public Trajectory first() {
    return trajectories.get(0);
  }

  /** The number of samples over all trajectories. */
  public long samples() {
    return trajectories.stream().mapToLong(Trajectory::size).sum();
  }

  /** Whether the rates were measured. */
  public boolean hasRates() {
    return trajectories.get(0).rates().isPresent();
  }

  private static void requireColumns(String what, int expected, Matrix values) {
    if (values.cols() != expected) {
      throw new IllegalArgumentException(
          "Dataset: " + what + " must have " + expected + " columns but have " + values.cols());
    }
  }
}
