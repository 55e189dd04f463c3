package io.github.sindy4j.bench;

import io.github.sindy4j.kernels.PeakLoop;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.View;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/**
 * What the machine can do, and which share of it the fold reaches: peak operations a second of
 * registers, bytes a second from memory (a = b + s c over 3 · 64 MB, 24 bytes an element), and
 * folds of q columns, 2 r q² operations. The best of several times, on one thread and on two; then
 * what such folds spend most of their time on, alone.
 */
public final class Bounds {
  private static final int REPEATS = 15;
  private static final int ROUNDS = 50_000_000;
  private static final int TRIAD = 8 << 20;
  private static final int BLOCKS = 20;
  private static final int RUNS = 500;

  private final DoubleAdder sink = new DoubleAdder();
  private final PrintStream out;

  private Bounds(PrintStream out) {
    this.out = out;
  }

  /** Prints the tables; no arguments. */
  public static void main(String[] arguments) {
    new Bounds(System.out).run();
  }

  private void run() {
    say("Kernel: %s%n%n| threads | peak Gflop/s | triad GB/s |%n|---|---|---|%n", name());
    double[] peaks = {peak(1), peak(2)};
    for (int threads = 1; threads <= 2; threads++) {
      say("| %d | %.1f | %.1f |%n", threads, peaks[threads - 1], triad(threads));
    }
    say("%n| columns | rows | threads | plain s | Gflop/s | current s | Gflop/s | of peak |%n");
    say("|---|---|---|---|---|---|---|---|%n");
    for (int columns : new int[] {23, 56, 59, 234}) {
      int rows = (int) (3.2e9 / columns / columns);
      for (int threads = 1; threads <= 2; threads++) {
        row(columns, rows, threads, peaks[threads - 1]);
      }
    }
    row(1791, 6000, 1, peaks[1]);
    say("%nOne fold of 234 or 1791 columns shares its products with a second thread.%n");
    say("%n| columns | rows of a block | plain µs | Gflop/s | current µs | Gflop/s | of peak |%n");
    say("|---|---|---|---|---|---|---|%n");
    for (int columns : new int[] {23, 56, 59, 64}) {
      block(columns, peaks[0]);
    }
    say(
        "%nA block in the cache, divided by a triangle and squared, over and over, on one thread.%n");
  }

  private void block(int columns, double peak) {
    int rows = TriangularFold.blockRows(columns);
    double operations = 2.0 * rows * columns * columns;
    double plain = squares(Kernels.plain(), columns, rows);
    double current = squares(Kernels.current(), columns, rows);
    double speed = operations / current / 1e9;
    say(
        "| %d | %d | %.1f | %.1f | %.1f | %.1f | %.0f %% |%n",
        columns,
        rows,
        1e6 * plain,
        operations / plain / 1e9,
        1e6 * current,
        speed,
        100 * speed / peak);
  }

  /** Seconds of one block: the best of many short runs, which other work on the machine spares. */
  private static double squares(Kernel kernel, int columns, int rows) {
    double[] values = new SplittableRandom(1).doubles((long) rows * columns, -1, 1).toArray();
    View block = View.of(values, 0, rows, rows, columns);
    View triangle = View.of(new double[columns * columns], 0, columns, columns, columns);
    for (int j = 0; j < columns; j++) {
      triangle.set(j, j, 2);
    }
    Squares squares = kernel.squares(triangle);
    View sum = View.of(new double[columns * columns], 0, columns, columns, columns);
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      for (int k = 0; k < BLOCKS; k++) {
        squares.add(block, sum);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9 / BLOCKS);
    }
    return best;
  }

  private static String name() {
    return Kernels.current().name();
  }

  private void row(int columns, int rows, int threads, double peak) {
    double operations = 2.0 * rows * columns * columns;
    double plain = fold(Kernels.plain(), columns, rows, threads);
    double current = fold(Kernels.current(), columns, rows, threads);
    double speed = operations / current / 1e9;
    say(
        "| %d | %d | %d | %.3f | %.1f | %.3f | %.1f | %.0f %% |%n",
        columns,
        rows,
        threads,
        plain,
        operations / plain / 1e9,
        current,
        speed,
        100 * speed / peak);
  }

  private double peak(int threads) {
    double seconds = best(threads, k -> sink.add(PeakLoop.run(ROUNDS)));
    return threads * ROUNDS * PeakLoop.operations() / seconds / 1e9;
  }

  private double triad(int threads) {
    double[][][] arrays = new double[threads][3][TRIAD];
    return threads * 24.0 * TRIAD / best(threads, k -> add(arrays[k], 3)) / 1e9;
  }

  private static void add(double[][] arrays, double s) {
    double[] a = arrays[0];
    double[] b = arrays[1];
    double[] c = arrays[2];
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + s * c[i];
    }
  }

  /** Each thread folds its share of the rows. */
  private double fold(Kernel kernel, int columns, int rows, int threads) {
    int height = TriangularFold.blockRows(columns);
    double[] source = new SplittableRandom(1).doubles((long) height * columns, -1, 1).toArray();
    Matrix[] parts = new Matrix[threads];
    return best(
        threads,
        k -> {
          TriangularFold fold = TriangularFold.by(kernel, columns);
          Block block = new Block(height, columns);
          for (int done = 0; done < rows / threads; done += height) {
            System.arraycopy(source, 0, block.values(), 0, source.length);
            block.setRows(Math.min(height, rows / threads - done));
            fold.fold(block);
          }
          parts[k] = fold.triangle();
        });
  }

  private interface Work {
    void run(int thread);
  }

  private static double best(int threads, Work work) {
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < REPEATS; k++) {
      long start = System.nanoTime();
      IntStream.range(0, threads).parallel().forEach(work::run);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }
}
