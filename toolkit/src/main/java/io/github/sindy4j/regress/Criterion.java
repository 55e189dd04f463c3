package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;

/**
 * What a model costs: Σᵢ ‖rᵢ‖²/sᵢ² + kᵢ (√(log ν̄ + log P) + eᵢ/sᵢ)², see {@link ThresholdPath}.
 *
 * <p>Everything that depends on the data and the whole library, not on the model that is scored.
 */
final class Criterion {
  /** Estimated systematic errors are trusted within this factor. */
  private static final double BIAS_SAFETY = 3;

  /**
   * A term that contributes less than this part of a response's spread is not kept, however exact
   * the data.
   */
  static final double NEGLIGIBLE = 1e-6;

  private final RegressionProblem problem;
  private final RegressionSummary whole;
  private final double[] noise;
  private final double[] penalty;
  private final double[] variance;
  private final boolean[] negligible;

  /** {@code full} is the fit with all of {@code terms} independent terms. */
  Criterion(RegressionProblem problem, RegressionSummary whole, Matrix full, int terms) {
    this.problem = problem;
    this.whole = whole;
    this.noise = new double[whole.responses()];
    this.penalty = new double[whole.responses()];
    this.variance = new double[whole.responses()];
    this.negligible = new boolean[whole.responses()];
    double logs = Math.log(whole.responses() * (double) Math.max(1, terms) + problem.others());
    for (int i = 0; i < noise.length; i++) {
      logs += Math.log(Math.max(2, problem.data().effectiveSamples().get(i))) / noise.length;
    }
    for (int i = 0; i < noise.length; i++) {
      variance[i] = whole.variance(i);
      negligible[i] = squares(whole, i) <= 4 * problem.data().responseBiases().get(i);
      noise[i] = noise(i, full, terms);
      double bias = BIAS_SAFETY * Math.sqrt(problem.data().responseBiases().get(i));
      double least = NEGLIGIBLE * Math.sqrt(whole.samples() * variance[i]);
      penalty[i] = Math.pow(Math.sqrt(logs) + Math.max(bias, least) / Math.sqrt(noise[i]), 2);
    }
  }

  private double noise(int equation, Matrix full, int terms) {
    double error = whole.squaredError(equation, full.row(equation));
    double free = Math.max(1, whole.samples() - terms);
    double perRow = Math.max(error, 1e-28 * squares(whole, equation)) / free;
    double correlation = whole.samples() / problem.data().effectiveSamples().get(equation);
    return perRow > 0 ? perRow * correlation : 1;
  }

  /** s², the variance of a residual that counts as independent. */
  double noise(int equation) {
    return noise[equation];
  }

  /** What each term of an equation costs. */
  double penalty(int equation) {
    return penalty[equation];
  }

  /** The criterion of the model W. */
  double of(Matrix w) {
    double[] errors = new double[noise.length];
    Arrays.setAll(errors, i -> whole.squaredError(i, w.row(i)));
    return of(w, errors);
  }

  /** The same where the squared error of each equation is known. */
  double of(Matrix w, double[] squaredErrors) {
    double sum = 0;
    for (int i = 0; i < noise.length; i++) {
      int terms = 0;
      for (int j = 0; j < w.cols(); j++) {
        terms += w.get(i, j) != 0 ? 1 : 0;
      }
      sum += squaredErrors[i] / noise[i] + terms * penalty[i];
    }
    return sum;
  }

  /** Σ of a summary's squared errors over the responses' variances, negligible ones left out. */
  double relativeError(RegressionSummary summary, Matrix w) {
    double sum = 0;
    for (int i = 0; i < noise.length; i++) {
      sum +=
          negligible[i]
              ? 0
              : relative(i, summary.squaredError(i, w.row(i)), summary.samples(), true);
    }
    return sum / noise.length;
  }

  /**
   * The part of one equation in n times that: zero where its response is no more than its errors.
   */
  double relative(int equation, double squaredError, long samples, boolean withBiases) {
    double share = (double) samples / whole.samples();
    double bias = withBiases ? problem.data().responseBiases().get(equation) * share : 0;
    return negligible[equation] ? 0 : (squaredError + bias) / variance[equation];
  }

  private static double squares(RegressionSummary whole, int equation) {
    double norm = whole.triangle().col(whole.terms() + equation).norm();
    return norm * norm;
  }
}
