package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a table mean, and which time steps are gaps.
 *
 * <p>A column is named by its header, with or without its unit: {@code x} and {@code x [m]} are the
 * same column.
 *
 * @param time the column of times; empty: the first that is called {@code t} or {@code time} (in
 *     lower case if there is one, else in any case), else the first that is not the trajectory
 *     column
 * @param trajectory the column of trajectory names; empty: the first that is called {@code traj},
 *     {@code trajectory}, {@code trial} or {@code run} in any case, else the table is one
 *     trajectory
 * @param states x₁ … xₙ in this order; empty: every numeric column that has no other role, in the
 *     order of the file
 * @param controls u₁ … u_c, possibly none
 * @param rates the measured ẋ₁ … ẋₙ, one for each state and in their order, or none
 * @param maxGap which time steps separate segments
 * @param columns names for the columns of a file without a header; empty: t, x1, x2, …
 * @param step the time between rows of an array that has no column of times; empty: it has one
 */
public record CsvOptions(
    Optional<String> time,
    Optional<String> trajectory,
    List<String> states,
    List<String> controls,
    List<String> rates,
    GapRule maxGap,
    List<String> columns,
    Optional<Double> step) {
  /** Copies the lists; whether the columns exist and fit is decided when a table is read. */
  public CsvOptions {
    states = List.copyOf(states);
    controls = List.copyOf(controls);
    rates = List.copyOf(rates);
    columns = List.copyOf(columns);
    step.ifPresent(
        dt ->
            BadSetting.require(
                dt > 0 && Double.isFinite(dt),
                "step",
                "must be a positive number but is " + dt,
                "It is the time between two rows"));
  }

  /**
   * Everything found from the file: time, trajectories, all other numeric columns as states, long
   * steps as gaps.
   */
  public static CsvOptions defaults() {
    return new CsvOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        GapRule.automatic(),
        List.of(),
        Optional.empty());
  }

  /**
   * The options with which a written dataset is read back: the same roles, and no gaps but the
   * written ones.
   */
  public static CsvOptions matching(Dataset dataset) {
    TidyColumns columns = TidyColumns.of(dataset);
    return new CsvOptions(
        Optional.of(dataset.schema().time().name()),
        columns.trajectory(),
        dataset.schema().stateNames(),
        dataset.schema().controlNames(),
        columns.rateNames(),
        GapRule.none(),
        List.of(),
        Optional.empty());
  }

  /** The same with this column of times. */
  public CsvOptions withTime(String column) {
    return new CsvOptions(
        Optional.of(column), trajectory, states, controls, rates, maxGap, columns, step);
  }

  /** The same with this column of trajectory names. */
  public CsvOptions withTrajectory(String column) {
    return new CsvOptions(
        time, Optional.of(column), states, controls, rates, maxGap, columns, step);
  }

  /** The same with these states; an empty list chooses them automatically. */
  public CsvOptions withStates(List<String> columns) {
    return new CsvOptions(time, trajectory, columns, controls, rates, maxGap, this.columns, step);
  }

  /** The same with these states. */
  public CsvOptions withStates(String... columns) {
    return withStates(List.of(columns));
  }

  /** The same with these controls. */
  public CsvOptions withControls(List<String> columns) {
    return new CsvOptions(time, trajectory, states, columns, rates, maxGap, this.columns, step);
  }

  /** The same with these controls. */
  public CsvOptions withControls(String... columns) {
    return withControls(List.of(columns));
  }

  /** The same with these measured rates, one for each state. */
  public CsvOptions withRates(List<String> columns) {
    return new CsvOptions(time, trajectory, states, controls, columns, maxGap, this.columns, step);
  }

  /** The same with these measured rates, one for each state. */
  public CsvOptions withRates(String... columns) {
    return withRates(List.of(columns));
  }

  /** The same with this rule for gaps. */
  public CsvOptions withMaxGap(GapRule rule) {
    return new CsvOptions(time, trajectory, states, controls, rates, rule, columns, step);
  }

  /** The same with names for the columns of a file without a header. */
  public CsvOptions withColumns(List<String> names) {
    return new CsvOptions(time, trajectory, states, controls, rates, maxGap, names, step);
  }

  /** The same, where rows follow each other after this time and no column holds it. */
  public CsvOptions withStep(double dt) {
    return new CsvOptions(
        time, trajectory, states, controls, rates, maxGap, columns, Optional.of(dt));
  }

  /** The same, where every time step longer than {@code step} is a gap. */
  public CsvOptions withMaxGap(double step) {
    return withMaxGap(GapRule.longerThan(step));
  }
}
