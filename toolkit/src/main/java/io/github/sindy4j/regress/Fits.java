package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the regressors share: supports of full rank, final fits, results. */
final class Fits {
  /** From so many terms on, equations are worth a thread each. */
  private static final int LARGE = 200;

  private Fits() {}

  /**
   * The unknowns to start from: those whose column is independent of the ones before it, or all of
   * them where a constraint may tell coinciding columns apart.
   */
  static List<Integer> start(
      RegressionProblem problem, RegressionSummary summary, ColumnBasis basis) {
    if (!problem.constraint().isNone()) {
      return all(summary);
    }
    List<Integer> active = new ArrayList<>();
    for (int i = 0; i < summary.responses(); i++) {
      for (int j : basis.kept()) {
        active.add(i * summary.terms() + j);
      }
    }
    return active;
  }

  /** Every unknown. */
  static List<Integer> all(RegressionSummary summary) {
    List<Integer> active = new ArrayList<>();
    for (int k = 0; k < summary.terms() * summary.responses(); k++) {
      active.add(k);
    }
    return active;
  }

  /**
   * The least-squares fit on a support, with how it may still move; unknowns whose columns coincide
   * there are left out.
   */
  static Regression onSupport(
      RegressionProblem problem,
      RegressionSummary summary,
      List<Integer> support,
      List<Vec> undecided,
      Outcome outcome,
      List<ParetoRow> path) {
    if (problem.constraint().isNone()) {
      return free(summary, support, undecided, outcome, path);
    }
    try {
      List<Elimination> solved =
          new Assembly(summary, problem.constraint()).solve(support, unitScales(summary), 0);
      List<FreeBlock> freedom = solved.stream().map(Elimination::freedom).toList();
      return new Regression(coefficients(summary, solved), freedom, undecided, outcome, path);
    } catch (InfeasibleException infeasible) {
      return infeasible(summary, undecided, String.valueOf(infeasible.getMessage()));
    }
  }

  /** Equations with the same terms share how these may move. */
  private static Regression free(
      RegressionSummary summary,
      List<Integer> support,
      List<Vec> undecided,
      Outcome outcome,
      List<ParetoRow> path) {
    List<FreeEquation> equations = independent(summary, support);
    List<FreeBlock> freedom = new ArrayList<>();
    Matrix factor = Matrix.zeros(0, 0);
    for (int i = 0; i < equations.size(); i++) {
      FreeEquation own = equations.get(i);
      boolean isShared = i > 0 && own.sharesTriangle() && equations.get(i - 1).sharesTriangle();
      factor = isShared ? factor : own.factor();
      freedom.add(new FreeBlock(own.positions(), factor));
    }
    return new Regression(written(summary, equations), freedom, undecided, outcome, path);
  }

  /** The equations on their terms of a support, without those that depend on others. */
  private static List<FreeEquation> independent(RegressionSummary summary, List<Integer> support) {
    int p = summary.terms();
    List<List<Integer>> terms = new ArrayList<>();
    for (int i = 0; i < summary.responses(); i++) {
      terms.add(new ArrayList<>());
    }
    support.forEach(k -> terms.get(k / p).add(k % p));
    return equations(
        summary,
        i -> {
          int[] own = terms.get(i).stream().mapToInt(Integer::intValue).toArray();
          return FreeEquation.of(summary, i, own).independent();
        });
  }

  /** One for each equation; side by side where that pays. */
  static <T> List<T> equations(RegressionSummary summary, IntFunction<T> of) {
    IntStream all = IntStream.range(0, summary.responses());
    return (summary.terms() < LARGE ? all : all.parallel()).mapToObj(of).toList();
  }

  /** W of equations that are solved each for itself. */
  static Matrix written(RegressionSummary summary, List<FreeEquation> equations) {
    double[] vecW = new double[summary.responses() * summary.terms()];
    equations.forEach(equation -> equation.writeTo(vecW));
    return Matrix.adopt(summary.responses(), summary.terms(), vecW);
  }

  static Regression infeasible(RegressionSummary summary, List<Vec> undecided, String reason) {
    Matrix zeros = Matrix.zeros(summary.responses(), summary.terms());
    return new Regression(zeros, List.of(), undecided, new Outcome.Infeasible(reason), List.of());
  }

  static Matrix coefficients(RegressionSummary summary, List<Elimination> solved) {
    double[] vecW = new double[summary.responses() * summary.terms()];
    solved.forEach(elimination -> elimination.writeTo(vecW));
    return Matrix.adopt(summary.responses(), summary.terms(), vecW);
  }

  /**
   * The positions that are left, rising, when some unknowns are removed in this order as far as the
   * constraint lets them.
   */
  static List<Integer> without(Elimination elimination, List<Integer> leaving) {
    for (int j : leaving) {
      if (elimination.isRemovable(j)) {
        elimination.remove(j);
      }
    }
    List<Integer> left = new ArrayList<>();
    for (int j = 0; j < elimination.size(); j++) {
      if (elimination.isActive(j)) {
        left.add(elimination.position(j));
      }
    }
    left.sort(Comparator.naturalOrder());
    return left;
  }

  /** The positions of the non-zero entries of vec(W). */
  static List<Integer> support(Matrix w) {
    List<Integer> support = new ArrayList<>();
    double[] vecW = w.toArray();
    for (int k = 0; k < vecW.length; k++) {
      if (vecW[k] != 0) {
        support.add(k);
      }
    }
    return support;
  }

  static Vec unitScales(RegressionSummary summary) {
    double[] ones = new double[summary.responses()];
    Arrays.fill(ones, 1);
    return Vec.adopt(ones);
  }
}
