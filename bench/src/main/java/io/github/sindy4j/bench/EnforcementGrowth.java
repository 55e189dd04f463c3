package io.github.sindy4j.bench;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Equivariance;
import io.github.sindy4j.symmetry.EquivariantSpace;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How the cost of enforcing a symmetry (rows and reduced basis, exact) grows with the degree and
 * with the dimension. Prints a Markdown table of the first time and the best of five, and the
 * exponent in the number of unknowns between successive rows.
 */
public final class EnforcementGrowth {
  private static final int REPEATS = 5;

  private EnforcementGrowth() {}

  /** Runs the tables; no arguments. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    out.println("| symmetry | degree | unknowns | free | first s | best s | exponent |");
    out.println("|---|---|---|---|---|---|---|");
    List<Generator> rigid = new ArrayList<>(rotations(3, 2));
    rigid.addAll(translations(3, 2, 1));
    List<Generator> pair = new ArrayList<>(rotations(3, 2));
    pair.addAll(translations(3, 2, 2));
    byDegree(out, "se(3) on position and velocity", 6, rigid, 5);
    byDegree(out, "se(3) on two points", 6, pair, 5);
    byDegree(out, "so(3) on position and velocity", 6, rotations(3, 2), 6);
    byDegree(out, "so(2) on the plane", 2, rotations(2, 1), 12);
    byDimension(out);
  }

  private static void byDegree(
      PrintStream out, String name, int m, List<Generator> generators, int most) {
    Row before = Row.NONE;
    for (int degree = 1; degree <= most; degree++) {
      before = measure(out, name, m, generators, degree, before);
    }
  }

  private static void byDimension(PrintStream out) {
    Row before = Row.NONE;
    for (int m = 2; m <= 8; m++) {
      before = measure(out, "so(" + m + ") on " + m + " states", m, rotations(m, 1), 3, before);
    }
  }

  /** What a line of the table is compared with. */
  private record Row(int unknowns, double seconds) {
    static final Row NONE = new Row(0, 0);

    String exponentTo(Row next) {
      double exponent =
          Math.log(next.seconds / seconds) / Math.log((double) next.unknowns / unknowns);
      return unknowns == 0 ? "–" : String.format(Locale.ROOT, "%.2f", exponent);
    }
  }

  private static Row measure(
      PrintStream out, String name, int m, List<Generator> generators, int degree, Row before) {
    Action action = new Action(name, generators, List.of());
    Library library = PolynomialLibrary.ofDegree(degree).over(names(m));
    double first = 0;
    double best = Double.POSITIVE_INFINITY;
    int free = 0;
    for (int k = 0; k < REPEATS; k++) {
      long start = System.nanoTime();
      EquivariantSpace space = Equivariance.ofRates(library, m).space(List.of(action));
      free = space.basis().size();
      double seconds = (System.nanoTime() - start) / 1e9;
      first = k == 0 ? seconds : first;
      best = Math.min(best, seconds);
    }
    Row row = new Row(m * library.size(), best);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.4f | %.4f | %s |%n",
        name,
        degree,
        row.unknowns(),
        free,
        first,
        best,
        before.exponentTo(row));
    return row;
  }

  private static List<String> names(int m) {
    return IntStream.rangeClosed(1, m).mapToObj(i -> "x" + i).toList();
  }

  /** so(d) on vectors of length d, all turned alike. */
  private static List<Generator> rotations(int d, int vectors) {
    int m = d * vectors;
    List<Generator> rotations = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        double[] a = new double[m * m];
        for (int k = 0; k < vectors; k++) {
          a[(k * d + i) * m + k * d + j] = -1;
          a[(k * d + j) * m + k * d + i] = 1;
        }
        rotations.add(Generator.linear("R(" + i + "," + j + ")", names(m), Matrix.adopt(m, m, a)));
      }
    }
    return rotations;
  }

  /** Translations of the first {@code points} of the vectors, all by the same. */
  private static List<Generator> translations(int d, int vectors, int points) {
    int m = d * vectors;
    List<Generator> translations = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      double[] offset = new double[m];
      for (int k = 0; k < points; k++) {
        offset[k * d + i] = 1;
      }
      translations.add(
          Generator.affine("T(" + i + ")", names(m), Matrix.zeros(m, m), Vec.adopt(offset)));
    }
    return translations;
  }
}
