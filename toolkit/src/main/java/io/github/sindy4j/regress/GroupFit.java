package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** What a regressor found for one group of equations, with what its path means for all of them. */
final class GroupFit {
  private final EquationGroup group;
  private final RegressionProblem problem;
  private final RegressionSummary reduced;
  private final RegressionSummary whole;
  private final Regression found;

  private GroupFit(
      EquationGroup group, RegressionProblem problem, RegressionSummary whole, Regression found) {
    this.group = group;
    this.problem = problem;
    this.reduced = problem.data().whole();
    this.whole = whole;
    this.found = found;
  }

  /** {@code inner} at work on the group's problem; a group without freedom has its fixed model. */
  static GroupFit of(
      EquationGroup group, FoldedData data, RegressionSummary whole, SparseRegressor inner) {
    RegressionProblem problem = group.problem(data);
    Regression found = group.dimension() == 0 ? nothing() : inner.solve(problem);
    return new GroupFit(group, problem, whole, found);
  }

  /** The least-squares fit on the terms that z has. */
  static GroupFit onTermsOf(
      EquationGroup group, FoldedData data, RegressionSummary whole, SparseRegressor inner, Vec z) {
    RegressionProblem problem = group.problem(data);
    Regression found =
        group.dimension() == 0
            ? nothing()
            : inner.refit(problem, nothing(), group.fromCoordinates(z));
    return new GroupFit(group, problem, whole, found);
  }

  private static Regression nothing() {
    return new Regression(
        Matrix.zeros(1, 0), List.of(), List.of(), new Outcome.Converged(0), List.of());
  }

  EquationGroup group() {
    return group;
  }

  Regression found() {
    return found;
  }

  /**
   * The group's path, most terms first; its fixed model where nothing is free. Empty when the
   * regressor had no choice.
   */
  List<ParetoRow> path() {
    if (group.dimension() > 0) {
      return found.path();
    }
    double error = reduced.squaredError(0, Vec.zeros(0)) / reduced.samples();
    double bias = problem.data().responseBiases().get(0) / reduced.samples();
    double variance = Criterion.variance(reduced, 0);
    return List.of(
        new ParetoRow(
            0,
            Math.sqrt(error / variance),
            Math.sqrt((error + bias) / variance),
            0,
            Matrix.zeros(1, 0)));
  }

  /** Where the chosen model stands on the path; the end where it does not. */
  int chosen() {
    List<ParetoRow> path = path();
    List<Integer> support = Fits.support(found.coefficients());
    for (int m = 0; m < path.size(); m++) {
      if (Fits.support(path.get(m).coefficients()).equals(support)) {
        return m;
      }
    }
    return path.size() - 1;
  }

  /**
   * Σ over the group's equations of the squared error of a row of its path over the response's
   * variance, per row of the data.
   *
   * @param relative √(mean of squared error / variance) in the group's problem
   */
  double squaredErrors(double relative) {
    List<Integer> equations = group.equations();
    if (group.isFree()) {
      return relative * relative * equations.size();
    }
    double own = 0;
    for (int equation : equations) {
      own += Criterion.variance(whole, equation);
    }
    double mean = own / equations.size();
    return relative * relative * Criterion.variance(reduced, 0) / mean * equations.size();
  }

  List<Vec> undecided() {
    return group.undecided(found.undecided());
  }

  List<FreeBlock> freedom() {
    List<FreeBlock> blocks = new ArrayList<>();
    found.freedom().forEach(block -> blocks.add(group.freedom(block)));
    return blocks;
  }
}
