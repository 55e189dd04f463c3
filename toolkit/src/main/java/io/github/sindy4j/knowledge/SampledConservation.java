package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.ScalarFunction;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ∇h(x) · W θ(x) = 0 at n p + 8 generic points, for functions that are analytic: each further point
 * raises the rank until the rows say all that the identity says, and an identity at generic points
 * of an open set is one everywhere on it.
 *
 * <p>Points have entries between 0.2 and 1.8 in size, of either sign, as far as every function is
 * defined there, or lie among the data; they are drawn from a fixed seed. {@code abs}, {@code sign}
 * and functions that the user has brought along are refused: they may follow one formula here and
 * another elsewhere.
 */
final class SampledConservation {
  private static final Set<String> ANALYTIC =
      Set.of(
          "sin", "cos", "tan", "exp", "log", "sqrt", "sinh", "cosh", "tanh", "asin", "acos",
          "atan");
  private static final double LEAST = 0.2;
  private static final double LARGEST = 1.8;
  private static final int SPARE = 8;
  private static final int TRIES = 50;
  private static final long SEED = 20_240_229;

  private final String text;
  private final Library library;
  private final Library quantity;
  private final int states;
  private final Region region;

  SampledConservation(String text, Expression h, Library library, int states, Region region) {
    this.text = text;
    this.library = library;
    this.quantity = Library.of(library.variables(), List.of(h));
    this.states = states;
    this.region = region;
    Set<String> others =
        Stream.concat(Stream.of(h), library.terms().stream().map(Term::expression))
            .flatMap(formula -> formula.functions().stream().map(ScalarFunction::name))
            .filter(name -> !ANALYTIC.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!others.isEmpty()) {
      throw new Unsupported(
          "not-analytic",
          "conserved '" + text + "'",
          "the function " + String.join(", ", others) + " need not be one formula everywhere",
          "Leave it out of the library");
    }
  }

  List<Demand.Row> rows() {
    int needed = states * library.size() + SPARE;
    List<Demand.Row> rows = sampled(needed, this::aroundZero);
    if (rows.size() < needed) {
      rows = sampled(needed, this::amongTheData);
    }
    if (rows.size() < needed) {
      throw new Unsupported(
          "cannot-sample",
          "conserved '" + text + "'",
          "its slope and the terms of the library are nowhere defined together, as far as tried",
          "Leave terms with a small domain out of the library");
    }
    return rows;
  }

  /** Rows at points from a source, as far as everything is defined there. */
  private List<Demand.Row> sampled(int needed, Function<SplittableRandom, double[]> source) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Demand.Row> rows = new ArrayList<>();
    for (int tried = 0; tried < TRIES * needed && rows.size() < needed; tried++) {
      double[] entries = entries(source.apply(random));
      double length = length(entries);
      if (Double.isFinite(length) && length > 0) {
        rows.add(row(entries, length));
      }
    }
    return rows;
  }

  private double[] aroundZero(SplittableRandom random) {
    double[] point = new double[library.variables().size()];
    for (int i = 0; i < point.length; i++) {
      double size = LEAST + (LARGEST - LEAST) * random.nextDouble();
      point[i] = random.nextBoolean() ? size : -size;
    }
    return point;
  }

  private double[] amongTheData(SplittableRandom random) {
    double[] point = new double[library.variables().size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = region.centre(i) + region.halfWidth(i) * (2 * random.nextDouble() - 1);
    }
    return point;
  }

  /** ∂h/∂xᵢ(x) θⱼ(x) at position (i, j). */
  private double[] entries(double[] point) {
    Block x = block(1, point);
    Block theta = new Block(1, library.size());
    library.evaluate(x, theta);
    double[] entries = new double[states * library.size()];
    for (int i = 0; i < states; i++) {
      double[] direction = new double[point.length];
      direction[i] = 1;
      Block slope = new Block(1, 1);
      quantity.derivative(x, block(1, direction), slope);
      for (int j = 0; j < library.size(); j++) {
        entries[i * library.size() + j] = slope.get(0, 0) * theta.get(0, j);
      }
    }
    return entries;
  }

  private static Block block(int rows, double[] values) {
    Block block = new Block(rows, values.length);
    block.setRows(rows);
    for (int j = 0; j < values.length; j++) {
      block.set(0, j, values[j]);
    }
    return block;
  }

  private static double length(double[] entries) {
    double sum = 0;
    for (double entry : entries) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  private static Demand.Row row(double[] entries, double length) {
    SortedMap<Integer, Rational> row = new TreeMap<>();
    for (int k = 0; k < entries.length; k++) {
      if (entries[k] != 0) {
        row.put(k, Rational.exactly(entries[k] / length));
      }
    }
    return new Demand.Row(row, Rational.ZERO);
  }
}
