package io.github.sindy4j.regress;

/**
 * min ‖Y − Θ Wᵀ‖² over W ∈ R^(n×p) with A vec(W) = d, where W should have few terms.
 *
 * @param data the rows, summarised
 * @param constraint A and d
 * @param others how many further coefficients are chosen at the same time elsewhere, where this is
 *     a part of a larger problem: the more there are, the more easily one of them fits by chance
 */
public record RegressionProblem(FoldedData data, Constraint constraint, int others) {
  /** Checks that the constraint fits. */
  public RegressionProblem {
    RegressionSummary any = data.folds().get(0);
    int unknowns = any.terms() * any.responses();
    if (constraint.map().cols() != unknowns) {
      throw new IllegalArgumentException(
          "RegressionProblem: the constraint is on "
              + constraint.map().cols()
              + " coefficients but there are "
              + unknowns);
    }
  }

  /** A whole problem. */
  public RegressionProblem(FoldedData data, Constraint constraint) {
    this(data, constraint, 0);
  }

  /** Without a constraint. */
  public static RegressionProblem of(FoldedData data) {
    RegressionSummary any = data.folds().get(0);
    return new RegressionProblem(data, Constraint.none(any.terms() * any.responses()));
  }

  /** The same as a part of a larger problem. */
  public RegressionProblem besides(int otherCoefficients) {
    return new RegressionProblem(data, constraint, otherCoefficients);
  }
}
