package io.github.sindy4j.bench;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Discovery;
import io.github.sindy4j.symmetry.Generator;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Subject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How the cost of discovery grows with the number n of states, for dense random fields. Prints a
 * Markdown table of the first time (a cold start for the first row), the best of the later ones, and
 * the exponent in n between successive rows.
 */
public final class DiscoveryGrowth {
  private static final int REPEATS = 5;
  private static final long SEED = 20;

  private DiscoveryGrowth() {}

  /** Runs the tables; no arguments. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    table(out, "gl(n), degree 3", new int[] {2, 4, 6, 8, 10}, n -> continuous(n, 3, linear(n)));
    table(out, "se(3) on n/3 points, degree 2", new int[] {3, 6, 9, 12}, n -> continuous(n, 2, euclidean(n)));
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

  private static Runnable continuous(int n, int degree, List<Generator> candidates) {
    Subject subject = random(n, degree);
    return () -> consume(Discovery.defaults().of(subject, "", candidates)::dimension);
  }

  private static Runnable discrete(int n, int degree) {
    Subject subject = random(n, degree);
    return () ->
        consume(Discovery.defaults().withReversing().of(subject, "", List.of())::dimension);
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

  private static List<Generator> linear(int n) {
    List<String> variables = names(n);
    List<Generator> generators = new ArrayList<>();
    for (int i = 0; i < n * n; i++) {
      List<Expression> components = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        components.add(
            k == i / n
                ? Expression.symbol(i % n, variables.get(i % n))
                : Expression.number(0));
      }
      generators.add(new Generator("", variables, components));
    }
    return generators;
  }

  /** Rotations and shifts of all points (three states each) together. */
  private static List<Generator> euclidean(int n) {
    List<Generator> generators = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      double[] rotation = new double[n * n];
      double[] shift = new double[n];
      for (int p = 0; p < n; p += 3) {
        rotation[(p + i) * n + p + j] = -1;
        rotation[(p + j) * n + p + i] = 1;
        shift[p + i] = 1;
      }
      generators.add(Generator.linear("", names(n), Matrix.adopt(n, n, rotation)));
      generators.add(Generator.affine("", names(n), Matrix.zeros(n, n), Vec.of(shift)));
    }
    return generators;
  }
}
