package io.github.sindy4j.cli;

import io.github.sindy4j.notice.Progress;

/** One line on the terminal, from the second second on; nothing where nobody looks. */
final class ProgressBar implements Progress, AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 100_000_000L;
  private static final int WIDTH = 30;

  private final Console console;
  private final long start = System.nanoTime();
  private long last = start;
  private boolean shown;

  ProgressBar(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void report(String stage, long done, long total) {
    long now = System.nanoTime();
    if (!console.interactive() || now - start < PATIENCE || now - last < PAUSE) {
      return;
    }
    last = now;
    shown = true;
    int filled = (int) (WIDTH * done / Math.max(1, total));
    String bar = "#".repeat(filled) + "·".repeat(Math.max(0, WIDTH - filled));
    console.err().print("\r" + stage + " " + bar + " " + 100 * done / Math.max(1, total) + " % ");
    console.err().flush();
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (shown) {
      console.err().print("\r" + " ".repeat(WIDTH + 30) + "\r");
      console.err().flush();
      shown = false;
    }
  }
}
