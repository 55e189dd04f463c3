package io.github.sindy4j.smoother;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The rules of all pieces, of every order, each made once. */
final class Rules {
  /** The highest order 2 m that is chosen. */
  static final int HIGHEST = 6;

  /**
   * Squared quadrature errors of all steps below this part of the noise's variance do not count.
   */
  private static final double NEGLIGIBLE = 1e-4;

  /** The same of two points while terms are sought: covariances have half the width of four. */
  private static final double TOLERABLE = 1e-2;

  /** A step so much longer than the median one has errors of its own. */
  private static final double UNEVEN = 1.5;

  private final List<Piece> pieces;
  private final int order;
  private final Between between;
  private final boolean shared;
  private final boolean uneven;
  private final List<Differences> differences;
  private final Map<Integer, List<StepRule>> known = new HashMap<>();

  /** For equations of order 1 or 2. */
  Rules(List<Piece> pieces, int order, Between between) {
    this.pieces = pieces;
    this.order = order;
    this.between = between;
    boolean driven = pieces.stream().anyMatch(piece -> piece.controls().length > 0);
    this.shared = order == 1 && (!driven || between == Between.CUBIC);
    this.uneven = pieces.stream().anyMatch(piece -> isUneven(piece.times()));
    this.differences = pieces.stream().map(piece -> new Differences(piece.times(), order)).toList();
  }

  private static boolean isUneven(double[] times) {
    double[] steps = new double[times.length - 1];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = times[k + 1] - times[k];
    }
    Arrays.sort(steps);
    return steps[steps.length - 1] > UNEVEN * steps[steps.length / 2];
  }

  /** Whether some steps are much longer than most. */
  boolean isUneven() {
    return uneven;
  }

  /** D of each piece. */
  List<Differences> differences() {
    return differences;
  }

  /** Whether the points are the same for every m. */
  boolean isShared() {
    return shared;
  }

  /** The number of rows of all pieces. */
  long rows() {
    return differences.stream().mapToLong(Differences::rows).sum();
  }

  /** The rules of 2m points; by the thread that asks first, alone. */
  synchronized List<StepRule> of(int m) {
    return known.computeIfAbsent(
        m, half -> pieces.stream().map(piece -> StepRule.of(piece, order, half, between)).toList());
  }

  /**
   * B_{m+1} F − B_m F for each piece: about the error of B_m F.
   *
   * @param fields F at the points of the rule of each order, for each piece
   */
  List<double[]> errors(int m, IntFunction<List<double[]>> fields, int states) {
    List<double[]> here = fields.apply(m);
    List<double[]> there = isShared() ? here : fields.apply(m + 1);
    return Team.map(pieces.size(), k -> error(m, k, here.get(k), there.get(k), states));
  }

  /** That of one piece, of F at the points of the rules of m and of m + 1. */
  double[] error(int m, int piece, double[] here, double[] there, int states) {
    double[] better = of(m + 1).get(piece).apply(there, states);
    double[] plain = of(m).get(piece).apply(here, states);
    for (int e = 0; e < better.length; e++) {
      better[e] -= plain[e];
    }
    return better;
  }

  /**
   * Σ over all rows of the squared error, for each state; where some steps are much longer than
   * most, as if all rows had the median one: a few long steps say nothing about the others, and
   * have variances of their own.
   */
  double[] squaredErrors(int m, IntFunction<List<double[]>> fields, int states) {
    if (uneven) {
      return medians(errors(m, fields, states), states);
    }
    double[] sums = new double[states];
    for (double[] piece : errors(m, fields, states)) {
      for (int e = 0; e < piece.length; e++) {
        sums[e % states] += piece[e] * piece[e];
      }
    }
    return sums;
  }

  private double[] medians(List<double[]> errors, int states) {
    double[] sums = new double[states];
    for (int i = 0; i < states; i++) {
      int state = i;
      double[] squares =
          errors.stream()
              .flatMapToDouble(
                  piece ->
                      IntStream.range(0, piece.length / states)
                          .mapToDouble(k -> piece[k * states + state]))
              .map(error -> error * error)
              .sorted()
              .toArray();
      sums[i] = squares.length * squares[squares.length / 2];
    }
    return sums;
  }

  /** The size of D's entries, squared: 1 for first differences. */
  double scale() {
    double scale = Double.POSITIVE_INFINITY;
    for (Differences piece : differences) {
      for (int k = 0; k < piece.rows(); k++) {
        scale = Math.min(scale, piece.weight(k, 0) * piece.weight(k, 0));
      }
    }
    return scale;
  }

  /**
   * The smallest m whose squared errors are negligible beside the noise of every state; else the
   * best.
   *
   * @param noise σ² of each state
   * @param seeking whether terms are still sought, so that two points may err more
   */
  int choose(IntFunction<List<double[]>> fields, Vec noise, boolean seeking) {
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    double scale = scale();
    for (int m = 1; m <= HIGHEST; m++) {
      double[] errors = squaredErrors(m, fields, noise.size());
      double worst = 0;
      for (int i = 0; i < noise.size(); i++) {
        worst = Math.max(worst, errors[i] / (noise.get(i) * scale));
      }
      if (worst < least) {
        least = worst;
        best = m;
      }
      if (worst < (m == 1 && seeking ? TOLERABLE : NEGLIGIBLE)) {
        return m;
      }
    }
    return best;
  }
}
