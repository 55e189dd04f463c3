package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Terms join one by one, each time the one that explains most of the residual r; with pⱼ the part
 * of θⱼ that is orthogonal to the terms inside,
 *
 * <pre>
 *  FROLS:                        (pⱼ·y)²/(‖pⱼ‖² ‖y‖²), the error reduction ratio,
 *  orthogonal matching pursuit:  (θⱼ·r)²/(‖θⱼ‖² ‖r‖²), the correlation with the residual.
 * </pre>
 *
 * <p>After each step all terms inside are fitted again, so r stays orthogonal to them. The first
 * takes what lowers ‖r‖² most; the second does not look at how much of θⱼ is new. Without a number
 * of terms it is chosen from the sequences on held-out blocks as for {@link Stlsq}. Equality
 * constraints: in the coefficients that they leave free.
 *
 * <p>Sources: S. Chen, S. A. Billings and W. Luo, Int. J. Control 50 (1989) 1873–1896; Y. C. Pati,
 * R. Rezaiifar and P. S. Krishnaprasad, Asilomar Conf. Signals Syst. Comput. (1993) 40–44.
 *
 * @param rule which term joins
 * @param terms how many terms each equation gets; chosen when empty
 */
public record ForwardSelection(Rule rule, OptionalInt terms) implements SparseRegressor {
  /** Checks the number of terms. */
  public ForwardSelection {
    BadSetting.require(
        terms.orElse(0) >= 0,
        rule.word() + " terms",
        "must be at least 0 but are " + terms.orElse(0),
        "Leave them out to have them chosen");
  }

  /** Which term joins. */
  public enum Rule {
    /** The largest error reduction ratio. */
    FROLS,
    /** The largest correlation with the residual. */
    MATCHING_PURSUIT;

    /** As on the command line. */
    String word() {
      return this == FROLS ? "frols" : "omp";
    }
  }

  /** Forward regression with orthogonal least squares; the number of terms is chosen. */
  public static ForwardSelection frols() {
    return new ForwardSelection(Rule.FROLS, OptionalInt.empty());
  }

  /** Orthogonal matching pursuit; the number of terms is chosen. */
  public static ForwardSelection matchingPursuit() {
    return new ForwardSelection(Rule.MATCHING_PURSUIT, OptionalInt.empty());
  }

  /** With so many terms in each equation, or as many as are independent. */
  public ForwardSelection withTerms(int newTerms) {
    return new ForwardSelection(rule, OptionalInt.of(newTerms));
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<List<List<Integer>>> paths = new ArrayList<>();
    int steps = 1;
    for (OneEquation equation : OneEquation.all(whole, basis.kept())) {
      int most = terms.orElse(SupportPaths.longest(whole, equation.size()));
      List<Integer> order = order(equation, rule, most);
      List<List<Integer>> path = new ArrayList<>();
      for (int k = order.size(); k >= 0; k--) {
        path.add(0, equation.terms(order.subList(0, k)));
      }
      paths.add(path);
      steps = Math.max(steps, order.size());
    }
    Outcome outcome = new Outcome.Converged(steps);
    return terms.isPresent()
        ? SupportPaths.unchosen(problem, whole, basis, ends(paths), outcome)
        : new SupportPaths(problem, whole, basis).choose(paths, outcome);
  }

  /** The candidates in the order in which they join, until r vanishes beside y. */
  static List<Integer> order(OneEquation equation, Rule rule, int most) {
    double[][] parts = new double[equation.size()][];
    for (int j = 0; j < parts.length; j++) {
      parts[j] = equation.column(j).clone();
    }
    double[] r = equation.response().clone();
    double whole = DotProduct.of(r, r);
    List<Integer> order = new ArrayList<>();
    List<double[]> directions = new ArrayList<>();
    int next = whole > 0 ? next(equation, parts, r, rule, order) : -1;
    while (next >= 0 && order.size() < most) {
      order.add(next);
      double[] direction = parts[next].clone();
      normalise(direction);
      directions.add(direction);
      OneEquation.add(-DotProduct.of(direction, r), direction, r);
      for (double[] part : parts) {
        // Against all directions, not the last alone, so that rounding cannot pile up.
        for (double[] d : directions) {
          OneEquation.add(-DotProduct.of(d, part), d, part);
        }
      }
      boolean isExplained = DotProduct.of(r, r) <= EXPLAINED * whole;
      next = isExplained ? -1 : next(equation, parts, r, rule, order);
    }
    return order;
  }

  /** Beside ‖y‖², a residual below this is rounding. */
  private static final double EXPLAINED = 1e-29;

  /** A column of which less than this part (squared) is left depends on those inside. */
  private static final double DEPENDENT = 1e-20;

  private static int next(
      OneEquation equation, double[][] parts, double[] r, Rule rule, List<Integer> order) {
    int best = -1;
    double most = -1;
    for (int j = 0; j < parts.length; j++) {
      double left = DotProduct.of(parts[j], parts[j]);
      if (left > DEPENDENT && !order.contains(j)) {
        double along =
            rule == Rule.FROLS ? DotProduct.of(parts[j], r) : DotProduct.of(equation.column(j), r);
        double explained = along * along / (rule == Rule.FROLS ? left : 1);
        best = explained > most ? j : best;
        most = Math.max(most, explained);
      }
    }
    return best;
  }

  private static void normalise(double[] v) {
    double length = Math.sqrt(DotProduct.of(v, v));
    for (int t = 0; t < v.length; t++) {
      v[t] /= length;
    }
  }

  /** The last support of each sequence. */
  private static List<List<Integer>> ends(List<List<List<Integer>>> paths) {
    return paths.stream().map(path -> path.get(path.size() - 1)).toList();
  }

  @Override
  public String text() {
    return rule.word() + (terms.isPresent() ? ":terms=" + terms.getAsInt() : "");
  }
}
