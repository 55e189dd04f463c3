package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The terms of least ‖r‖² for k terms, exactly: for each equation
 *
 * <pre> min ‖yᵢ − Θ w‖² with at most k non-zero entries of w, </pre>
 *
 * by leaps and bounds on the triangle of the summary ({@link LeapsAndBounds}), with a certificate:
 * every set of k terms was either looked at or is contained in a set whose residual is no smaller
 * than the best one. Where the limit on nodes ends the search before, the outcome says how much
 * smaller the residual could still be. Without a number of terms the best sets for k = 0 … most are
 * found and one of them is chosen on held-out blocks as for {@link Stlsq}. Equality constraints: in
 * the coefficients that they leave free.
 *
 * <p>Source: G. M. Furnival and R. W. Wilson, Technometrics 16 (1974) 499–511.
 *
 * @param terms k in every equation; chosen when empty
 * @param most the largest k to choose from
 * @param nodes the most parts of the search for one k and equation
 */
public record BestSubset(OptionalInt terms, int most, long nodes) implements SparseRegressor {
  private static final int MOST = 10;
  private static final long NODES = 200_000;

  /** Checks the settings. */
  public BestSubset {
    BadSetting.require(
        terms.orElse(0) >= 0 && most >= 0,
        "best-subset terms",
        "must be at least 0 but are " + terms.orElse(most),
        "Leave them out to have them chosen");
    BadSetting.require(
        nodes >= 1, "best-subset nodes", "must be at least 1 but are " + nodes, "200000 are usual");
  }

  /** The number of terms chosen, at most 10, from at most 200 000 nodes. */
  public static BestSubset defaults() {
    return new BestSubset(OptionalInt.empty(), MOST, NODES);
  }

  /** With so many terms in each equation, or as many as are independent. */
  public BestSubset withTerms(int newTerms) {
    return new BestSubset(OptionalInt.of(newTerms), most, nodes);
  }

  /** With a choice from up to so many terms. */
  public BestSubset upTo(int newMost) {
    return new BestSubset(terms, newMost, nodes);
  }

  /** With at most so many nodes. */
  public BestSubset withNodes(long newNodes) {
    return new BestSubset(terms, most, newNodes);
  }

  /**
   * The best set of k terms of one equation, with its certificate.
   *
   * @param terms their indices, rising
   * @param squaredError ‖r‖² of the least-squares fit on them
   * @param lowerBound no set of k terms has a smaller ‖r‖² than this, but for rounding (10⁻²⁶ ‖y‖²)
   * @param nodes how many parts of the search were looked at
   */
  public record Subset(List<Integer> terms, double squaredError, double lowerBound, long nodes) {
    /** Copies the list. */
    public Subset {
      terms = List.copyOf(terms);
    }

    /** Whether nothing is better. */
    public boolean isProven() {
      return lowerBound >= squaredError;
    }

    /** By which part of itself the squared error could still be smaller. */
    public double gap() {
      return isProven() ? 0 : 1 - lowerBound / squaredError;
    }
  }

  /**
   * The best sets of 0 … most terms of every equation, or of {@code terms} terms only, where
   * nothing is demanded of the coefficients.
   */
  public List<List<Subset>> subsets(RegressionSummary whole) {
    List<Integer> independent =
        new Assembly(whole, Constraint.none(whole.terms() * whole.responses()))
            .columnBasis()
            .kept();
    return IntStream.range(0, whole.responses())
        .parallel()
        .mapToObj(i -> subsets(OneEquation.of(whole, i, independent)))
        .toList();
  }

  private List<Subset> subsets(OneEquation equation) {
    int largest = Math.min(terms.orElse(most), equation.size());
    List<Subset> subsets = new ArrayList<>();
    for (int k = terms.isPresent() ? largest : 0; k <= largest; k++) {
      subsets.add(new LeapsAndBounds(equation, k, nodes).best());
    }
    return subsets;
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<List<Subset>> subsets = subsets(whole);
    List<List<List<Integer>>> paths =
        subsets.stream().map(own -> own.stream().map(Subset::terms).toList()).toList();
    Outcome proven = new Outcome.Converged(1);
    Regression fit =
        terms.isPresent()
            ? SupportPaths.unchosen(
                problem, whole, basis, paths.stream().map(own -> own.get(0)).toList(), proven)
            : new SupportPaths(problem, whole, basis).choose(paths, proven);
    return new Regression(
        fit.coefficients(), fit.freedom(), fit.undecided(), outcome(fit, subsets), fit.path());
  }

  /** What is proven of the sets that the fit has. */
  private static Outcome outcome(Regression fit, List<List<Subset>> subsets) {
    long nodes = 0;
    double gap = 0;
    for (int i = 0; i < subsets.size(); i++) {
      double[] row = fit.coefficients().row(i).toArray();
      List<Integer> own = IntStream.range(0, row.length).filter(j -> row[j] != 0).boxed().toList();
      for (Subset subset : subsets.get(i)) {
        if (subset.terms().equals(own)) {
          nodes = Math.max(nodes, subset.nodes());
          gap = Math.max(gap, subset.gap());
        }
      }
    }
    return gap > 0
        ? new Outcome.NodeLimit(nodes, gap)
        : new Outcome.Converged((int) Math.max(1, Math.min(Integer.MAX_VALUE, nodes)));
  }

  @Override
  public String text() {
    List<String> settings = new ArrayList<>();
    terms.ifPresent(k -> settings.add("terms=" + k));
    if (terms.isEmpty() && most != MOST) {
      settings.add("most=" + most);
    }
    if (nodes != NODES) {
      settings.add("nodes=" + nodes);
    }
    return "best-subset" + (settings.isEmpty() ? "" : ":" + String.join(",", settings));
  }
}
