package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.RowFile;
import io.github.sindy4j.bench.rows.RowRun;
import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Runs rows, several at a time, into a file. What the rows say (all but their times) does not
 * depend on the number of threads.
 */
final class RecoveryRun {
  private record CellKey(RecoveryFamily family, RecoveryOperator operator, Method method) {
    static CellKey of(Row.Key key) {
      return new CellKey(key.family(), key.operator(), key.method());
    }
  }

  /** What the rows of a cell share: large, so it is dropped after the last of them. */
  private record Shared(RecoveryCell cell, RecoveryMethod method, AtomicInteger rowsLeft) {}

  private final Function<Method, RecoveryMethod> methods;
  private final RowFile<Row.Key, Row> file;
  private final RunProgress progress;
  private final Map<CellKey, Integer> rowsOf = new ConcurrentHashMap<>();
  private final Map<CellKey, Shared> shared = new ConcurrentHashMap<>();

  RecoveryRun(
      Function<Method, RecoveryMethod> methods, RowFile<Row.Key, Row> file, RunProgress progress) {
    this.methods = methods;
    this.file = file;
    this.progress = progress;
  }

  /** Runs those of the rows that the file does not hold; how many failed. */
  int run(List<Row.Key> keys, int threads) throws IOException {
    RowRun<Row.Key, Row> run = new RowRun<>(file, progress);
    run.open(keys).forEach(key -> rowsOf.merge(CellKey.of(key), 1, Integer::sum));
    return run.run(keys, threads, this::row);
  }

  private Row row(Row.Key key) {
    CellKey cell = CellKey.of(key);
    Shared with = shared.computeIfAbsent(cell, this::share);
    try {
      return row(key, with);
    } finally {
      if (with.rowsLeft().decrementAndGet() == 0) {
        shared.remove(cell);
      }
    }
  }

  private Shared share(CellKey key) {
    return new Shared(
        RecoveryCell.of(key.family(), key.operator()),
        methods.apply(key.method()),
        new AtomicInteger(rowsOf.getOrDefault(key, 1)));
  }

  private static Row row(Row.Key key, Shared with) {
    long start = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    RecoveryProblem problem = with.cell().problem(key.seed());
    RecoveryMethod.Attempts attempts = with.method().on(problem);
    int points = Bisection.least(problem.points(), attempts::recovered);
    return new Row(
        key,
        points,
        key.family().librarySize(),
        (System.nanoTime() - start) / 1e9,
        attempts.iterations(),
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
  }
}
