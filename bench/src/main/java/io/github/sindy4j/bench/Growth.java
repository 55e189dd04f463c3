package io.github.sindy4j.bench;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.regress.Stlsq;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the cost of a fit grows with the number N of samples: theory says O(N p²). Prints a Markdown
 * table of the best of five times, and the exponent between successive rows.
 */
public final class Growth {
  private static final int REPEATS = 5;

  private Growth() {}

  /** Runs the table; no arguments. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    out.println("| samples | terms | seconds | exponent in N |");
    out.println("|---|---|---|---|");
    for (int degree : new int[] {3, 5}) {
      List<Double> seconds = new ArrayList<>();
      for (int samples : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
        seconds.add(best(samples, degree));
        int last = seconds.size() - 1;
        String exponent =
            last == 0
                ? "–"
                : String.format(
                    Locale.ROOT, "%.2f", Math.log10(seconds.get(last) / seconds.get(last - 1)));
        out.printf(
            Locale.ROOT,
            "| %d | %d | %.4f | %s |%n",
            samples,
            PolynomialLibrary.ofDegree(degree).size(3),
            seconds.get(last),
            exponent);
      }
    }
  }

  private static double best(int samples, int degree) {
    Dataset data = Simulation.of(Systems.named("lorenz63")).withSamples(samples).dataset();
    Sindy sindy =
        Sindy.over(PolynomialLibrary.ofDegree(degree))
            .differentiatedBy(FiniteDifference.ofOrder(2))
            .solvedBy(Stlsq.defaults().withThreshold(0.1));
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < REPEATS; k++) {
      long start = System.nanoTime();
      sindy.fit(data);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }
}
