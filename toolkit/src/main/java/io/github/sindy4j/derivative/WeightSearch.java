package io.github.sindy4j.derivative;

import java.util.function.DoubleFunction;

/**
 * The λ of the least score: weights that double the time scale of smoothing are tried one after the
 * other, until none that is larger can do better; a search along the line around the best follows.
 *
 * @param lowest log λ to begin with
 * @param highest log λ to end with
 * @param step the change of log λ that doubles the time scale
 */
record WeightSearch(double lowest, double highest, double step) {
  /** Time scales that differ by less than this part count as one. */
  private static final double RESOLUTION = 0.02;

  /** Beyond this weight, rotations lose half of the digits. */
  private static final double LARGEST = 1e16;

  /**
   * What is known at one λ.
   *
   * @param score what is to be least
   * @param bound what no larger λ can fall below
   */
  record Score(double score, double bound) {
    /** A score that says nothing of larger weights. */
    static Score alone(double score) {
      return new Score(score, Double.NEGATIVE_INFINITY);
    }

    /**
     * C_L = ‖y − x̃‖² + 2 σ² tr H where σ is known, else n ‖y − x̃‖² / (n − tr H)². Misfit grows
     * with λ, and the null space of the penalty always stays free.
     *
     * @param weight automatic, or of known noise
     * @param least dimension of that null space
     */
    static Score of(Weight weight, int samples, int least, double squares, double freedom) {
      if (weight instanceof Weight.OfNoise known) {
        double twice = 2 * known.sigma() * known.sigma();
        return new Score(squares + twice * freedom, squares + twice * least);
      }
      return new Score(
          samples * squares / square(samples - freedom),
          samples * squares / square(samples - least));
    }

    private static double square(double x) {
      return x * x;
    }
  }

  /** For n samples and a weight that goes with the p-th power of the time scale. */
  static WeightSearch of(int samples, double power) {
    double step = power * Math.log(2);
    return new WeightSearch(
        -2 * step, Math.min(Math.log(LARGEST), power * Math.log(samples)), step);
  }

  /** λ. */
  double least(DoubleFunction<Score> scores) {
    double best = lowest;
    double least = Double.POSITIVE_INFINITY;
    for (double log = lowest; log <= highest; log += step) {
      Score score = scores.apply(Math.exp(log));
      if (score.score() < least) {
        least = score.score();
        best = log;
      }
      if (score.bound() > least) {
        break;
      }
    }
    return Math.exp(
        LineMinimum.between(best - step, best + step, RESOLUTION * step)
            .from(best, least, log -> scores.apply(Math.exp(log)).score()));
  }
}
