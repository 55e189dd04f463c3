package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All sets of terms of a small library, one by one. */
final class Subsets {
  private Subsets() {}

  /** Every set of k of the numbers 0 … n − 1. */
  static List<List<Integer>> of(int n, int k) {
    List<List<Integer>> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) == k) {
        List<Integer> set = new ArrayList<>();
        for (int j = 0; j < n; j++) {
          if ((mask >> j & 1) == 1) {
            set.add(j);
          }
        }
        all.add(set);
      }
    }
    return all;
  }

  /** ‖y − Θ w‖² of the least-squares fit of one response on some terms. */
  static double squaredError(Rows rows, int equation, List<Integer> terms) {
    int p = rows.theta().cols();
    List<Integer> support = terms.stream().map(j -> equation * p + j).toList();
    return Naive.squaredError(rows, equation, Naive.free(rows, support).row(equation));
  }

  /** The set of k terms with the smallest residual. */
  static List<Integer> best(Rows rows, int equation, int k) {
    List<Integer> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (List<Integer> set : of(rows.theta().cols(), k)) {
      double error = squaredError(rows, equation, set);
      if (error < least) {
        least = error;
        best = set;
      }
    }
    return best;
  }

  /** Correlated columns of unequal size, two responses of few terms with noise. */
  static Rows hard(long seed, int terms, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] w = new double[2][terms];
    for (double[] row : w) {
      for (int k = 0; k < 4; k++) {
        row[random.nextInt(terms)] = random.nextGaussian();
      }
    }
    var theta =
        Rows.gaussian(random, samples, terms)
            .plus(1.5, Rows.gaussian(random, samples, 2).times(Rows.gaussian(random, 2, terms)));
    return Rows.planted(random, theta, io.github.sindy4j.linalg.Matrix.ofRows(w), 1.5);
  }

  /** θⱼ·(y − Θ w). */
  static double pull(Rows rows, int equation, Vec w, int term) {
    Vec r = rows.y().col(equation).minus(rows.theta().apply(w));
    return rows.theta().col(term).dot(r);
  }

  /** The terms with non-zero coefficients in one equation. */
  static List<Integer> support(Regression regression, int equation) {
    int p = regression.coefficients().cols();
    return Fits.support(regression.coefficients()).stream()
        .filter(k -> k / p == equation)
        .map(k -> k % p)
        .toList();
  }
}
