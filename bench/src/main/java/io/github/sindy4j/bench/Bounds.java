package io.github.sindy4j.bench;

import io.github.sindy4j.kernels.PeakLoop;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/**
 * What the machine can do, and which share of it the fold reaches: peak operations a second of
 * registers, bytes a second from memory (a = b + s c over 3 · 64 MB, 24 bytes an element), and
 * folds of q columns, 2 r q² operations. The best of several times, on one thread and on two.
 */
public final class Bounds {
  private static final int REPEATS = 7;
  private static final int ROUNDS = 50_000_000;
  private static final int TRIAD = 8 << 20;

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
    say("%nThe fold of 1791 columns is one fold whose products are shared by two threads.%n");
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
