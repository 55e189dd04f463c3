package io.github.sindy4j.bench;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.regress.Stlsq;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the cost of a fit grows: theory says O(N p²) time and O(N n + (p + n)²) memory, for N
 * samples, p terms and n states. Prints Markdown tables of the best of several times and of the
 * memory that the fit keeps beside its data (rates with their errors, the triangles of all folds),
 * and the exponents between successive rows: in N for Lorenz 63, in p for both Lorenz systems by
 * the degree.
 */
public final class Growth {
  private static final int REPEATS = 5;

  /** From so many seconds on once is enough. */
  private static final double LONG = 5;

  private final PrintStream out;

  private Growth(PrintStream out) {
    this.out = out;
  }

  /** One fit: how large, how long, how much memory. */
  private record Row(long size, double seconds, double megabytes) {
    static double exponent(double before, double after, long from, long to) {
      return Math.log(after / before) / Math.log((double) to / from);
    }

    String exponents(Optional<Row> before) {
      return before
          .map(
              b ->
                  String.format(
                      Locale.ROOT,
                      "%.2f | %.2f",
                      exponent(b.seconds, seconds, b.size, size),
                      exponent(b.megabytes, megabytes, b.size, size)))
          .orElse("– | –");
    }
  }

  /** Runs the tables; no arguments. */
  public static void main(String[] arguments) {
    Growth growth = new Growth(System.out);
    fit("lorenz63", 1_000, 3);
    growth.inSamples(3);
    growth.inSamples(5);
    growth.inDegree("lorenz63", 100_000, 1, 2, 3, 4, 5, 7, 9);
    growth.inDegree("lorenz96", 20_000, 1, 2, 3);
  }

  private void inSamples(int degree) {
    header("samples N", "lorenz63, degree " + degree);
    Optional<Row> before = Optional.empty();
    for (int samples : List.of(1_000, 10_000, 100_000, 1_000_000)) {
      before = Optional.of(print(samples, fit("lorenz63", samples, degree), before));
    }
  }

  private void inDegree(String system, int samples, int... degrees) {
    header("terms p", system + ", " + samples + " samples");
    int states = Systems.named(system).schema().states().size();
    Optional<Row> before = Optional.empty();
    for (int degree : degrees) {
      long terms = PolynomialLibrary.ofDegree(degree).size(states);
      before = Optional.of(print(terms, fit(system, samples, degree), before));
    }
  }

  private void header(String size, String what) {
    out.printf("%n%s%n%n", what);
    out.printf("| %s | seconds | MB kept | exponent of time | exponent of memory |%n", size);
    out.println("|---|---|---|---|---|");
  }

  private Row print(long size, Row measured, Optional<Row> before) {
    Row row = new Row(size, measured.seconds(), measured.megabytes());
    out.printf(
        Locale.ROOT,
        "| %d | %.4f | %.1f | %s |%n",
        size,
        row.seconds(),
        row.megabytes(),
        row.exponents(before));
    return row;
  }

  private static Row fit(String system, int samples, int degree) {
    Dataset data = Simulation.of(Systems.named(system)).withSamples(samples).dataset();
    Sindy sindy =
        Sindy.over(PolynomialLibrary.ofDegree(degree))
            .differentiatedBy(FiniteDifference.ofOrder(2))
            .solvedBy(Stlsq.defaults().withThreshold(0.1));
    double best = Double.POSITIVE_INFINITY;
    double kept = 0;
    for (int k = 0; k < REPEATS && !(best > LONG && best < Double.POSITIVE_INFINITY); k++) {
      double before = k == 0 ? megabytes() : 0;
      long start = System.nanoTime();
      SindyFit fit = sindy.fit(data);
      try {
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
        kept = k == 0 ? megabytes() - before : kept;
      } finally {
        // What is measured must not be collected before.
        Reference.reachabilityFence(fit);
        Reference.reachabilityFence(data);
      }
    }
    return new Row(samples, best, kept);
  }

  /** What the heap holds when nothing is left to collect. */
  private static double megabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
