package io.github.sindy4j.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.View;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each kernel on the class path gains: folds of r rows of q columns, 2 r q² operations, and a
 * product of two matrices, 2 n³. On one thread the least processor time of several, which other
 * programs hardly change; on two the least time of the clock. Then what a fresh Java pays: until
 * the kernel is there, and for its first fold, all processor time of the process, compilers
 * included.
 */
public final class KernelTable {
  private static final List<String> WORDS = List.of("plain", "vector", "openblas");

  /** Wider rows are folded once, and their products shared by the threads. */
  private static final int WIDE = 512;

  private static final int PRODUCT = 1000;
  private static final int FIRST_ROWS = 1_000_000;
  private static final int FIRST_COLUMNS = 56;

  /** About so many operations are timed again and again. */
  private static final double REPEATED = 6e10;

  private final PrintStream out;

  private KernelTable(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the tables.
   *
   * @param arguments none; or a kernel's word, to print what it costs in this fresh Java
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    KernelTable table = new KernelTable(System.out);
    if (arguments.length == 1) {
      table.first(arguments[0]);
    } else {
      table.speeds();
      table.starts();
    }
  }

  private interface Work {
    void run(Kernel kernel, int threads);
  }

  private record Job(String name, double operations, Work work) {
    static Job fold(int rows, int columns) {
      return new Job(
          "fold " + rows + " × " + columns,
          2.0 * rows * columns * columns,
          (kernel, threads) -> KernelTable.fold(kernel, rows, columns, threads));
    }

    static Job product(int n) {
      double[] a = new SplittableRandom(1).doubles((long) n * n, -1, 1).toArray();
      double[] b = new SplittableRandom(2).doubles((long) n * n, -1, 1).toArray();
      View x = View.of(a, 0, n, n, n);
      View c = View.of(b, 0, n, n, n);
      return new Job(
          "product " + n + "³",
          2.0 * n * n * n,
          (kernel, threads) -> kernel.add(1, x, c, View.of(new double[n * n], 0, n, n, n)));
    }

    int repeats() {
      return Math.max(2, Math.min(15, (int) (REPEATED / operations)));
    }
  }

  private void speeds() {
    List<Job> jobs =
        List.of(
            Job.fold(100_000, 59),
            Job.fold(1_000_000, 56),
            Job.fold(100_000, 234),
            Job.fold(20_000, 1771),
            Job.product(PRODUCT));
    say("| work | kernel | one thread, s | Gflop/s | two threads, s | Gflop/s |%n");
    say("|---|---|---|---|---|---|%n");
    for (Job job : jobs) {
      for (String word : WORDS) {
        Kernels.named(word).ifPresent(kernel -> row(job, kernel));
      }
    }
  }

  private void row(Job job, Kernel kernel) {
    double one = best(job, kernel, 1);
    double two = best(job, kernel, 2);
    say(
        "| %s | %s | %.3f | %.1f | %.3f | %.1f |%n",
        job.name(),
        kernel.name(),
        one,
        job.operations() / one / 1e9,
        two,
        job.operations() / two / 1e9);
  }

  /** Parallel streams that a pool's thread begins stay in that pool. */
  private static double best(Job job, Kernel kernel, int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(
              () ->
                  IntStream.range(0, job.repeats())
                      .mapToDouble(k -> seconds(job, kernel, threads))
                      .min()
                      .orElseThrow())
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private static double seconds(Job job, Kernel kernel, int threads) {
    long start = threads == 1 ? ownTime() : System.nanoTime();
    job.work().run(kernel, threads);
    return ((threads == 1 ? ownTime() : System.nanoTime()) - start) / 1e9;
  }

  private static long ownTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void fold(Kernel kernel, int rows, int columns, int threads) {
    int parts = columns > WIDE ? 1 : threads;
    int height = TriangularFold.blockRows(columns);
    double[] source = new SplittableRandom(1).doubles((long) height * columns, -1, 1).toArray();
    List<Matrix> triangles =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(k -> part(kernel, rows / parts, columns, source))
            .toList();
    TriangularFold whole = TriangularFold.by(kernel, columns);
    triangles.forEach(whole::fold);
    whole.triangle();
  }

  private static Matrix part(Kernel kernel, int rows, int columns, double[] source) {
    int height = TriangularFold.blockRows(columns);
    TriangularFold fold = TriangularFold.by(kernel, columns);
    Block block = new Block(height, columns);
    for (int done = 0; done < rows; done += height) {
      System.arraycopy(source, 0, block.values(), 0, source.length);
      block.setRows(Math.min(height, rows - done));
      fold.fold(block);
    }
    return fold.triangle();
  }

  private void starts() throws IOException, InterruptedException {
    say(
        "%n| kernel | in a fresh Java | until it is there, s | then the first fold %d × %d, s | processor time of both, s |%n",
        FIRST_ROWS, FIRST_COLUMNS);
    say("|---|---|---|---|---|%n");
    for (String word : WORDS) {
      if (Kernels.named(word).isPresent()) {
        say("| %s | usual | %s |%n", word, median(word, List.of()));
      }
    }
    if (Kernels.named("openblas").isPresent()) {
      Path folder = Files.createTempDirectory("unpacked");
      String place = "-Dorg.bytedeco.javacpp.cachedir=" + folder;
      say(
          "| openblas | library unpacked for the first time | %s |%n",
          fresh("openblas", List.of(place)));
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Of five, that with the median processor time. */
  private static String median(String word, List<String> options)
      throws IOException, InterruptedException {
    List<String> runs = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      runs.add(fresh(word, options));
    }
    runs.sort(Comparator.comparing(run -> run.substring(run.lastIndexOf('|'))));
    return runs.get(2);
  }

  private static String fresh(String word, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KernelTable.class.getName(), word));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the fresh Java failed: " + String.join(" ", command));
    }
    return said.strip();
  }

  private void first(String word) {
    double before = processTime();
    long start = System.nanoTime();
    Optional<Kernel> kernel = Kernels.named(word);
    long there = System.nanoTime();
    fold(kernel.orElseThrow(), FIRST_ROWS, FIRST_COLUMNS, 2);
    long end = System.nanoTime();
    say("%.3f | %.3f | %.3f%n", (there - start) / 1e9, (end - there) / 1e9, processTime() - before);
  }

  private static double processTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
    out.flush();
  }
}
