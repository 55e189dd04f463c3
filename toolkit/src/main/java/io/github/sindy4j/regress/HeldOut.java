package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How well the terms of a regression predict rows that their coefficients have not seen. */
public final class HeldOut {
  private HeldOut() {}

  /**
   * Σ over folds of ‖yᵢ − Θ w‖² on the fold, w fitted by least squares to the other folds on the
   * regression's terms within its demands, for each equation; empty when there is one fold only, or
   * too few rows to leave one out.
   */
  public static Optional<Vec> squaredErrors(RegressionProblem problem, Regression regression) {
    return byFold(problem, regression)
        .map(errors -> errors.applyTranspose(Vec.zeros(errors.rows()).map(zero -> 1)));
  }

  /** The same before the sum: one row for each fold, one column for each equation. */
  public static Optional<Matrix> byFold(RegressionProblem problem, Regression regression) {
    List<RegressionSummary> folds = problem.data().folds();
    if (folds.size() < 2 || regression.outcome() instanceof Outcome.Infeasible) {
      return Optional.empty();
    }
    List<Integer> support = Fits.support(regression.coefficients());
    boolean isTied =
        !problem.constraint().isNone() || degreesOfFreedom(regression) < support.size();
    return isTied
        ? tied(problem.data(), new Family(regression))
        : Optional.of(free(problem.data(), support));
  }

  private static Optional<Matrix> tied(FoldedData data, Family family) {
    List<double[]> errors = new ArrayList<>();
    for (int fold = 0; fold < data.folds().size(); fold++) {
      RegressionSummary held = data.folds().get(fold);
      Optional<Matrix> refit = family.fit(data.without(fold));
      if (refit.isEmpty()) {
        return Optional.empty();
      }
      errors.add(
          IntStream.range(0, held.responses())
              .mapToDouble(i -> held.squaredError(i, refit.get().row(i)))
              .toArray());
    }
    return Optional.of(Matrix.ofRows(errors.toArray(double[][]::new)));
  }

  /** From the triangles of the terms alone, equation by equation. */
  private static Matrix free(FoldedData data, List<Integer> support) {
    int p = data.whole().terms();
    List<double[]> byEquation =
        Fits.equations(
            data.whole(),
            i -> {
              int[] own = support.stream().filter(k -> k / p == i).mapToInt(k -> k % p).toArray();
              return new FoldedEquation(data, i, own).heldOutErrors();
            });
    return Matrix.ofColumns(byEquation.toArray(double[][]::new));
  }

  private static int degreesOfFreedom(Regression regression) {
    return regression.freedom().stream().mapToInt(block -> block.factor().cols()).sum();
  }
}
