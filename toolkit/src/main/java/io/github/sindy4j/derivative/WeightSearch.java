package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    return least(1, lambda -> column -> scores.apply(lambda)).get(0);
  }

  /**
   * λ of each of some columns, which share what is made of one λ.
   *
   * @param scores of a λ, the score of each column
   */
  List<Double> least(int columns, DoubleFunction<IntFunction<Score>> scores) {
    List<Scan> scans = Stream.generate(Scan::new).limit(columns).toList();
    for (int k = 0; lowest + k * step <= highest; k++) {
      List<Scan> going = scans.stream().filter(Scan::isGoing).toList();
      if (going.isEmpty()) {
        break;
      }
      IntFunction<Score> at = scores.apply(Math.exp(lowest + k * step));
      going.forEach(scan -> scan.add(at.apply(scans.indexOf(scan))));
    }
    return Team.map(
        columns,
        c -> Math.exp(refined(scans.get(c), log -> scores.apply(Math.exp(log)).apply(c).score())));
  }

  /** log λ around the best of a scan. */
  private double refined(Scan scan, DoubleUnaryOperator score) {
    int k = scan.best();
    double log = lowest + k * step;
    LineMinimum line = LineMinimum.between(log - step, log + step, RESOLUTION * step);
    return k > 0 && k + 1 < scan.scores.size()
        ? line.from(log, scan.score(k), scan.score(k - 1), scan.score(k + 1), score)
        : line.from(log, scan.score(k), score);
  }

  /** The scores of one column so far, for λ that grow by one step each. */
  private static final class Scan {
    private final List<Score> scores = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;

    void add(Score score) {
      scores.add(score);
      least = Math.min(least, score.score());
    }

    /** Whether a larger λ can be better. */
    boolean isGoing() {
      return scores.isEmpty() || scores.get(scores.size() - 1).bound() <= least;
    }

    double score(int k) {
      return scores.get(k).score();
    }

    int best() {
      return IntStream.range(0, scores.size()).filter(k -> score(k) == least).findFirst().orElse(0);
    }
  }
}
