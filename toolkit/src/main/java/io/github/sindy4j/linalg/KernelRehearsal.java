package io.github.sindy4j.linalg;

import java.util.concurrent.TimeUnit;

/**
 * Little work for a kernel, which uses each of its loops: those of rows divided by a triangle and
 * squared, and those of products.
 *
 * <p>Java counts how often a loop runs only after it has compiled it once, and compiles it well
 * only if it has run for a while then, but not for so long that its middle is compiled by itself.
 * So there are many rounds of few turns, with a rest for the compilers after each.
 */
final class KernelRehearsal implements Runnable {
  private static final int ROWS = 32;
  private static final int COLUMNS = 8;
  private static final int MOST_ROUNDS = 100;

  /** A round that takes less ran compiled code. */
  private static final long COMPILED = TimeUnit.MICROSECONDS.toNanos(30);

  private final Kernel kernel;
  private final View rows = matrix(ROWS);
  private final View unit = matrix(COLUMNS);
  private final View sums = matrix(COLUMNS);
  private final Squares squares;

  KernelRehearsal(Kernel kernel) {
    this.kernel = kernel;
    for (int i = 0; i < COLUMNS; i++) {
      unit.set(i, i, 1);
    }
    this.squares = kernel.squares(unit);
  }

  private static View matrix(int rows) {
    return View.of(new double[rows * COLUMNS], 0, rows, rows, COLUMNS);
  }

  @Override
  public void run() {
    try {
      long taken = Long.MAX_VALUE;
      for (int round = 0; round < MOST_ROUNDS && taken > COMPILED; round++) {
        TimeUnit.MILLISECONDS.sleep(1);
        taken = round();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long it took, in nanoseconds. */
  private long round() {
    long start = System.nanoTime();
    squares.add(rows, sums);
    kernel.add(1, rows, unit, rows);
    kernel.dots(rows, rows, sums, false);
    return System.nanoTime() - start;
  }
}
