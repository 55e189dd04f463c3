package io.github.sindy4j.bench;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.Region;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the cost of discovery grows with the number n of states, for dense random fields. Prints a
 * Markdown table of the first time (a cold start for the first row), the best of the later ones,
 * and the exponent in n between successive rows.
 */
public final class DiscoveryGrowth {
  private static final int REPEATS = 5;
  private static final long SEED = 20;

  private DiscoveryGrowth() {}

  /** Runs the tables; no arguments. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    table(
        out,
        "gl(n), degree 3",
        new int[] {2, 4, 6, 8, 10},
        n -> continuous(n, 3, GeneratorSpace.linear(names(n))));
    table(
        out,
        "se(3) on n/3 points, degree 2",
        new int[] {3, 6, 9, 12},
        n -> continuous(n, 2, euclidean(n)));
    table(out, "signed permutations, degree 3", new int[] {2, 3, 4, 5, 6}, n -> discrete(n, 3));
  }

  private static void table(PrintStream out, String title, int[] sizes, IntFunction<Runnable> job) {
    out.printf("%n%s%n%n| n | first | best | exponent |%n|---|---|---|---|%n", title);
    double before = 0;
    for (int k = 0; k < sizes.length; k++) {
      Runnable task = job.apply(sizes[k]);
      double first = seconds(task);
      double best = first;
      for (int r = 0; r < REPEATS; r++) {
        best = Math.min(best, seconds(task));
      }
      String exponent =
          k == 0
              ? "–"
              : String.format(
                  Locale.ROOT,
                  "%.1f",
                  Math.log(best / before) / Math.log((double) sizes[k] / sizes[k - 1]));
      out.printf(Locale.ROOT, "| %d | %.4f | %.4f | %s |%n", sizes[k], first, best, exponent);
      before = best;
    }
  }

  private static double seconds(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Runnable continuous(int n, int degree, GeneratorSpace candidates) {
    Subject subject = random(n, degree);
    return () -> consume(Discovery.defaults().of(subject, candidates)::dimension);
  }

  private static Runnable discrete(int n, int degree) {
    Subject subject = random(n, degree);
    return () -> consume(Discovery.defaults().withReversing().discrete(subject)::order);
  }

  private static void consume(java.util.function.IntSupplier result) {
    Consumer<Integer> blackHole =
        value -> {
          if (value < 0) {
            throw new IllegalStateException("negative dimension");
          }
        };
    blackHole.accept(result.getAsInt());
  }

  private static Subject random(int n, int degree) {
    Library library = PolynomialLibrary.ofDegree(degree).over(names(n));
    SplittableRandom random = new SplittableRandom(SEED);
    double[] w = new double[n * library.size()];
    Arrays.setAll(w, k -> random.nextDouble(-1, 1));
    return Subject.field(library, Matrix.adopt(n, library.size(), w), Region.unit(n));
  }

  private static List<String> names(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> "x" + i).toList();
  }

  /** Rotations and shifts of all points (three states each) together. */
  private static GeneratorSpace euclidean(int n) {
    StringBuilder points = new StringBuilder("se(3) on ");
    for (int p = 1; p <= n; p += 3) {
      points.append(p == 1 ? "" : ",").append("(x%d,x%d,x%d)".formatted(p, p + 1, p + 2));
    }
    return GeneratorSpace.parse(points.toString(), names(n));
  }
}
