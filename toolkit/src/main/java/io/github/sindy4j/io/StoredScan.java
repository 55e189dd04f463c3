package io.github.sindy4j.io;

import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.StepWatch;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads rows once: judges every row as {@link Assembler} does, finds trajectories and gaps, and
 * tells a follower of every sample.
 */
final class StoredScan {
  private final StoredTable<?> rows;
  private final Follower follower;
  private final StoredColumns columns;
  private final GapRule rule;
  private final GapLog log;
  private final Map<String, StoredRun> runs = new LinkedHashMap<>();
  private final List<ColumnSums> sums;

  /** Columns that nobody named, in which the first rows have no number. */
  private final List<Integer> unchosen;

  private Optional<StoredRun> current = Optional.empty();
  private Optional<RowBlock> before = Optional.empty();
  private long samples;
  private long line;
  private long linesBefore;

  /** Is told of samples while they go by. */
  interface Follower {
    /** The next sample, in this line, is of a trajectory; refuses it if it must not be. */
    void admit(StoredRun run, long line, long number);

    /** It is the last one of its trajectory so far. */
    void take(StoredRun run, RowBlock block, int row);

    /** A block has ended, and with it so many samples. */
    void endBlock(long samples);
  }

  StoredScan(StoredTable<?> rows, GapRule rule, Follower follower) {
    this.rows = rows;
    this.follower = follower;
    this.columns = rows.columns();
    this.rule = rule;
    this.log = new GapLog(rows.table().place().unit());
    this.line = rows.line();
    this.unchosen =
        rows.table().roles().states().stream()
            .filter(c -> rows.table().columns().get(c) == RowLayout.Column.NUMBERS)
            .filter(c -> !rows.choice().states().contains(c))
            .toList();
    this.sums = slots().mapToObj(slot -> new ColumnSums()).toList();
    if (rows.table().ids().isEmpty()) {
      current = Optional.of(run("1"));
    }
  }

  private StoredRun run(String id) {
    return runs.computeIfAbsent(id, name -> new StoredRun(name, new StepWatch(rule)));
  }

  void run() {
    OptionalInt end = rows.blocks().readAll(this::digest, (digest, number) -> accept(digest));
    if (end.isPresent()) {
      throw unreadable(end.getAsInt());
    }
    if (samples == 0) {
      new Assembler(rows.table()).assemble("", rule);
      throw rows.table()
          .place()
          .bad("no-rows", "no row has a state", "Give at least one row of numbers");
    }
  }

  /** Why a block cannot be read. */
  private SindyException unreadable(int block) {
    Place place = rows.table().place();
    try {
      rows.faults().explain(block, line);
    } catch (BadData broken) {
      if (!broken.code().equals("broken-quotes")) {
        throw broken;
      }
      return StoredTable.notPlain(broken.where(), "a quoted cell is not closed in its line");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StoredTable.notPlain(
        place.text(),
        "has behind line "
            + line
            + " a line that is too long, or the first decimal comma or text of a column");
  }

  /** A block, and what any thread can tell of it. */
  private record Digest(RowBlock block, List<ColumnSums> sums) {}

  private Digest digest(RowBlock block) {
    return new Digest(
        block, slots().mapToObj(slot -> ColumnSums.of(block, columns, slot)).toList());
  }

  /** Those of the states, then of the controls. */
  private IntStream slots() {
    return IntStream.concat(Arrays.stream(columns.states()), Arrays.stream(columns.controls()));
  }

  private void accept(Digest digest) {
    RowBlock block = digest.block();
    for (int row = 0; row < block.rows(); row++) {
      boolean filled = columns.isSample(block, row);
      boolean timed = !Double.isNaN(block.get(row, columns.time()));
      String name = name(block, row);
      if (!name.isEmpty() && (current.isEmpty() || !current.get().id().equals(name))) {
        current = Optional.of(run(name));
      }
      if (filled) {
        add(block, row);
      } else {
        GapLog.Kind kind = timed ? GapLog.Kind.MISSING_STATES : GapLog.Kind.BLANK_ROW;
        current.ifPresent(run -> run.gap(kind));
        if (timed) {
          log.drop((int) (line + block.line(row)));
        }
      }
    }
    unchosen.forEach(column -> requireEmpty(column, block));
    for (int c = 0; c < sums.size(); c++) {
      sums.get(c).add(digest.sums().get(c));
    }
    linesBefore = block.lines();
    line += linesBefore;
    follower.endBlock(samples);
    before = Optional.of(block);
  }

  private void requireEmpty(int column, RowBlock block) {
    int slot = StoredColumns.slot(rows.table().columns(), column);
    for (int row = 0; row < block.rows(); row++) {
      if (!Double.isNaN(block.get(row, slot))) {
        throw new Unsupported(
            "stream-late-column",
            rows.table().place().column(rows.table().header().name(column)).text(),
            "has no number in the first rows, but has one later",
            "Name the states (--states), or leave out --stream");
      }
    }
  }

  /** The name of the trajectory of a row; empty where the row names none. */
  private String name(RowBlock block, int row) {
    boolean named = rows.table().ids().isPresent() && block.name(row) != IdColumn.MISSING;
    return named ? block.names().get(block.name(row)) : "";
  }

  private void add(RowBlock block, int row) {
    boolean named = rows.table().ids().isEmpty() || block.name(row) != IdColumn.MISSING;
    if (!named || !columns.isSound(block, row)) {
      throw unsound(block, row);
    }
    StoredRun run = current.orElseThrow();
    double time = block.get(row, columns.time());
    follower.admit(run, line + block.line(row), samples);
    if (run.size() == 0) {
      run.startAt(samples);
    } else if (!(time > run.last())) {
      throw unsound(block, row);
    }
    run.add(time);
    follower.take(run, block, row);
    samples++;
  }

  /** The error that reading these rows together gives, or else what is wrong with the time. */
  private RuntimeException unsound(RowBlock block, int row) {
    Table table = rows.table().emptied();
    before.ifPresent(rowsBefore -> table.append(rowsBefore, line - linesBefore));
    table.append(block, line);
    new Assembler(table).assemble("", rule);
    StoredRun run = current.orElseThrow();
    String trajectory = table.ids().isPresent() ? " in trajectory " + run.id() : "";
    return table
        .place()
        .line(line + block.line(row))
        .column(table.numbers(table.roles().time()).variable().name())
        .bad(
            "time-not-increasing",
            "time goes from " + run.last() + " to " + block.get(row, columns.time()) + trajectory,
            "Sort the rows by time, and mark different runs by a trajectory column");
  }

  /** The trajectories that have samples, in the order of their first rows. */
  List<StoredRun> found() {
    return runs.values().stream().filter(run -> run.size() > 0).toList();
  }

  /**
   * What is known of the whole.
   *
   * @param more notices about the rows
   * @param sample of the samples, from the trajectories
   */
  StoredData.Outline outline(
      String name, List<Notice> more, Function<List<StoredData.Part>, List<Trajectory>> sample) {
    List<Notice> notices = new ArrayList<>(rows.choice().notices());
    runs.values().stream()
        .filter(run -> run.size() == 0 && rows.table().ids().isPresent())
        .forEach(
            run ->
                notices.add(
                    Notice.warning(
                        "trajectory-empty",
                        "trajectory " + run.id() + " has no states and was left out")));
    List<StoredData.Part> parts = new ArrayList<>();
    StepWatch.Steps steps = new StepWatch.Steps();
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    int gaps = 0;
    for (StoredRun run : found()) {
      StoredData.Part part = run.finish(log, steps);
      parts.add(part);
      gaps += part.segments().size() - 1;
      from = Math.min(from, run.first());
      to = Math.max(to, run.last());
    }
    notices.addAll(log.notices(runs.size() < 2));
    notices.addAll(more);
    DataSummary summary =
        new DataSummary(name, samples, parts.size(), gaps, from, to, steps.summary());
    Schema schema = rows.schema();
    List<Variable> variables =
        Stream.concat(schema.states().stream(), schema.controls().stream()).toList();
    List<ColumnSummary> summaries = new ArrayList<>();
    for (int c = 0; c < sums.size(); c++) {
      summaries.add(sums.get(c).summary(variables.get(c)));
    }
    Dataset some = new Dataset(name, schema, sample.apply(parts), List.of());
    return new StoredData.Outline(
        schema, columns.rates().length > 0, parts, summary, summaries, some, notices);
  }
}
