package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * σ² and q of largest restricted likelihood for a model W and a linearisation that stay: with u =
 * S⁻¹ (b − P vec(W)),
 *
 * <pre>
 *  σᵢ²:  Σ w (Gᵀu)² = (1 − k/n) tr w Gᵀ S⁻¹ G,     qᵢ:  Σ u² = (1 − k/n) tr S⁻¹,
 * </pre>
 *
 * sums and traces over state or equation i, and over counterparts together. Each variance is
 * multiplied by the ratio of its two sides to a power that the last two steps tell, since the plain
 * ratio comes down slowly where the defect is small beside the noise. Ends when nothing more is
 * gained that a choice between models would notice.
 */
final class Variances {
  /** Enough where the equations will be linearised anew. */
  static final int FEW_STEPS = 5;

  /** Enough to come to rest. */
  static final int MANY_STEPS = 12;

  /** What the criterion may still gain by one variance. */
  private static final double GAIN = 0.1;

  /** The least q beside the variance of differences of noise. */
  private static final double LEAST_SHARE = 1e-8;

  /** A variance this near to its floor is there: floors move with noise and states, a little. */
  private static final double LOWEST = 1.01;

  private static final double STEEPEST = 1.5;
  private static final double FLATTEST = 0.1;

  /** Noise moves by a factor of 4 at most: once it is lost, it comes back slowly. */
  private static final double NOISE_STEP = Math.log(4);

  private static final double DEFECT_STEP = Math.log(20);

  private final List<Linearised> pieces;
  private final List<Vec> residuals;
  private final double left;
  private final double[] least;
  private final int[] counterparts;
  private final int states;
  private final double scale;

  /**
   * For these pieces and this model.
   *
   * @param left 1 − k/n
   * @param leastNoise the least σ² of each state
   * @param leastDefect the least q of each equation
   * @param scale the size of D's entries, squared
   * @param counterparts for each equation the first that is its counterpart
   */
  Variances(
      List<Linearised> pieces,
      Matrix model,
      double left,
      Vec leastNoise,
      Vec leastDefect,
      double scale,
      int[] counterparts) {
    this.counterparts = counterparts;
    this.scale = scale;
    this.pieces = pieces;
    this.residuals = Team.map(pieces.size(), k -> Vec.adopt(pieces.get(k).residual(model)));
    this.left = left;
    this.states = leastNoise.size();
    this.least = leastNoise.joined(leastDefect).toArray();
  }

  /**
   * Where it ended.
   *
   * @param noise σ²
   * @param defect q
   * @param states X = y − Σ Gᵀ u of each piece
   * @param squaredError χ²
   * @param logDeterminant log det S
   */
  record Found(
      Vec noise, Vec defect, List<double[]> states, double squaredError, double logDeterminant) {}

  /**
   * Searches from these variances; empty where a covariance is singular in floating point.
   *
   * @param factors those of the covariances at these variances
   * @param steps how many may be taken
   */
  Optional<Found> from(Vec noise, Vec defect, List<TwistedCholesky> factors, int steps) {
    double[] values = noise.joined(defect).toArray();
    double[] before = values.clone();
    double[] ratiosBefore = new double[values.length];
    List<TwistedCholesky> at = factors;
    for (int step = 0; step < steps; step++) {
      Sides sides = sides(at, values);
      double[] ratios = new double[values.length];
      boolean settled = true;
      for (int i = 0; i < values.length; i++) {
        double ratio = sides.squares().squares().get(i) / (left * sides.traces().get(i));
        ratios[i] = ratio > 0 ? Math.log(ratio) : -DEFECT_STEP;
        settled &= gain(i, values, ratios[i], sides) < GAIN;
      }
      if (settled) {
        return Optional.of(found(values, sides.squares(), at));
      }
      double[] next = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        double power =
            step == 0 ? 1 : power(ratiosBefore[i] - ratios[i], Math.log(values[i] / before[i]));
        double move =
            i < states
                ? bounded(Math.min(2, power) * ratios[i], NOISE_STEP)
                : bounded(power * ratios[i], DEFECT_STEP);
        next[i] = Math.max(values[i] * Math.exp(move), floor(i, values));
      }
      before = values;
      ratiosBefore = ratios;
      values = next;
      Optional<List<TwistedCholesky>> factorised =
          Linearised.factors(pieces, slice(values, 0), slice(values, states));
      if (factorised.isEmpty()) {
        return Optional.empty();
      }
      at = factorised.get();
    }
    return Optional.of(found(values, squares(at), at));
  }

  private static double bounded(double move, double most) {
    return Math.min(most, Math.max(-most, move));
  }

  /** 1/κ with κ the slope of −log ratio in the logarithm of the variance. */
  private static double power(double fall, double moved) {
    double slope = Math.abs(moved) < 1e-6 ? 1 : fall / moved;
    return 1 / Math.min(STEEPEST, Math.max(FLATTEST, slope));
  }

  /** About what the criterion would fall if the variance moved to where its ratio is 1. */
  private double gain(int i, double[] values, double ratio, Sides sides) {
    boolean lowest = values[i] <= LOWEST * floor(i, values) && ratio < 0;
    double weight = values[i] * left * sides.traces().get(i);
    return lowest ? 0 : weight * Math.abs(ratio) * Math.min(1, Math.abs(ratio) / (2 * FLATTEST));
  }

  private double floor(int i, double[] values) {
    return i < states
        ? least[i]
        : Math.max(least[i], leastDefect(noise(i - states, values), scale));
  }

  /** The largest σ² of an equation's state and those of its counterparts. */
  private double noise(int equation, double[] values) {
    double largest = values[equation];
    for (int j = 0; j < states; j++) {
      if (counterparts[j] == counterparts[equation]) {
        largest = Math.max(largest, values[j]);
      }
    }
    return largest;
  }

  /** The least q beside so much noise. */
  static double leastDefect(double noise, double scale) {
    return LEAST_SHARE * scale * noise;
  }

  private Vec slice(double[] values, int from) {
    return Vec.of(values).slice(from, from + states);
  }

  /** Both sides of every equation. */
  private record Sides(Squares squares, Vec traces) {}

  /** The left sides, and what comes with them: Gᵀu of each piece, and χ². */
  private record Squares(Vec squares, List<Vec> pulls, double squaredError) {}

  private Sides sides(List<TwistedCholesky> factors, double[] values) {
    List<Sides> all = Team.map(pieces.size(), k -> sides(k, factors.get(k)));
    Vec traces = all.stream().map(Sides::traces).reduce(Vec.zeros(values.length), Vec::plus);
    return new Sides(summed(all.stream().map(Sides::squares).toList()), pooled(traces));
  }

  private Sides sides(int piece, TwistedCholesky factor) {
    Linearised linear = pieces.get(piece);
    return new Sides(squares(linear, residuals.get(piece), factor), linear.traces(factor));
  }

  private Squares squares(List<TwistedCholesky> factors) {
    return summed(
        Team.map(pieces.size(), k -> squares(pieces.get(k), residuals.get(k), factors.get(k))));
  }

  private Squares summed(List<Squares> all) {
    Vec sum = all.stream().map(Squares::squares).reduce(Vec.zeros(2 * states), Vec::plus);
    return new Squares(
        pooled(sum),
        all.stream().flatMap(piece -> piece.pulls().stream()).toList(),
        all.stream().mapToDouble(Squares::squaredError).sum());
  }

  /** Counterparts have the mean of their entries. */
  private Vec pooled(Vec entries) {
    double[] pooled = entries.toArray();
    int[] counts = new int[states];
    for (int i = 0; i < states; i++) {
      counts[counterparts[i]]++;
      if (counterparts[i] != i) {
        pooled[states + counterparts[i]] += pooled[states + i];
      }
    }
    for (int i = 0; i < states; i++) {
      pooled[states + i] =
          pooled[states + counterparts[i]] / (counterparts[i] == i ? counts[i] : 1);
    }
    return Vec.adopt(pooled);
  }

  private Squares squares(Linearised piece, Vec residual, TwistedCholesky factor) {
    double[] u = factor.solve(residual).toArray();
    double[] pull = piece.transposed(u);
    double[] ofRows =
        Ranges.sums(
            u.length / states,
            states + 1,
            (sums, from, to) -> {
              for (int r = from * states; r < to * states; r += states) {
                for (int i = 0; i < states; i++) {
                  sums[i] += u[r + i] * u[r + i];
                  sums[states] += u[r + i] * residual.get(r + i);
                }
              }
            });
    Vec rows = Vec.adopt(ofRows);
    return new Squares(
        piece.weighted(e -> pull[e] * pull[e]).joined(rows.slice(0, states)),
        List.of(Vec.adopt(pull)),
        rows.get(states));
  }

  private Found found(double[] values, Squares squares, List<TwistedCholesky> factors) {
    List<double[]> smoothed = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      double[] x = pieces.get(k).piece().measured().clone();
      double[] variances = pieces.get(k).variances(slice(values, 0));
      Vec pull = squares.pulls().get(k);
      Ranges.each(
          x.length,
          (from, to) -> {
            for (int e = from; e < to; e++) {
              x[e] -= variances[e] * pull.get(e);
            }
          });
      smoothed.add(x);
    }
    return new Found(
        slice(values, 0),
        slice(values, states),
        smoothed,
        squares.squaredError(),
        factors.stream().mapToDouble(TwistedCholesky::logDeterminant).sum());
  }
}
