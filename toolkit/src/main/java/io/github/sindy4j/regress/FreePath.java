package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The path of {@link ThresholdPath} where nothing is demanded: equations are screened, eliminated
 * and held out each for itself, on triangles of their own terms, and the models of all equations
 * are put together in the order in which terms would leave if raised thresholds removed them.
 */
final class FreePath {
  /** From how many terms of each equation elimination goes one by one, at least. */
  private static final int LARGEST_START = 100;

  /** From how many terms of all equations it does; larger models are kept now and then only. */
  private static final int LARGEST_TOTAL = 400;

  /** How many models apart those are. */
  private static final int APART = 10;

  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final double ridge;
  private final List<Way> ways;
  private final PathScoring scoring;
  private int models;

  /** {@code foldRidges} are for the rows outside each fold. */
  FreePath(
      RegressionProblem problem,
      RegressionSummary whole,
      ColumnBasis basis,
      double ridge,
      double[] foldRidges) {
    this.problem = problem;
    this.whole = whole;
    this.basis = basis;
    this.ridge = ridge;
    int[] terms = basis.kept().stream().mapToInt(Integer::intValue).toArray();
    RegressionSummary ridged = whole.withRidge(ridge);
    List<FreeEquation> full = Fits.equations(whole, i -> FreeEquation.of(ridged, i, terms));
    Vec scales =
        ThresholdPath.residualScales(problem, whole, Fits.written(whole, full), terms.length);
    List<FreeEquation> start = screened(full);
    this.scoring = new PathScoring(problem, whole, Fits.written(whole, start), basis.kept().size());
    this.ways = Fits.equations(whole, i -> new Way(start.get(i), i, scales.get(i), foldRidges));
  }

  /**
   * At most {@link #LARGEST_START} terms of each equation, or {@link #LARGEST_TOTAL} of all: from
   * larger libraries the less significant half leaves at once, again and again, since one by one
   * would cost the fourth power. All equations share the first factor.
   */
  private List<FreeEquation> screened(List<FreeEquation> full) {
    int largest = Math.max(LARGEST_START, LARGEST_TOTAL / whole.responses());
    if (basis.kept().size() <= largest) {
      return full;
    }
    double[] variances = variances(full.get(0));
    return Fits.equations(whole, i -> screened(full.get(i), variances, largest));
  }

  private static FreeEquation screened(FreeEquation full, double[] variances, int largest) {
    FreeEquation equation = full;
    double[] own = variances;
    for (int size = full.size(); size > largest; ) {
      size = Math.max(largest, size / 2);
      double[] w = equation.values();
      double[] variance = own;
      equation =
          equation.keeping(
              IntStream.range(0, w.length)
                  .boxed()
                  .sorted(Comparator.comparingDouble(j -> -w[j] * w[j] / variance[j]))
                  .limit(size)
                  .mapToInt(Integer::intValue)
                  .sorted()
                  .toArray());
      own = size > largest ? variances(equation) : own;
    }
    return equation;
  }

  /** ‖fⱼ‖² for the rows of R⁻¹. */
  private static double[] variances(FreeEquation equation) {
    double[] factor = equation.factor().toArray();
    int k = equation.size();
    double[] variances = new double[k];
    for (int j = 0; j < k; j++) {
      for (int c = j; c < k; c++) {
        variances[j] += factor[j * k + c] * factor[j * k + c];
      }
    }
    return variances;
  }

  /** The positions of vec(W) that the path begins with. */
  List<Integer> start() {
    return ways.stream().flatMap(way -> way.positions.stream()).toList();
  }

  /** How many models the path went through, once it has been scored. */
  int models() {
    return models;
  }

  /** Every model, or enough of the large ones, with its scores. */
  PathScoring scored() {
    int left = ways.stream().mapToInt(way -> way.positions.size()).sum();
    int[] at = new int[ways.size()];
    add(at);
    models = 1;
    for (int next = cheapest(at); next >= 0; next = cheapest(at)) {
      at[next]++;
      left--;
      models++;
      if (left <= LARGEST_TOTAL || left % APART == 0) {
        add(at);
      }
    }
    return scoring;
  }

  private int cheapest(int[] at) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < at.length; i++) {
      Way way = ways.get(i);
      if (at[i] < way.costs.size() && (best < 0 || way.costs.get(at[i]) < least)) {
        least = way.costs.get(at[i]);
        best = i;
      }
    }
    return best;
  }

  private void add(int[] at) {
    double[] vecW = new double[whole.responses() * whole.terms()];
    double[] errors = new double[problem.data().folds().size()];
    double[] squares = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      Way way = ways.get(i);
      squares[i] = way.squares.get(at[i]);
      double[] values = way.values.get(at[i]);
      for (int j = 0; j < values.length; j++) {
        vecW[way.positions.get(j)] = values[j];
      }
      for (int fold = 0; fold < errors.length; fold++) {
        errors[fold] += way.heldOut.get(at[i])[fold] / whole.responses();
      }
    }
    scoring.add(Matrix.adopt(whole.responses(), whole.terms(), vecW), errors, squares);
  }

  /** One equation on its way from its first terms to none. */
  private final class Way {
    private final List<Integer> positions;
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> squares = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final List<double[]> heldOut = new ArrayList<>();

    Way(FreeEquation start, int equation, double scale, double[] foldRidges) {
      this.positions = start.positions();
      Elimination solved = start.elimination();
      List<Integer> order = new ArrayList<>();
      values.add(values(solved));
      for (int next = solved.cheapest(); next >= 0; next = solved.cheapest()) {
        costs.add(solved.cost(next) / (scale * scale));
        order.add(next);
        solved.remove(next);
        values.add(values(solved));
      }
      int[] terms = IntStream.range(0, start.size()).map(start::term).toArray();
      FreeEquation plain = ridge == 0 ? start : FreeEquation.of(whole, equation, terms);
      values.forEach(w -> squares.add(plain.squaredError(w)));
      int folds = problem.data().folds().size();
      order.forEach(left -> heldOut.add(new double[folds]));
      heldOut.add(new double[folds]);
      holdOut(equation, terms, order, foldRidges);
    }

    private void holdOut(int equation, int[] terms, List<Integer> order, double[] foldRidges) {
      FoldedEquation folded = new FoldedEquation(problem.data(), equation, terms);
      for (int fold = 0; fold < foldRidges.length; fold++) {
        Elimination solved = folded.outside(fold, ridge + foldRidges[fold]).elimination();
        for (int m = 0; m <= order.size(); m++) {
          if (m > 0 && solved.isRemovable(order.get(m - 1))) {
            solved.remove(order.get(m - 1));
          }
          double error = folded.squaredError(fold, values(solved));
          heldOut.get(m)[fold] = scoring.relative(equation, error, fold);
        }
      }
    }

    private static double[] values(Elimination solved) {
      return IntStream.range(0, solved.size()).mapToDouble(solved::value).toArray();
    }
  }
}
