package io.github.sindy4j.bench.recovery;

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
final class RunProgress {
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

  synchronized void start(List<Row.Key> open, int there) {
    start = System.nanoTime();
    rows = open.size();
    open.stream().map(key -> key.family().kind()).distinct().forEach(this::learn);
    weight = open.stream().mapToDouble(this::weight).sum();
    err.printf(Locale.ROOT, "%s to run, %d already there%n", counted(rows), there);
  }

  private void learn(Kind kind) {
    for (Row row : Published.rows(kind)) {
      weights.merge(row.key().cell(), row.seconds(), Double::sum);
    }
  }

  private double weight(Row.Key key) {
    return weights.getOrDefault(key.cell(), 1.0);
  }

  synchronized void done(Row row) {
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
          counted(rows),
          time(elapsed),
          time(Math.max(0, left)),
          row.key().family().text(),
          row.key().seed(),
          row.points());
    }
  }

  synchronized void failed(Row.Key key, Throwable cause) {
    err.printf(Locale.ROOT, "%s seed %d failed: %s%n", key.family().text(), key.seed(), cause);
  }

  synchronized void end(int failed) {
    if (failed > 0) {
      err.printf(Locale.ROOT, "%s failed; run again to try them again%n", counted(failed));
    }
  }

  private static String counted(int rows) {
    return rows + (rows == 1 ? " row" : " rows");
  }

  /** Such as 12 s, 5 min or 3.2 h. */
  static String time(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
