package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For rows whose errors are independent and of variance 1, such as whitened ones: for each equation
 *
 * <pre> min ‖yᵢ − Θ w‖² + penalty · k,   k the number of non-zero entries of w, </pre>
 *
 * as far as {@link SubsetSearch} finds it. With penalty log N it is the Bayesian information
 * criterion. Equality constraints: in the coefficients that they leave free.
 *
 * @param penalty the price of a term
 * @param start terms that the search of every equation sets out from, beside all and none
 */
public record SubsetSelection(double penalty, List<Integer> start) implements SparseRegressor {
  /** Copies the list and checks the penalty. */
  public SubsetSelection {
    start = List.copyOf(start);
    BadSetting.require(
        penalty >= 0,
        "subset-search penalty",
        "must be at least 0 but is " + penalty,
        "log N, with N rows, is usual");
  }

  /** Sets out from all terms and from none. */
  public static SubsetSelection of(double penalty) {
    return new SubsetSelection(penalty, List.of());
  }

  /** Sets out from these terms, too. */
  public SubsetSelection startingFrom(List<Integer> terms) {
    return new SubsetSelection(penalty, terms);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<List<Integer>> supports =
        IntStream.range(0, whole.responses()).mapToObj(i -> selected(whole, i)).toList();
    return SupportPaths.unchosen(problem, whole, basis, supports, new Outcome.Converged(1));
  }

  private List<Integer> selected(RegressionSummary whole, int equation) {
    int p = whole.terms();
    int[] columns = IntStream.rangeClosed(0, p).map(j -> j < p ? j : p + equation).toArray();
    SubsetSearch search =
        new SubsetSearch(TriangularFold.triangle(whole.triangle().columns(columns)), penalty);
    List<Integer> within = start.stream().filter(j -> j >= 0 && j < p).toList();
    return search.select(List.of(within)).terms();
  }

  @Override
  public String text() {
    return "subset-search:penalty=" + penalty;
  }
}
