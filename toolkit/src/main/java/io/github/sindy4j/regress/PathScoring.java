package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The models of a path with their scores, and the choice among them. For one thread. */
final class PathScoring {
  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final Criterion criterion;
  private final List<ParetoRow> rows = new ArrayList<>();
  private final List<double[]> heldOut = new ArrayList<>();

  /** {@code full} is the fit with all of {@code terms} independent terms. */
  PathScoring(RegressionProblem problem, RegressionSummary whole, Matrix full, int terms) {
    this.problem = problem;
    this.whole = whole;
    this.criterion = new Criterion(problem, whole, full, terms);
  }

  /** The models so far, most terms first. */
  List<ParetoRow> rows() {
    return List.copyOf(rows);
  }

  /** The squared error of a model on a fold, relative to the responses' variances. */
  double foldError(int fold, Matrix w) {
    return criterion.relativeError(problem.data().folds().get(fold), w);
  }

  /** Adds a model with fewer terms than those before, and its errors on the folds. */
  void add(Matrix w, double[] errors) {
    add(w, errors, squaredErrors(w));
  }

  /** The same where its squared error on all rows is known, equation by equation. */
  void add(Matrix w, double[] errors, double[] squaredErrors) {
    rows.add(row(w, errors, squaredErrors));
    heldOut.add(errors);
  }

  /** The model to take. */
  ParetoRow chosen() {
    double negligible = Criterion.NEGLIGIBLE * Criterion.NEGLIGIBLE * whole.samples();
    return rows.get(PathChoice.choose(rows, heldOut, negligible));
  }

  /**
   * Searches the terms of each equation from the chosen model, among the positions {@code start},
   * and puts what is better into the path, in place of the model of its size.
   */
  void search(List<Integer> start) {
    ParetoRow before = chosen();
    Matrix model = searched(before.coefficients(), start);
    double[] errors = heldOutErrors(model);
    ParetoRow found = row(model, errors, squaredErrors(model));
    if (!(found.criterion() < before.criterion())) {
      return;
    }
    int place = 0;
    while (place < rows.size() && rows.get(place).terms() > found.terms()) {
      place++;
    }
    if (place < rows.size() && rows.get(place).terms() == found.terms()) {
      rows.remove(place);
      heldOut.remove(place);
    }
    rows.add(place, found);
    heldOut.add(place, errors);
  }

  private Matrix searched(Matrix chosen, List<Integer> start) {
    List<Integer> support = new ArrayList<>();
    for (int i = 0; i < whole.responses(); i++) {
      int first = i * whole.terms();
      SupportSearch search =
          new SupportSearch(whole, i, termsOf(start, i), criterion.noise(i), criterion.penalty(i));
      search.improve(termsOf(Fits.support(chosen), i)).forEach(j -> support.add(first + j));
    }
    return fitted(whole, support);
  }

  private List<Integer> termsOf(List<Integer> positions, int equation) {
    return positions.stream()
        .filter(k -> k / whole.terms() == equation)
        .map(k -> k % whole.terms())
        .toList();
  }

  /** From the triangles of the terms alone. */
  private double[] heldOutErrors(Matrix model) {
    List<RegressionSummary> folds = problem.data().folds();
    List<Integer> support = Fits.support(model);
    double[] errors = new double[folds.size()];
    for (int i = 0; i < whole.responses(); i++) {
      int[] own = termsOf(support, i).stream().mapToInt(Integer::intValue).toArray();
      double[] squares = new FoldedEquation(problem.data(), i, own).heldOutErrors();
      for (int fold = 0; fold < errors.length; fold++) {
        errors[fold] += relative(i, squares[fold], fold) / whole.responses();
      }
    }
    return errors;
  }

  /**
   * The part of one equation in the squared errors on a fold, relative to the responses' variances.
   */
  double relative(int equation, double squaredError, int fold) {
    return criterion.relative(
        equation, squaredError, problem.data().folds().get(fold).samples(), true);
  }

  private Matrix fitted(RegressionSummary summary, List<Integer> support) {
    return Fits.onSupport(problem, summary, support, List.of(), new Outcome.Converged(1), List.of())
        .coefficients();
  }

  private double[] squaredErrors(Matrix w) {
    double[] errors = new double[whole.responses()];
    Arrays.setAll(errors, i -> whole.squaredError(i, w.row(i)));
    return errors;
  }

  private ParetoRow row(Matrix w, double[] errors, double[] squaredErrors) {
    double training = 0;
    for (int i = 0; i < squaredErrors.length; i++) {
      training += criterion.relative(i, squaredErrors[i], whole.samples(), false);
    }
    training /= (double) squaredErrors.length * whole.samples();
    double held = Arrays.stream(errors).sum() / whole.samples();
    return new ParetoRow(
        Fits.support(w).size(),
        Math.sqrt(training),
        Math.sqrt(held),
        criterion.of(w, squaredErrors),
        w);
  }
}
