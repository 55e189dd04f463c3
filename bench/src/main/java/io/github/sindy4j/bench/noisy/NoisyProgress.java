package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.bench.rows.RowRun;
import io.github.sindy4j.bench.rows.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Tells how far a run is, after each row but not more often than once in two seconds. */
final class NoisyProgress implements RowRun.Listener<NoisyRow.Key, NoisyRow> {
  private static final double PAUSE = 2;

  private final PrintStream err;
  private long start = System.nanoTime();
  private double lastTold;
  private int rows;
  private int done;

  NoisyProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void start(List<NoisyRow.Key> open, int there) {
    start = System.nanoTime();
    rows = open.size();
    err.printf(Locale.ROOT, "%s to run, %d already there%n", Words.rows(rows), there);
  }

  @Override
  public synchronized void done(NoisyRow.Key key, NoisyRow row) {
    done++;
    double elapsed = (System.nanoTime() - start) / 1e9;
    if (elapsed - lastTold > PAUSE || done == rows) {
      lastTold = elapsed;
      err.printf(
          Locale.ROOT,
          "%d of %s, %s so far, about %s left; last %s: ratio %.3f%n",
          done,
          Words.rows(rows),
          Words.time(elapsed),
          Words.time(elapsed * (rows - done) / done),
          key.text(),
          row.score().ratio());
    }
  }

  @Override
  public synchronized void failed(NoisyRow.Key key, Throwable cause) {
    err.printf(Locale.ROOT, "%s failed: %s%n", key.text(), cause);
  }

  @Override
  public synchronized void end(int failed) {
    if (failed > 0) {
      err.printf(Locale.ROOT, "%s failed; run again to try them again%n", Words.rows(failed));
    }
  }
}
