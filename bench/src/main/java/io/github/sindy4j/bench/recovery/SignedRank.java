package io.github.sindy4j.bench.recovery;

import java.util.Arrays;
import java.util.List;

/**
 * Wilcoxon's signed-rank test for pairs, exact: ranks of |dᵢ| with ties at their mean, differences
 * of 0 left out, all signs equally likely. Source: Wilcoxon, Biometrics Bulletin 1, 1945.
 */
final class SignedRank {
  private SignedRank() {}

  /**
   * The probability of a sum of positive ranks as large as this or larger; 1 without differences.
   */
  static double above(List<Double> differences) {
    double[] nonzero = differences.stream().mapToDouble(d -> d).filter(d -> d != 0).toArray();
    int n = nonzero.length;
    int[] doubled = doubledRanks(nonzero);
    int total = Arrays.stream(doubled).sum();
    int positive = 0;
    for (int i = 0; i < n; i++) {
      positive += nonzero[i] > 0 ? doubled[i] : 0;
    }
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : doubled) {
      for (int s = reached; s >= 0; s--) {
        probability[s] /= 2;
        probability[s + rank] += probability[s];
      }
      reached += rank;
    }
    return Math.min(1, Arrays.stream(probability, positive, total + 1).sum());
  }

  /** Twice the ranks, so that the mean of two is whole. */
  private static int[] doubledRanks(double[] differences) {
    int[] ranks = new int[differences.length];
    for (int i = 0; i < ranks.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : differences) {
        below += Math.abs(other) < Math.abs(differences[i]) ? 1 : 0;
        equal += Math.abs(other) == Math.abs(differences[i]) ? 1 : 0;
      }
      ranks[i] = 2 * below + equal + 1;
    }
    return ranks;
  }
}
