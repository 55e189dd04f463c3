package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;

/**
 * Any regressor under demands: min ‖Y − Θ Wᵀ‖² over vec(W) = w₀ + N z.
 *
 * <p>The problem in z is an ordinary one without constraint, made from the triangles of every fold
 * with no pass over the data: equations that N couples are one response [Θ Nᵢ | yᵢ − Θ w₀ᵢ], those
 * of which nothing is demanded keep theirs. {@code inner} solves it, and what it finds is carried
 * back: coefficients, freedom F_w = N F_z, undecided directions, the path. Settings of {@code
 * inner}, such as a threshold, then speak of the largest of the coefficients that go together.
 * Where it has selected, coefficients that several columns add up to zero within their errors are
 * zero.
 *
 * @param inner solves the problem in z, or in W under the constraint
 * @param parametrisation w₀ and N
 * @param on which of them should be few
 */
public record Parametrised(SparseRegressor inner, Parametrisation parametrisation, Sparsity on)
    implements SparseRegressor {
  /** On z. */
  public static Parametrised of(SparseRegressor inner, Parametrisation parametrisation) {
    return new Parametrised(inner, parametrisation, Sparsity.COORDINATES);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    requireOwn(problem);
    if (on == Sparsity.COEFFICIENTS) {
      return inner.solve(new RegressionProblem(problem.data(), parametrisation.constraint()));
    }
    if (parametrisation.isEverything()) {
      return inner.solve(RegressionProblem.of(problem.data()));
    }
    requireCombinations();
    RegressionSummary whole = problem.data().whole();
    List<GroupFit> fits =
        EquationGroup.of(parametrisation, whole.responses()).stream()
            .map(group -> GroupFit.of(group, problem.data(), whole, inner))
            .toList();
    return joined(fits, new JoinedPath(fits, parametrisation, whole).rows(), whole);
  }

  @Override
  public Regression refit(RegressionProblem problem, Regression found, Matrix other) {
    requireOwn(problem);
    if (on == Sparsity.COEFFICIENTS) {
      return inner.refit(
          new RegressionProblem(problem.data(), parametrisation.constraint()), found, other);
    }
    if (parametrisation.isEverything()) {
      return inner.refit(RegressionProblem.of(problem.data()), found, other);
    }
    Vec vecW = Vec.adopt(other.toArray());
    Vec z = parametrisation.coordinates(vecW);
    RegressionSummary whole = problem.data().whole();
    List<GroupFit> fits =
        EquationGroup.of(parametrisation, whole.responses()).stream()
            .map(group -> GroupFit.onTermsOf(group, problem.data(), whole, inner, z, vecW))
            .toList();
    return found.withCoefficientsOf(joined(fits, found.path(), whole));
  }

  @Override
  public String text() {
    return inner.text();
  }

  private Regression joined(List<GroupFit> fits, List<ParetoRow> path, RegressionSummary whole) {
    double[] z = new double[parametrisation.dimension()];
    List<FreeBlock> freedom = new ArrayList<>();
    List<Vec> undecided = new ArrayList<>();
    Outcome outcome = new Outcome.Converged(1);
    for (GroupFit fit : fits) {
      fit.group().toCoordinates(fit.found().coefficients(), z);
      freedom.addAll(fit.freedom());
      undecided.addAll(fit.undecided());
      outcome = later(outcome, fit.found().outcome());
    }
    double[] vecW = parametrisation.at(Vec.adopt(z)).toArray();
    fits.forEach(fit -> fit.zeros().forEach(u -> vecW[u] = 0));
    return new Regression(
        Matrix.adopt(whole.responses(), whole.terms(), vecW), freedom, undecided, outcome, path);
  }

  /** The worse of two outcomes; of equally good ones that of more iterations. */
  private static Outcome later(Outcome a, Outcome b) {
    if (a instanceof Outcome.Converged x && b instanceof Outcome.Converged y) {
      return x.iterations() >= y.iterations() ? a : b;
    }
    return a instanceof Outcome.Converged ? b : a;
  }

  private void requireOwn(RegressionProblem problem) {
    boolean fits = problem.constraint().map().cols() == parametrisation.unknowns();
    if (!fits || !(problem.constraint().isNone() || isOwn(problem.constraint()))) {
      throw new Unsupported(
          "other-constraint",
          "Parametrised",
          "the problem demands '"
              + problem.constraint().reason()
              + "' but the regressor was made for '"
              + parametrisation.reason()
              + "'",
          "Put all demands into one parametrisation");
    }
  }

  private void requireCombinations() {
    if (!inner.worksOnCombinations()) {
      throw new Unsupported(
          "not-on-combinations",
          inner.text(),
          "it is about single coefficients, but under '"
              + parametrisation.reason()
              + "' only combinations of them are free",
          "State signs as demands, such as 'x: y >= 0', and take another optimizer");
    }
  }

  private boolean isOwn(Constraint constraint) {
    return constraint.reason().equals(parametrisation.reason())
        && constraint.target().size() == parametrisation.unknowns() - parametrisation.dimension();
  }
}
