package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * min ‖Y − Θ Wᵀ‖² with W ≥ 0, by the active sets of Lawson and Hanson: the term whose coefficient
 * pulls upward most joins, all inside are fitted, and what would turn negative leaves again.
 *
 * <p>At the end θⱼ·r ≤ 0 for every term outside and = 0 inside (to 10⁻¹² ‖θⱼ‖ ‖y‖): these
 * conditions make it the minimum. Signs are sparse by themselves: no setting. Signs of single
 * coefficients mean nothing for combinations of them, so constraints are refused; there, state
 * signs as demands.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, Solving Least Squares Problems (1974), chapter 23.
 */
public record Nnls() implements SparseRegressor {
  private static final double ROUNDING = 1e-12;

  @Override
  public boolean worksOnCombinations() {
    return false;
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    if (!problem.constraint().isNone()) {
      throw new Unsupported(
          "constraint",
          "nnls",
          "it demands signs of all coefficients and knows no other demand, but there is '"
              + problem.constraint().reason()
              + "'",
          "State signs as demands, such as 'x: y >= 0', and take another optimizer");
    }
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<List<Integer>> terms = new ArrayList<>();
    int steps = 0;
    boolean converged = true;
    // A column that depends on those inside is orthogonal to r, so none need be left out before.
    List<Integer> candidates =
        IntStream.range(0, whole.terms())
            .filter(j -> whole.triangle().col(j).norm() > 0)
            .boxed()
            .toList();
    for (OneEquation equation : OneEquation.all(whole, candidates)) {
      ActiveSet set = new ActiveSet(equation);
      converged &= set.run();
      steps = Math.max(steps, set.steps);
      terms.add(equation.terms(set.inside));
    }
    Outcome outcome = converged ? new Outcome.Converged(steps) : new Outcome.IterationLimit(steps);
    return SupportPaths.unchosen(problem, whole, basis, terms, outcome);
  }

  /** One equation. Mutable; for one thread. */
  private static final class ActiveSet {
    private final OneEquation equation;
    private final List<Integer> inside = new ArrayList<>();
    private double[] v = {};
    private int steps;

    ActiveSet(OneEquation equation) {
      this.equation = equation;
    }

    /** False when it was stopped by the limit on steps. */
    boolean run() {
      int limit = 30 * (equation.size() + 1);
      for (int next = steepest(); next >= 0; next = steepest()) {
        if (steps++ >= limit) {
          return false;
        }
        join(next);
      }
      return true;
    }

    /** The candidate outside that pulls upward most; −1 when none does. */
    private int steepest() {
      double[] r = equation.residual(inside, v);
      int best = -1;
      double most = ROUNDING * equation.responseLength();
      for (int j = 0; j < equation.size(); j++) {
        double pull = DotProduct.of(equation.column(j), r);
        if (pull > most && !inside.contains(j)) {
          best = j;
          most = pull;
        }
      }
      return best;
    }

    private void join(int candidate) {
      double[] now = Arrays.copyOf(v, v.length + 1);
      inside.add(candidate);
      double[] goal = equation.leastSquares(inside);
      while (!isPositive(goal)) {
        double step = 1;
        int leaving = -1;
        for (int k = 0; k < goal.length; k++) {
          if (goal[k] <= 0) {
            double reach = now[k] > 0 ? now[k] / (now[k] - goal[k]) : 0;
            leaving = leaving < 0 || reach < step ? k : leaving;
            step = Math.min(step, reach);
          }
        }
        double[] left = new double[goal.length - 1];
        for (int k = 0, at = 0; k < goal.length; k++) {
          if (k != leaving) {
            left[at++] = Math.max(0, now[k] + step * (goal[k] - now[k]));
          }
        }
        inside.remove(leaving);
        now = left;
        goal = equation.leastSquares(inside);
      }
      v = goal;
    }

    private static boolean isPositive(double[] goal) {
      for (double value : goal) {
        if (!(value > 0)) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public String text() {
    return "nnls";
  }
}
