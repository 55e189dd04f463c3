package io.github.sindy4j.derivative;

import java.util.function.DoubleFunction;

/**
 * The λ of least C_L = ‖y − x̃‖² + 2 σ² tr H where σ is known, of least n ‖y − x̃‖² / (n − tr H)²
 * where it is not.
 *
 * <p>Weights that double the time scale of smoothing are tried one after the other, until no larger
 * one can do better, because misfit grows and freedom is never less than that of the null space of
 * the penalty; then a golden section follows around the best.
 *
 * @param samples n
 * @param least freedom that is never smoothed away
 * @param power p with λ in proportion to the p-th power of the time scale
 */
record WeightSearch(int samples, int least, double power) {
  /** Weights within this factor of each other count as one, in powers of the time scale. */
  private static final double RESOLUTION = 0.02;

  /** Beyond this weight, rotations lose half of the digits. */
  private static final double LARGEST = 1e16;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** ‖y − x̃‖² and tr H at one λ. */
  record Trial(double squares, double freedom) {}

  double choose(Weight weight, DoubleFunction<Trial> trials) {
    if (weight instanceof Weight.Fixed fixed) {
      return fixed.value();
    }
    double variance = weight instanceof Weight.OfNoise known ? known.sigma() * known.sigma() : -1;
    double step = power * Math.log(2);
    double lowest = -2 * step;
    double best = lowest;
    double leastScore = Double.POSITIVE_INFINITY;
    double highest = Math.min(Math.log(LARGEST), power * Math.log(samples));
    for (double log = lowest; log <= highest; log += step) {
      Trial trial = trials.apply(Math.exp(log));
      double score = score(trial, variance);
      if (score < leastScore) {
        leastScore = score;
        best = log;
      }
      if (score(new Trial(trial.squares(), least), variance) > leastScore) {
        break;
      }
    }
    return Math.exp(refine(best - step, best + step, variance, trials));
  }

  private double refine(double from, double to, double variance, DoubleFunction<Trial> trials) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double leftScore = score(trials.apply(Math.exp(left)), variance);
    double rightScore = score(trials.apply(Math.exp(right)), variance);
    while (high - low > RESOLUTION * power) {
      if (leftScore < rightScore) {
        high = right;
        right = left;
        rightScore = leftScore;
        left = high - GOLDEN * (high - low);
        leftScore = score(trials.apply(Math.exp(left)), variance);
      } else {
        low = left;
        left = right;
        leftScore = rightScore;
        right = low + GOLDEN * (high - low);
        rightScore = score(trials.apply(Math.exp(right)), variance);
      }
    }
    return (low + high) / 2;
  }

  private double score(Trial trial, double variance) {
    if (variance >= 0) {
      return trial.squares() + 2 * variance * trial.freedom();
    }
    double left = samples - trial.freedom();
    return trial.squares() / (left * left);
  }
}
