package io.github.sindy4j.promotion;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.RegressionSummary;

/**
 * Squared errors on held-out folds, one row for each fold and one column for each output, beside
 * those of a reference fit: eᵢ = Σ_f e_fi counts as eᵢ/(rᵢ + floorᵢ), so that an output that is
 * known well weighs as much as one that is not.
 *
 * <p>The floor is what is no evidence: a millionth of the spread, and the estimated systematic
 * errors of the responses.
 */
final class FoldErrors {
  private static final double NEGLIGIBLE = 1e-6;

  /** The quantile of Student's distribution with four degrees of freedom at 98 %. */
  private static final double STANDARD_ERRORS = 3;

  private final Matrix errors;
  private final PromotionProblem problem;

  FoldErrors(Matrix errors, PromotionProblem problem) {
    this.errors = errors;
    this.problem = problem;
  }

  /** The root of the mean squared error, each output divided by its spread. */
  double relative() {
    RegressionSummary whole = problem.data().whole();
    double sum = 0;
    for (int i = 0; i < errors.cols(); i++) {
      sum += total(errors, i) / whole.variance(i);
    }
    return Math.sqrt(sum / whole.samples() / errors.cols());
  }

  /** Whether these are larger than others by more than chance, or twice as large. */
  boolean areWorseThan(FoldErrors reference) {
    double[] excess = new double[errors.rows()];
    for (int f = 0; f < excess.length; f++) {
      excess[f] = beside(reference, f) - reference.beside(reference, f);
    }
    double growth = sum(excess);
    return growth > STANDARD_ERRORS * standardError(excess) || growth > 1;
  }

  /** What these are of a reference, added over the folds: 1 is as much. */
  double beside(FoldErrors reference) {
    double[] parts = new double[errors.rows()];
    for (int f = 0; f < parts.length; f++) {
      parts[f] = beside(reference, f);
    }
    return sum(parts);
  }

  /** The standard error of {@link #beside}, by the spread over the folds. */
  double standardError(FoldErrors reference) {
    double[] parts = new double[errors.rows()];
    for (int f = 0; f < parts.length; f++) {
      parts[f] = beside(reference, f);
    }
    return standardError(parts);
  }

  private double beside(FoldErrors reference, int fold) {
    double sum = 0;
    for (int i = 0; i < errors.cols(); i++) {
      double floor = floor(i);
      double share =
          (double) problem.data().folds().get(fold).samples() / problem.data().whole().samples();
      sum += (errors.get(fold, i) + share * floor) / (total(reference.errors, i) + floor);
    }
    return sum / errors.cols();
  }

  private double floor(int output) {
    RegressionSummary whole = problem.data().whole();
    return NEGLIGIBLE * NEGLIGIBLE * whole.variance(output) * whole.samples()
        + problem.data().responseBiases().get(output);
  }

  private static double total(Matrix errors, int output) {
    double sum = 0;
    for (int f = 0; f < errors.rows(); f++) {
      sum += errors.get(f, output);
    }
    return sum;
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  /** Of the sum of parts that vary independently: √(k Σ (x − x̄)²/(k − 1)). */
  private static double standardError(double[] parts) {
    double mean = sum(parts) / parts.length;
    double squares = 0;
    for (double part : parts) {
      squares += (part - mean) * (part - mean);
    }
    return Math.sqrt(squares * parts.length / (parts.length - 1));
  }
}
