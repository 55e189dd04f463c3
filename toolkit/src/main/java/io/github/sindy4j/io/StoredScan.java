package io.github.sindy4j.io;

import io.github.sindy4j.data.ColumnSummary;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.GapRule;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StepWatch;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads stored rows once: judges every row as {@link Assembler} does, finds trajectories and gaps,
 * and where each sample stands.
 */
final class StoredScan {
  /** How many blocks the sample is taken from. */
  private static final int SAMPLED = 8;

  private final StoredTable rows;
  private final StoredColumns columns;
  private final GapRule rule;
  private final GapLog log;
  private final Map<String, StoredRun> runs = new LinkedHashMap<>();
  private final long[] firsts;
  private final List<ColumnSums> sums;

  /** Columns that nobody named, in which the first rows have no number. */
  private final List<Integer> unchosen;

  private Optional<StoredRun> current = Optional.empty();
  private Optional<RowBlock> before = Optional.empty();
  private long samples;
  private long line;

  StoredScan(StoredTable rows, GapRule rule) {
    this.rows = rows;
    this.columns = rows.columns();
    this.rule = rule;
    this.log = new GapLog(rows.table().place().unit());
    this.firsts = new long[rows.blocks().count() + 1];
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
    int end = rows.blocks().readAll(this::digest, this::accept);
    if (end < rows.blocks().count()) {
      try {
        rows.faults().explain(end, line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw StoredTable.notPlain(
          rows.table().place(), "has quotes, comments or other marks behind line " + line);
    }
    if (samples == 0) {
      new Assembler(rows.table()).assemble("", rule);
      throw rows.table()
          .place()
          .bad("no-rows", "no row has a state", "Give at least one row of numbers");
    }
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

  private void accept(Digest digest, int number) {
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
          log.drop((int) (line + row));
        }
      }
    }
    unchosen.forEach(column -> requireEmpty(column, block));
    for (int c = 0; c < sums.size(); c++) {
      sums.get(c).add(digest.sums().get(c));
    }
    line += block.rows();
    firsts[number + 1] = samples;
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
      throw unsound(block);
    }
    StoredRun run = current.orElseThrow();
    double time = block.get(row, columns.time());
    if (run.size() == 0) {
      run.startAt(samples);
    } else if (run.start() + run.size() != samples) {
      throw new Unsupported(
          "stream-mixed",
          rows.table().place().line(line + row).text(),
          "trajectory " + run.id() + " goes on after rows of others",
          "Sort the rows by trajectory, or leave out --stream");
    } else if (!(time > run.last())) {
      throw unsound(block);
    }
    run.add(time);
    samples++;
  }

  /** The error that reading these rows together gives. */
  private RuntimeException unsound(RowBlock block) {
    Table table = rows.table().emptied();
    before.ifPresent(rowsBefore -> table.append(rowsBefore, line - rowsBefore.rows()));
    table.append(block, line);
    new Assembler(table).assemble("", rule);
    return rows.table()
        .place()
        .bad(
            "time-not-increasing",
            "time goes back behind " + rows.table().place().unit() + " " + line,
            "Sort the rows by time, and mark different runs by a trajectory column");
  }

  /** Which sample stands where. */
  StoredIndex index() {
    List<StoredRun> found = found();
    return new StoredIndex(
        firsts,
        found.stream().map(StoredRun::id).toList(),
        found.stream().mapToLong(StoredRun::start).toArray());
  }

  private List<StoredRun> found() {
    return runs.values().stream().filter(run -> run.size() > 0).toList();
  }

  /** What is known of the whole; the sample is read from {@code data}. */
  StoredData.Outline outline(String name, StoredData data) {
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
    DataSummary summary =
        new DataSummary(name, samples, parts.size(), gaps, from, to, steps.summary());
    Schema schema = schema();
    List<Variable> variables =
        Stream.concat(schema.states().stream(), schema.controls().stream()).toList();
    List<ColumnSummary> summaries = new ArrayList<>();
    for (int c = 0; c < sums.size(); c++) {
      summaries.add(sums.get(c).summary(variables.get(c)));
    }
    Dataset sample = new Dataset(name, schema, sample(data, parts), List.of());
    return new StoredData.Outline(
        schema, columns.rates().length > 0, parts, summary, summaries, sample, notices);
  }

  private Schema schema() {
    Table table = rows.table();
    return new Schema(
        table.numbers(table.roles().time()).variable(),
        variables(rows.choice().states()),
        variables(table.roles().controls()));
  }

  private List<Variable> variables(List<Integer> chosen) {
    return chosen.stream().map(c -> rows.table().numbers(c).variable()).toList();
  }

  /** The samples of a few blocks, evenly spread, each with its own gaps. */
  private List<Trajectory> sample(StoredData data, List<StoredData.Part> parts) {
    List<Trajectory> stretches = new ArrayList<>();
    int blocks = firsts.length - 1;
    int taken = Math.min(SAMPLED, blocks);
    List<StoredRun> found = found();
    for (int k = 0; k < taken; k++) {
      int block = (int) ((long) blocks * k / taken);
      for (int trajectory = 0; trajectory < found.size(); trajectory++) {
        StoredRun run = found.get(trajectory);
        long from = Math.max(0, firsts[block] - run.start());
        long to = Math.min(run.size(), firsts[block + 1] - run.start());
        if (from < to) {
          stretches.add(stretch(data, trajectory, parts.get(trajectory), (int) from, (int) to));
        }
      }
    }
    return stretches;
  }

  private static Trajectory stretch(
      StoredData data, int trajectory, StoredData.Part part, int from, int to) {
    TreeSet<Integer> gaps = new TreeSet<>();
    for (Segment segment : part.segments()) {
      if (segment.from() > from && segment.from() < to) {
        gaps.add(segment.from() - from);
      }
    }
    Trajectory stretch = data.samples(trajectory, from, to);
    return gaps.isEmpty() ? stretch : stretch.withGapsBefore(gaps);
  }
}
