package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Dataset;
import java.util.List;
import java.util.stream.Stream;

/** Everything there is to work on, known systems and measured data, by name. */
public final class Catalogue {
  /** Where numbers come from. */
  public enum Kind {
    /** Computed from known equations. */
    SYSTEM,
    /** Observed, or computed by others. */
    MEASURED
  }

  /**
   * One line of the catalogue.
   *
   * @param name what to ask for
   * @param kind where its numbers come from
   * @param states the names of its states
   * @param samples the number of samples over all trajectories (for a system: of its default
   *     simulation)
   * @param description one line for a person
   * @param citation where it was published
   */
  public record Entry(
      String name,
      Kind kind,
      List<String> states,
      long samples,
      String description,
      String citation) {}

  private Catalogue() {}

  /** Known systems, then measured data. */
  public static List<Entry> entries() {
    return Stream.concat(
            Systems.all().stream().map(Catalogue::entry),
            Measured.all().stream().map(Catalogue::entry))
        .toList();
  }

  /** All names, in the order of {@link #entries}. */
  public static List<String> names() {
    return entries().stream().map(Entry::name).toList();
  }

  /** The measured data of this name, or the default simulation of the known system of this name. */
  public static Dataset dataset(String name) {
    if (Systems.names().contains(name)) {
      return Systems.named(name).simulation().dataset();
    } else if (Measured.names().contains(name)) {
      return Measured.named(name).dataset();
    }
    throw UnknownName.refused("dataset", name, names());
  }

  private static Entry entry(KnownSystem system) {
    return new Entry(
        system.name(),
        Kind.SYSTEM,
        system.schema().stateNames(),
        (long) system.samples() * system.starts().size(),
        system.description(),
        system.citation().text());
  }

  private static Entry entry(Measured data) {
    return new Entry(
        data.name(),
        Kind.MEASURED,
        data.options().states(),
        data.samples(),
        data.description(),
        data.source());
  }
}
