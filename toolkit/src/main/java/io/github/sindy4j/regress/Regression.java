package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * What a regressor found.
 *
 * @param coefficients W, n×p
 * @param freedom how the non-zero coefficients could still move
 * @param undecided directions of Rᵖ in which the rows say nothing: ‖Θ z‖ ≈ 0; empty for a library
 *     of full rank. Where demands leave w₀ + N z, directions of vec(W), n p long, that are columns
 *     of N combined
 * @param outcome how the iteration ended
 * @param path the models it chose from, most terms first; empty when it had no choice
 */
public record Regression(
    Matrix coefficients,
    List<FreeBlock> freedom,
    List<Vec> undecided,
    Outcome outcome,
    List<ParetoRow> path) {
  /** Copies the lists. */
  public Regression {
    freedom = List.copyOf(freedom);
    undecided = List.copyOf(undecided);
    path = List.copyOf(path);
  }

  /**
   * The least-squares fit on the non-zero terms of another model of the path, with everything else
   * as it is here.
   */
  public Regression refit(RegressionProblem problem, Matrix other) {
    return Fits.onSupport(
        problem, problem.data().whole(), Fits.support(other), undecided, outcome, path);
  }

  /** This choice with the coefficients of another fit, and with how those could still move. */
  Regression withCoefficientsOf(Regression fit) {
    return new Regression(fit.coefficients, fit.freedom, undecided, outcome, path);
  }
}
