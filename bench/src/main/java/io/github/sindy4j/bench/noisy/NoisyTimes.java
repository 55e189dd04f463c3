package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.linalg.Matrix;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a fit of noisy Lorenz trajectories costs, warm, in seconds of the clock: three states,
 * polynomials up to degree 3, 5 % noise, step 0.002; and how the cost grows with the number N of
 * samples, as the exponent of N in a least-squares line through the logarithms.
 */
final class NoisyTimes {
  private static final int WARM_UP = 3;
  private static final int MOST = 31;
  private static final int FEWEST = 3;

  /** Compilers are done after so many seconds; no further repetition after as many more. */
  private static final double PATIENCE = 20;

  private static final LibrarySpec LIBRARY = LibrarySpec.parse("polynomial:3");

  /**
   * Times of one number of samples.
   *
   * @param samples N
   * @param least the shortest
   * @param median of all repetitions
   * @param found the score of the fit that was timed
   */
  record Time(int samples, double least, double median, NoisyScore found) {}

  private NoisyTimes() {}

  /** The table of a method as Markdown. */
  static void write(String word, NoisyMethod method, List<Integer> sizes, PrintStream out) {
    out.println("| samples | least, s | median, s | ratio |");
    out.println("|---|---|---|---|");
    List<Time> times = new ArrayList<>();
    for (int samples : sizes) {
      Time time = of(method, samples);
      times.add(time);
      out.printf(
          Locale.ROOT,
          "| %d | %.4f | %.4f | %.3f |%n",
          samples,
          time.least(),
          time.median(),
          time.found().ratio());
    }
    if (times.size() > 1) {
      out.printf(Locale.ROOT, "%n%s: exponent in N %.2f%n", word, exponent(times));
    }
  }

  static Time of(NoisyMethod method, int samples) {
    Dataset data =
        Simulation.of(Systems.named("lorenz63"))
            .withSamples(samples)
            .withNoisePercent(5)
            .withSeed(1)
            .dataset();
    Matrix truth = Systems.named("lorenz63").model(LIBRARY).coefficients();
    double spent = 0;
    for (int k = 0; k < WARM_UP || spent < PATIENCE; k++) {
      spent += seconds(() -> method.fit(data, LIBRARY));
    }
    List<Double> times = new ArrayList<>();
    spent = 0;
    while (times.size() < FEWEST || (times.size() < MOST && spent < PATIENCE)) {
      times.add(seconds(() -> method.fit(data, LIBRARY)));
      spent += times.get(times.size() - 1);
    }
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    NoisyScore found = NoisyScore.of(truth, method.fit(data, LIBRARY));
    return new Time(samples, sorted[0], Measure.middle(sorted), found);
  }

  /** b of log t = a + b log N in least squares. */
  static double exponent(List<Time> times) {
    double[] x = times.stream().mapToDouble(time -> Math.log(time.samples())).toArray();
    double[] y = times.stream().mapToDouble(time -> Math.log(time.least())).toArray();
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int k = 0; k < x.length; k++) {
      above += (x[k] - meanX) * (y[k] - meanY);
      below += (x[k] - meanX) * (x[k] - meanX);
    }
    return above / below;
  }

  private static double seconds(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
