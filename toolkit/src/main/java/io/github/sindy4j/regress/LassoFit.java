package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@link Lasso} at work on one problem without constraint. For one thread. */
final class LassoFit {
  private static final int WEIGHTS = 100;
  private static final double SMALLEST = 1e-5;

  private final Lasso lasso;
  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final ColumnBasis basis;
  private final List<OneEquation> equations;
  private int sweeps;
  private boolean converged = true;

  LassoFit(Lasso lasso, RegressionProblem problem) {
    this.lasso = lasso;
    this.problem = problem;
    this.whole = problem.data().whole();
    this.basis = new Assembly(whole, problem.constraint()).columnBasis();
    this.equations = OneEquation.all(whole, basis.kept());
  }

  Regression solve() {
    return lasso.weight().isPresent() ? at(lasso.weight().getAsDouble()) : chosen();
  }

  private Regression at(double weight) {
    double[][] w = new double[equations.size()][whole.terms()];
    for (int i = 0; i < w.length; i++) {
      Weighted penalty = new Weighted(equations.get(i));
      equations.get(i).write(minimum(penalty, weight, new double[penalty.size()]), w[i]);
    }
    Matrix shrunk = Matrix.ofRows(w);
    Regression fit =
        Fits.onSupport(
            problem, whole, Fits.support(shrunk), basis.dependencies(), outcome(), List.of());
    return lasso.refit() ? fit : withCoefficients(fit, shrunk);
  }

  private Regression chosen() {
    List<List<List<Integer>>> supports = new ArrayList<>();
    List<Map<List<Integer>, double[]>> found = new ArrayList<>();
    for (OneEquation equation : equations) {
      Map<List<Integer>, double[]> models = path(equation);
      found.add(models);
      supports.add(List.copyOf(models.keySet()));
    }
    Regression fit = new SupportPaths(problem, whole, basis).choose(supports, outcome());
    if (lasso.refit()) {
      return fit;
    }
    double[][] w = new double[equations.size()][whole.terms()];
    for (int i = 0; i < w.length; i++) {
      double[] row = fit.coefficients().row(i).toArray();
      List<Integer> terms = basis.kept().stream().filter(j -> row[j] != 0).toList();
      equations.get(i).write(found.get(i).getOrDefault(terms, new double[0]), w[i]);
    }
    return withCoefficients(fit, Matrix.ofRows(w));
  }

  /** The supports along the path, each with v at the least weight that has it. */
  private Map<List<Integer>, double[]> path(OneEquation equation) {
    Weighted penalty = new Weighted(equation);
    Map<List<Integer>, double[]> models = new LinkedHashMap<>();
    double[] v = new double[equation.size()];
    models.put(List.of(), v);
    double largest = penalty.largest();
    int longest = SupportPaths.longest(whole, equation.size());
    for (int k = 1; k <= WEIGHTS && largest > 0; k++) {
      v = minimum(penalty, largest * Math.pow(SMALLEST, (double) k / WEIGHTS), v);
      double[] now = v;
      List<Integer> terms =
          equation.terms(IntStream.range(0, now.length).filter(j -> now[j] != 0).boxed().toList());
      if (terms.size() > longest) {
        break;
      }
      models.put(terms, now);
    }
    return models;
  }

  private double[] minimum(Weighted penalty, double weight, double[] start) {
    CoordinateDescent.Minimum minimum = penalty.minimum(weight, start);
    sweeps = Math.max(sweeps, minimum.sweeps());
    converged &= minimum.isConverged();
    return minimum.v().toArray();
  }

  private Outcome outcome() {
    return converged ? new Outcome.Converged(sweeps) : new Outcome.IterationLimit(sweeps);
  }

  private static Regression withCoefficients(Regression fit, Matrix w) {
    return new Regression(w, fit.freedom(), fit.undecided(), fit.outcome(), fit.path());
  }

  /** What is added to ½‖y − X v‖² in one equation, for any weight. */
  private final class Weighted {
    private final OneEquation equation;
    private final double[][] columns;
    private final double[] absolute;
    private final double[] squared;

    Weighted(OneEquation equation) {
      this.equation = equation;
      this.columns = Arrays.copyOf(equation.withResponse(), equation.size());
      this.absolute = lasso.absolute(equation, whole.samples());
      this.squared = lasso.squared(equation, whole.samples());
    }

    int size() {
      return columns.length;
    }

    /** The least weight that leaves nothing. */
    double largest() {
      double largest = 0;
      for (int j = 0; j < columns.length; j++) {
        double pull = Math.abs(DotProduct.of(columns[j], equation.response()));
        largest = Math.max(largest, pull / absolute[j]);
      }
      return largest;
    }

    CoordinateDescent.Minimum minimum(double weight, double[] start) {
      double[] l = Arrays.stream(absolute).map(a -> weight == 0 ? 0 : weight * a).toArray();
      double[] m = Arrays.stream(squared).map(s -> weight * s).toArray();
      return new CoordinateDescent(columns, equation.response(), l, m, start).solve();
    }
  }
}
