package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the regressors share: supports of full rank, final fits, results. */
final class Fits {
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
    try {
      List<Elimination> solved =
          new Assembly(summary, problem.constraint())
              .solve(
                  problem.constraint().isNone() ? fullRank(summary, support) : support,
                  unitScales(summary),
                  0);
      List<FreeBlock> freedom = solved.stream().map(Elimination::freedom).toList();
      return new Regression(coefficients(summary, solved), freedom, undecided, outcome, path);
    } catch (InfeasibleException infeasible) {
      return infeasible(summary, undecided, String.valueOf(infeasible.getMessage()));
    }
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

  private static List<Integer> fullRank(RegressionSummary summary, List<Integer> support) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < summary.responses(); i++) {
      int equation = i;
      List<Integer> own = support.stream().filter(k -> k / summary.terms() == equation).toList();
      int[] columns = own.stream().mapToInt(k -> k % summary.terms()).toArray();
      ColumnBasis basis = ColumnBasis.of(summary.triangle().columns(columns), Tolerance.RANK);
      basis.kept().forEach(k -> kept.add(own.get(k)));
    }
    return kept;
  }
}
