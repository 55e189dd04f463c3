package io.github.sindy4j.io;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns the rows of a table into trajectories.
 *
 * <p>A row without any state is dropped and marks a gap in its trajectory; every other row must be
 * complete and finite, and later than the one before it in its trajectory.
 */
final class Assembler {
  private static final String CURE = "Mend it, or empty every state of this row to mark a gap";

  private final Table table;
  private final NumberColumn time;
  private final NumberColumn[] states;
  private final NumberColumn[] controls;
  private final NumberColumn[] rates;
  private final List<Notice> notices;

  Assembler(Table table) {
    this.table = table;
    Roles roles = table.roles();
    StateChoice choice = StateChoice.of(table);
    time = table.numbers(roles.time());
    states = table.numbers(choice.states());
    controls = table.numbers(roles.controls());
    rates = table.numbers(roles.rates());
    notices = new ArrayList<>(choice.notices());
  }

  Dataset assemble(String name, GapRule rule) {
    requireShape();
    boolean single = table.ids().isEmpty() || table.ids().get().names().size() < 2;
    GapLog log = new GapLog(table.place().unit());
    List<Group> groups = groups(log);
    List<Trajectory> trajectories = new ArrayList<>();
    for (Group group : groups) {
      if (group.rows().size() > 0) {
        trajectories.add(trajectory(group, rule, log));
      } else {
        notices.add(
            Notice.warning(
                "trajectory-empty",
                "trajectory " + group.id() + " has no states and was left out"));
      }
    }
    if (trajectories.isEmpty()) {
      throw table.place().bad("no-rows", "no row has a state", "Give at least one row of numbers");
    }
    notices.addAll(log.notices(single));
    return new Dataset(
        name,
        new Schema(time.variable(), variables(states), variables(controls)),
        trajectories,
        notices);
  }

  void requireShape() {
    if (table.rows() == 0) {
      throw table
          .place()
          .bad("no-rows", "it has a header but no rows", "Give at least one row of numbers");
    }
    if (rates.length > 0 && rates.length != states.length) {
      throw new BadSetting(
          "rates-count",
          table.place().text(),
          "there are "
              + rates.length
              + " rates but "
              + states.length
              + " states ("
              + names(states)
              + ")",
          "Name one rate for each state, in the same order");
    }
  }

  /** Gives every row to its trajectory. */
  private List<Group> groups(GapLog log) {
    List<Group> groups =
        new ArrayList<>(
            table
                .ids()
                .map(ids -> ids.names().stream().map(Group::new).toList())
                .orElseGet(() -> List.of(new Group("1"))));
    if (table.ids().isEmpty() && isFull()) {
      groups.get(0).addAll(table.rows());
      return groups;
    }
    int current = table.ids().isPresent() ? IdColumn.MISSING : 0;
    for (int row = 0; row < table.rows(); row++) {
      int id = table.ids().isPresent() ? table.ids().get().get(row) : 0;
      current = id == IdColumn.MISSING ? current : id;
      boolean filled = hasState(row);
      boolean timed = !Double.isNaN(time.get(row));
      if (filled) {
        requireSound(row, id);
        groups.get(current).add(row);
      } else if (current != IdColumn.MISSING) {
        groups.get(current).gap(timed ? GapLog.Kind.MISSING_STATES : GapLog.Kind.BLANK_ROW);
      }
      if (!filled && timed) {
        log.drop(table.line(row));
      }
    }
    return groups;
  }

  /** Whether nothing is missing or infinite. */
  private boolean isFull() {
    return time.isFull()
        && Stream.of(states, controls, rates).flatMap(Stream::of).allMatch(NumberColumn::isFull);
  }

  private boolean hasState(int row) {
    for (NumberColumn state : states) {
      if (!Double.isNaN(state.get(row))) {
        return true;
      }
    }
    return false;
  }

  private void requireSound(int row, int id) {
    if (id == IdColumn.MISSING) {
      String column = table.header().name(table.roles().trajectory().orElseThrow());
      throw table
          .at(row)
          .column(column)
          .bad(
              "trajectory-missing",
              "the row names no trajectory",
              "Fill it in, or leave the whole row empty to mark a gap");
    }
    if (Double.isNaN(time.get(row))) {
      throw table
          .at(row)
          .column(time.variable().name())
          .bad(
              "time-missing",
              "the time is missing but states are present",
              "Fill it in, or empty the whole row to mark a gap");
    }
    requireSound(row, time);
    requireSound(row, states);
    requireSound(row, controls);
    requireSound(row, rates);
  }

  private void requireSound(int row, NumberColumn... columns) {
    for (NumberColumn column : columns) {
      double value = column.get(row);
      if (!Double.isFinite(value)) {
        Place at = table.at(row).column(column.variable().name());
        throw Double.isNaN(value)
            ? at.bad(
                "partly-missing-row",
                "the value is missing while others of the row are present",
                CURE)
            : at.bad("not-finite", "the value is infinite", CURE);
      }
    }
  }

  private Trajectory trajectory(Group group, GapRule rule, GapLog log) {
    Vec times = times(group);
    SortedMap<Integer, GapLog.Kind> gaps = new TreeMap<>(group.gaps());
    rule.gapsIn(times).forEach(sample -> gaps.putIfAbsent(sample, GapLog.Kind.TIME_STEP));
    if (!gaps.isEmpty()) {
      double median = GapRule.medianStep(times);
      gaps.forEach(
          (sample, kind) ->
              log.add(kind, group.id(), times.get(sample - 1), times.get(sample), median));
    }
    Trajectory trajectory = Trajectory.of(group.id(), times, matrix(group.rows(), states));
    if (controls.length > 0) {
      trajectory = trajectory.withControls(matrix(group.rows(), controls));
    }
    if (rates.length > 0) {
      trajectory = trajectory.withRates(matrix(group.rows(), rates));
    }
    return gaps.isEmpty() ? trajectory : trajectory.withGapsBefore(new TreeSet<>(gaps.keySet()));
  }

  private Vec times(Group group) {
    Vec times = matrix(group.rows(), time).vec();
    int late = times.risesUntil();
    if (late < times.size()) {
      throw notIncreasing(group, late, times.get(late - 1), times.get(late));
    }
    return times;
  }

  private BadData notIncreasing(Group group, int sample, double before, double after) {
    String trajectory = table.ids().isPresent() ? " in trajectory " + group.id() : "";
    int line = table.line(group.rows().get(sample - 1));
    return table
        .at(group.rows().get(sample))
        .column(time.variable().name())
        .bad(
            "time-not-increasing",
            "time goes from "
                + before
                + " ("
                + table.place().unit()
                + " "
                + line
                + ") to "
                + after
                + trajectory,
            "Sort the rows by time, and mark different runs by a trajectory column");
  }

  private static Matrix matrix(Ints rows, NumberColumn... columns) {
    int width = columns.length;
    double[] values = new double[Math.multiplyExact(rows.size(), width)];
    if (rows.isRun() && rows.size() > 0) {
      int first = rows.get(0);
      Ranges.each(rows.size(), (from, to) -> copy(columns, first, from, to, values));
    } else {
      for (int j = 0; j < width; j++) {
        copy(rows, columns[j], values, j, width);
      }
    }
    return Matrix.adopt(rows.size(), width, values);
  }

  /** Rows {@code first + from … first + to − 1} of a table to the rows from {@code from} on. */
  private static void copy(NumberColumn[] columns, int first, int from, int to, double[] target) {
    int width = columns.length;
    for (int j = 0; j < width; j++) {
      columns[j].copy(first + from, to - from, target, j + from * width, width);
    }
  }

  private static void copy(Ints rows, NumberColumn column, double[] target, int at, int stride) {
    for (int i = 0; i < rows.size(); i++) {
      target[at + i * stride] = column.get(rows.get(i));
    }
  }

  private static List<Variable> variables(NumberColumn[] columns) {
    return Stream.of(columns).map(NumberColumn::variable).toList();
  }

  private static String names(NumberColumn[] columns) {
    return String.join(", ", variables(columns).stream().map(Variable::name).toList());
  }
}
