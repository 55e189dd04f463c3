package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.bench.rows.RowRun;
import io.github.sindy4j.bench.rows.Words;
import io.github.sindy4j.datasets.recovery.RecoveryFamily.Kind;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells how far a run is, after each row but not more often than once in two seconds. What is left
 * is estimated from the published times of the cells: they differ by a factor of ten thousand.
 */
final class RunProgress implements RowRun.Listener<Row.Key, Row> {
  private static final double PAUSE = 2;

  private final PrintStream err;
  private final Map<Row.Cell, Double> weights = new HashMap<>();
  private long start = System.nanoTime();
  private double lastTold;
  private int rows;
  private int done;
  private double weight;
  private double weightDone;

  RunProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void start(List<Row.Key> open, int there) {
    start = System.nanoTime();
    rows = open.size();
    open.stream().map(key -> key.family().kind()).distinct().forEach(this::learn);
    weight = open.stream().mapToDouble(this::weight).sum();
    err.printf(Locale.ROOT, "%s to run, %d already there%n", Words.rows(rows), there);
  }

  private void learn(Kind kind) {
    for (Row row : Published.rows(kind)) {
      weights.merge(row.key().cell(), row.seconds(), Double::sum);
    }
  }

  private double weight(Row.Key key) {
    return weights.getOrDefault(key.cell(), 1.0);
  }

  @Override
  public synchronized void done(Row.Key key, Row row) {
    done++;
    weightDone += weight(row.key());
    double elapsed = (System.nanoTime() - start) / 1e9;
    if (elapsed - lastTold > PAUSE || done == rows) {
      lastTold = elapsed;
      double left = elapsed * (weight - weightDone) / weightDone;
      err.printf(
          Locale.ROOT,
          "%d of %s, %s so far, about %s left; last %s seed %d: %d points%n",
          done,
          Words.rows(rows),
          Words.time(elapsed),
          Words.time(Math.max(0, left)),
          row.key().family().text(),
          row.key().seed(),
          row.points());
    }
  }

  @Override
  public synchronized void failed(Row.Key key, Throwable cause) {
    err.printf(Locale.ROOT, "%s seed %d failed: %s%n", key.family().text(), key.seed(), cause);
  }

  @Override
  public synchronized void end(int failed) {
    if (failed > 0) {
      err.printf(Locale.ROOT, "%s failed; run again to try them again%n", Words.rows(failed));
    }
  }
}
