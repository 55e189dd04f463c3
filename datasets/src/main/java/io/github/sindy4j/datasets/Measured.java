package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Data from elsewhere, measured or computed, that come with the toolkit: a table with its source,
 * its terms, and the meaning of its columns.
 *
 * @param name lower case with hyphens, such as {@code hare-lynx}
 * @param description one line for a person
 * @param source where the numbers come from
 * @param terms on which they may be passed on
 * @param trajectories the number of trajectories
 * @param samples the number of samples over all trajectories
 * @param options the roles of the columns; columns without a role stay in the file
 */
public record Measured(
    String name,
    String description,
    String source,
    String terms,
    int trajectories,
    long samples,
    CsvOptions options) {
  private static final List<Measured> ALL =
      List.of(
          new Measured(
              "hare-lynx",
              "Pelts of snowshoe hare and lynx, yearly from 1900 to 1920, in thousands",
              "Records of the Hudson Bay Company (C. Elton; E. P. Odum)",
              "historic counts",
              1,
              21,
              CsvOptions.defaults().withTime("year").withStates("hare", "lynx")),
          new Measured(
              "influenza",
              "Boys in bed with influenza at a boarding school of 763, daily",
              "British Medical Journal, 4 March 1978",
              "published counts",
              1,
              14,
              CsvOptions.defaults().withTime("day").withStates("in_bed")),
          new Measured(
              "planets",
              "Heliocentric positions of the eight planets, every 10 days for 20 years",
              "Computed from the planetary theory VSOP87",
              "computed facts",
              8,
              5848,
              CsvOptions.defaults().withTime("t").withTrajectory("traj").withStates("x", "y", "z")),
          new Measured(
              "kepler-mars",
              "Distance and angle of Mars as Kepler had them, at 28 times; modern values beside",
              "J. Kepler, Astronomia nova (1609), via the Zcalc package",
              "MIT",
              1,
              28,
              CsvOptions.defaults().withTime("t").withStates("kepler_radius", "kepler_angle")),
          new Measured(
              "double-pendulum",
              "A measured double pendulum: angles and their rates, with accelerations, two trials",
              "M. Schmidt, H. Lipson, Distilling free-form natural laws from experimental data,"
                  + " Science 324 (2009), 81–85; copy in nokpil/ConservNet",
              "Apache-2.0 (the copy)",
              2,
              1520,
              CsvOptions.defaults()
                  .withTime("time")
                  .withTrajectory("trial")
                  .withStates("t1", "t2", "o1", "o2")
                  .withRates("td1", "td2", "od1", "od2")),
          new Measured(
              "cylinder-wake",
              "A simulated wake behind a cylinder at Reynolds number 100, in nine modes",
              "Example data of PySINDy, as in S. L. Brunton, J. L. Proctor, J. N. Kutz,"
                  + " PNAS 113 (2016), 3932–3937; modes after B. R. Noack et al.,"
                  + " J. Fluid Mech. 497 (2003), 335–363",
              "MIT",
              1,
              3000,
              CsvOptions.defaults()
                  .withTime("t")
                  .withStates("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "shift")));

  /** All of them. */
  public static List<Measured> all() {
    return ALL;
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(Measured::name).toList();
  }

  /** The data of this name, such as {@code hare-lynx}. */
  public static Measured named(String name) {
    return ALL.stream()
        .filter(data -> data.name().equals(name))
        .findFirst()
        .orElseThrow(() -> UnknownName.refused("measured data", name, names()));
  }

  /**
   * The table as comma-separated values in UTF-8, with source and terms in comments; to be closed
   * by the caller.
   */
  public InputStream open() {
    return Objects.requireNonNull(
        Measured.class.getResourceAsStream(name + ".csv"), "no such resource: " + name);
  }

  /** The data, read with {@link #options}. */
  public Dataset dataset() {
    return dataset(options);
  }

  /** The data, read with other roles of their columns. */
  public Dataset dataset(CsvOptions other) {
    try (InputStream in = open()) {
      return Csv.read(name, in, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
