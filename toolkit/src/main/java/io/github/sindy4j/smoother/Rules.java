package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of all pieces, of every order, each made once; for one thread. */
final class Rules {
  /** The highest order 2 m that is chosen. */
  static final int HIGHEST = 6;

  /**
   * Squared quadrature errors of all steps below this part of the noise's variance do not count.
   */
  private static final double NEGLIGIBLE = 1e-4;

  private final List<Piece> pieces;
  private final Map<Integer, List<StepRule>> known = new HashMap<>();

  Rules(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** The rules of 2m points. */
  List<StepRule> of(int m) {
    return known.computeIfAbsent(
        m, order -> pieces.stream().map(piece -> StepRule.of(piece.times(), order)).toList());
  }

  /** (B_{m+1} − B_m) F for each piece: about the error of B_m F. */
  List<double[]> errors(int m, List<double[]> fields, int states) {
    List<double[]> errors = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      double[] better = of(m + 1).get(k).apply(fields.get(k), states);
      double[] plain = of(m).get(k).apply(fields.get(k), states);
      for (int e = 0; e < better.length; e++) {
        better[e] -= plain[e];
      }
      errors.add(better);
    }
    return errors;
  }

  /** Σ over all steps of the squared error, for each state. */
  double[] squaredErrors(int m, List<double[]> fields, int states) {
    double[] sums = new double[states];
    for (double[] piece : errors(m, fields, states)) {
      for (int e = 0; e < piece.length; e++) {
        sums[e % states] += piece[e] * piece[e];
      }
    }
    return sums;
  }

  /**
   * The smallest m whose squared errors are negligible beside the noise of every state; else the
   * best.
   *
   * @param fields F at the states, for each piece
   * @param noise σ² of each state
   */
  int choose(List<double[]> fields, Vec noise) {
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    for (int m = 1; m <= HIGHEST; m++) {
      double[] errors = squaredErrors(m, fields, noise.size());
      double worst = 0;
      for (int i = 0; i < noise.size(); i++) {
        worst = Math.max(worst, errors[i] / noise.get(i));
      }
      if (worst < least) {
        least = worst;
        best = m;
      }
      if (worst < NEGLIGIBLE) {
        return m;
      }
    }
    return best;
  }
}
