package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a regressor found for one group of equations, with what its path means for all of them. */
final class GroupFit {
  private final EquationGroup group;
  private final RegressionProblem problem;
  private final RegressionSummary reduced;
  private final RegressionSummary whole;
  private final Regression found;
  private final SortedSet<Integer> zeros;
  private final List<ParetoRow> path;

  private GroupFit(
      EquationGroup group,
      RegressionProblem problem,
      RegressionSummary whole,
      Regression found,
      SortedSet<Integer> zeros) {
    this.group = group;
    this.problem = problem;
    this.reduced = problem.data().whole();
    this.whole = whole;
    this.found = found;
    this.zeros = zeros;
    this.path = ownPath();
  }

  /** {@code inner} at work on the group's problem; a group without freedom has its fixed model. */
  static GroupFit of(
      EquationGroup group, FoldedData data, RegressionSummary whole, SparseRegressor inner) {
    RegressionProblem problem = group.problem(data);
    Regression found = group.dimension() == 0 ? nothing() : inner.solve(problem);
    Cancellations cancellations = new Cancellations(group, problem, found);
    return cleared(group, problem, whole, found, cancellations.negligible());
  }

  /** The least-squares fit on the terms that W has. */
  static GroupFit onTermsOf(
      EquationGroup group,
      FoldedData data,
      RegressionSummary whole,
      SparseRegressor inner,
      Vec z,
      Vec vecW) {
    RegressionProblem problem = group.problem(data);
    Regression found =
        group.dimension() == 0
            ? nothing()
            : inner.refit(problem, nothing(), group.fromCoordinates(z));
    SortedSet<Integer> zeros =
        group.isFree() || group.dimension() == 0
            ? new TreeSet<>()
            : new Cancellations(group, problem, found).zeros(vecW);
    return cleared(group, problem, whole, found, zeros);
  }

  private static GroupFit cleared(
      EquationGroup group,
      RegressionProblem problem,
      RegressionSummary whole,
      Regression found,
      SortedSet<Integer> zeros) {
    Regression cleared =
        zeros.isEmpty() ? found : new Cancellations(group, problem, found).without(zeros);
    return cleared.outcome() instanceof Outcome.Infeasible
        ? new GroupFit(group, problem, whole, found, new TreeSet<>())
        : new GroupFit(group, problem, whole, cleared, zeros);
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
    return path;
  }

  private List<ParetoRow> ownPath() {
    if (group.dimension() == 0) {
      return List.of(row(Matrix.zeros(1, 0), reduced.squaredError(0, Vec.zeros(0)), 0, 0));
    }
    return zeros.isEmpty() || found.path().isEmpty() ? found.path() : withCleared();
  }

  private ParetoRow row(Matrix coefficients, double heldOut, int terms, double criterion) {
    double bias = problem.data().responseBiases().get(0);
    double squares = reduced.variance(0) * reduced.samples();
    double training = reduced.squaredError(0, coefficients.row(0));
    return new ParetoRow(
        terms,
        Math.sqrt(training / squares),
        Math.sqrt((heldOut + bias) / squares),
        criterion,
        coefficients);
  }

  /** The path with the model of coefficients that were cleared, behind the one it came from. */
  private List<ParetoRow> withCleared() {
    List<ParetoRow> rows = new ArrayList<>(found.path());
    int place = chosen(rows);
    ParetoRow before = rows.get(place);
    Criterion criterion = new Cancellations(group, problem, found).criterion();
    double error = reduced.squaredError(0, found.coefficients().row(0));
    double grown = error - reduced.squaredError(0, before.coefficients().row(0));
    int fewer = before.terms() - found.freedom().get(0).factor().cols();
    double change = grown / criterion.noise(0) - fewer * criterion.penalty(0);
    double heldOut =
        HeldOut.squaredErrors(problem, found).map(errors -> errors.get(0)).orElse(error);
    rows.add(
        place + 1, row(found.coefficients(), heldOut, before.terms(), before.criterion() + change));
    return rows;
  }

  /** The coefficients that are zero in a row of the path although several columns add to them. */
  SortedSet<Integer> zeros(ParetoRow row) {
    return row.coefficients().equals(found.coefficients()) ? zeros : new TreeSet<>();
  }

  /** The coefficients that are zero in the chosen model although several columns add to them. */
  SortedSet<Integer> zeros() {
    return zeros;
  }

  /** Where the chosen model stands on the path; the end where it does not. */
  int chosen() {
    return zeros.isEmpty() || path.size() < 2 ? chosen(path) : chosen(path) + 1;
  }

  private int chosen(List<ParetoRow> rows) {
    List<Integer> support = Fits.support(found.coefficients());
    for (int m = 0; m < rows.size(); m++) {
      if (Fits.support(rows.get(m).coefficients()).equals(support)) {
        return m;
      }
    }
    return rows.size() - 1;
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
      own += whole.variance(equation);
    }
    double mean = own / equations.size();
    return relative * relative * reduced.variance(0) / mean * equations.size();
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
