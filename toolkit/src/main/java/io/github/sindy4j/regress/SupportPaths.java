package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The choice among supports that a regressor has found: each is fitted by least squares, scored by
 * held-out blocks and by the criterion of {@link ThresholdPath}, and chosen as there.
 *
 * <p>Where each equation has a sequence of its own, the equations descend together: always the one
 * moves on whose next model costs least, Δ‖rᵢ‖²/sᵢ² for each term that leaves.
 */
final class SupportPaths {
  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final PathScoring scoring;
  private final Criterion criterion;
  private final List<RegressionSummary> trainings = new ArrayList<>();

  SupportPaths(RegressionProblem problem, RegressionSummary whole, ColumnBasis basis) {
    this.problem = problem;
    this.whole = whole;
    this.basis = basis;
    Matrix full = fitted(whole, Fits.start(problem, whole, basis));
    int terms = basis.kept().size();
    this.scoring = new PathScoring(problem, whole, full, terms);
    this.criterion = new Criterion(problem, whole, full, terms);
    int folds = problem.data().folds().size();
    for (int fold = 0; fold < folds; fold++) {
      trainings.add(folds == 1 ? whole : problem.data().without(fold));
    }
  }

  /** The fit on these terms of each equation, without a choice. */
  static Regression unchosen(
      RegressionProblem problem,
      RegressionSummary whole,
      ColumnBasis basis,
      List<List<Integer>> termsOfEquations,
      Outcome outcome) {
    List<Integer> support = new ArrayList<>();
    for (int i = 0; i < termsOfEquations.size(); i++) {
      int first = i * whole.terms();
      termsOfEquations.get(i).forEach(j -> support.add(first + j));
    }
    return Fits.onSupport(problem, whole, support, basis.dependencies(), outcome, List.of());
  }

  /** The most terms of an equation that a path begins with. */
  static int longest(RegressionSummary whole, int candidates) {
    long rows = Math.max(1, whole.samples() - 1);
    return (int) Math.min(rows, Math.min(candidates, Math.max(30, 400 / whole.responses())));
  }

  /** One equation's model: its row of W from all rows, and from the rows outside each fold. */
  private record Model(int terms, double error, Vec row, List<Vec> outside) {}

  /**
   * The best of supports of all equations together, positions of vec(W).
   *
   * @param supports in any order
   */
  Regression chooseJoint(List<List<Integer>> supports, Outcome outcome) {
    Map<Integer, Matrix> bySize = new TreeMap<>(Comparator.reverseOrder());
    for (List<Integer> support : supports) {
      Matrix w = fitted(whole, support);
      bySize.merge(Fits.support(w).size(), w, (a, b) -> criterion.of(b) < criterion.of(a) ? b : a);
    }
    for (Matrix w : bySize.values()) {
      double[] errors = new double[trainings.size()];
      for (int fold = 0; fold < errors.length; fold++) {
        errors[fold] = scoring.foldError(fold, fitted(trainings.get(fold), Fits.support(w)));
      }
      scoring.add(w, errors);
    }
    return fit(Fits.support(scoring.chosen().coefficients()), outcome);
  }

  /**
   * The best combination of one support for each equation.
   *
   * @param byEquation for each equation term lists in any order
   */
  Regression choose(List<List<List<Integer>>> byEquation, Outcome outcome) {
    List<List<Model>> models = new ArrayList<>();
    for (int i = 0; i < byEquation.size(); i++) {
      models.add(models(i, byEquation.get(i)));
    }
    int[] at = new int[models.size()];
    add(models, at);
    descend(models, at, last(models));
    return fit(Fits.support(scoring.chosen().coefficients()), outcome);
  }

  /**
   * The fit on supports that were chosen elsewhere, with the path of all equations that goes
   * through it.
   *
   * @param chosen for each equation the size of its model, which is on its path
   */
  Regression through(List<List<List<Integer>>> byEquation, int[] chosen, Outcome outcome) {
    List<List<Model>> models = new ArrayList<>();
    int[] end = new int[chosen.length];
    List<Integer> support = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      List<Model> own = models(i, byEquation.get(i));
      models.add(own);
      while (own.get(end[i]).terms() > chosen[i]) {
        end[i]++;
      }
      for (int j = 0; j < whole.terms(); j++) {
        if (own.get(end[i]).row().get(j) != 0) {
          support.add(i * whole.terms() + j);
        }
      }
    }
    int[] at = new int[chosen.length];
    add(models, at);
    descend(models, at, end);
    descend(models, at, last(models));
    return fit(support, outcome);
  }

  private static int[] last(List<List<Model>> models) {
    return models.stream().mapToInt(own -> own.size() - 1).toArray();
  }

  private void descend(List<List<Model>> models, int[] at, int[] end) {
    for (int next = cheapest(models, at, end); next >= 0; next = cheapest(models, at, end)) {
      at[next]++;
      add(models, at);
    }
  }

  private Regression fit(List<Integer> support, Outcome outcome) {
    return Fits.onSupport(problem, whole, support, basis.dependencies(), outcome, scoring.rows());
  }

  /** The models of one equation, most terms first, the best one of each size. */
  private List<Model> models(int equation, List<List<Integer>> supports) {
    Map<Integer, Model> bySize = new TreeMap<>(Comparator.reverseOrder());
    for (List<Integer> terms : supports.stream().distinct().toList()) {
      Model model = model(equation, terms);
      bySize.merge(model.terms(), model, (a, b) -> b.error() < a.error() ? b : a);
    }
    return List.copyOf(bySize.values());
  }

  private Model model(int equation, List<Integer> terms) {
    List<Integer> support = terms.stream().map(j -> equation * whole.terms() + j).toList();
    Vec row = fitted(whole, support).row(equation);
    // With one fold nothing is held out.
    List<Vec> outside =
        trainings.size() == 1
            ? List.of(row)
            : trainings.stream().map(training -> fitted(training, support).row(equation)).toList();
    return new Model(terms.size(), whole.squaredError(equation, row), row, outside);
  }

  private int cheapest(List<List<Model>> models, int[] at, int[] end) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < at.length; i++) {
      if (at[i] < end[i]) {
        Model now = models.get(i).get(at[i]);
        Model next = models.get(i).get(at[i] + 1);
        double cost =
            (next.error() - now.error()) / criterion.noise(i) / (now.terms() - next.terms());
        if (best < 0 || cost < least) {
          least = cost;
          best = i;
        }
      }
    }
    return best;
  }

  private void add(List<List<Model>> models, int[] at) {
    List<Model> picked = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      picked.add(models.get(i).get(at[i]));
    }
    double[] errors = new double[trainings.size()];
    for (int fold = 0; fold < errors.length; fold++) {
      int held = fold;
      errors[fold] =
          scoring.foldError(fold, matrix(picked.stream().map(m -> m.outside().get(held)).toList()));
    }
    scoring.add(matrix(picked.stream().map(Model::row).toList()), errors);
  }

  private static Matrix matrix(List<Vec> rows) {
    return Matrix.ofRows(rows.stream().map(Vec::toArray).toArray(double[][]::new));
  }

  private Matrix fitted(RegressionSummary summary, List<Integer> support) {
    return Fits.onSupport(problem, summary, support, List.of(), new Outcome.Converged(1), List.of())
        .coefficients();
  }
}
