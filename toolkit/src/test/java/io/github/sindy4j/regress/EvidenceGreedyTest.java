package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceGreedyTest implements SparseRegressorContract {
  private static final double SIGMA = 1.5;

  @Override
  public SparseRegressor subject() {
    return EvidenceGreedy.defaults();
  }

  /**
   * log N(y; 0, σ² I + X Xᵀ/α), from its definition as the density of N Gaussian numbers, by
   * elimination of the covariance matrix.
   */
  private static double logEvidence(Rows rows, int equation, List<Integer> terms, double alpha) {
    int n = rows.y().rows();
    double[][] c = new double[n][n + 1];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        c[s][t] = s == t ? SIGMA * SIGMA : 0;
        for (int j : terms) {
          c[s][t] += rows.theta().get(s, j) * rows.theta().get(t, j) / alpha;
        }
      }
      c[s][n] = rows.y().get(s, equation);
    }
    double sum = n * Math.log(2 * Math.PI);
    for (int k = 0; k < n; k++) {
      sum += Math.log(c[k][k]) + c[k][n] * c[k][n] / c[k][k];
      for (int s = k + 1; s < n; s++) {
        double factor = c[s][k] / c[k][k];
        for (int t = k; t <= n; t++) {
          c[s][t] -= factor * c[k][t];
        }
      }
    }
    return -0.5 * sum;
  }

  @Test
  void leavingOutFollowsTheEvidenceAsItIsDefined() {
    int best = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Rows rows = Subsets.hard(seed, 7, 30);
      for (double alpha : new double[] {0.1, 1, 30}) {
        Regression found =
            EvidenceGreedy.defaults()
                .unscaled()
                .withPrecision(alpha)
                .withNoise(SIGMA)
                .solve(rows.problem());
        for (int i = 0; i < 2; i++) {
          assertEquals(greedy(rows, i, alpha), Subsets.support(found, i), "seed " + seed);
          best += exhaustive(rows, i, alpha).equals(Subsets.support(found, i)) ? 1 : 0;
        }
      }
    }
    assertTrue(best >= 54, best + " of 60 have the greatest evidence of all 128 sets");
  }

  private static List<Integer> greedy(Rows rows, int equation, double alpha) {
    List<Integer> now = IntStream.range(0, 7).boxed().toList();
    List<Integer> greatest = now;
    while (!now.isEmpty()) {
      List<Integer> next = List.of();
      double most = Double.NEGATIVE_INFINITY;
      for (int j : now) {
        List<Integer> fewer = Naive.without(now, j);
        double evidence = logEvidence(rows, equation, fewer, alpha);
        next = evidence > most ? fewer : next;
        most = Math.max(most, evidence);
      }
      now = next;
      greatest = most > logEvidence(rows, equation, greatest, alpha) ? now : greatest;
    }
    return greatest;
  }

  private static List<Integer> exhaustive(Rows rows, int equation, double alpha) {
    List<Integer> best = List.of();
    double most = logEvidence(rows, equation, best, alpha);
    for (int k = 1; k <= 7; k++) {
      for (List<Integer> set : Subsets.of(7, k)) {
        double evidence = logEvidence(rows, equation, set, alpha);
        best = evidence > most ? set : best;
        most = Math.max(most, evidence);
      }
    }
    return best;
  }

  @Test
  void withoutTheRefitCoefficientsAreThePosteriorMean() {
    Rows rows = Subsets.hard(3, 7, 30);
    Regression found =
        EvidenceGreedy.defaults()
            .unscaled()
            .withPrecision(2)
            .withNoise(SIGMA)
            .withoutRefit()
            .solve(rows.problem());
    Matrix expected =
        Naive.solve(
                rows,
                Fits.support(found.coefficients()),
                Matrix.zeros(0, 14),
                Vec.zeros(0),
                Naive.ones(rows),
                2 * SIGMA * SIGMA)
            .orElseThrow();
    assertArrayEquals(expected.toArray(), found.coefficients().toArray(), 1e-10);
  }

  @Test
  void thePathGoesThroughTheChosenModel() {
    Rows rows = Subsets.hard(4, 9, 80);
    Regression found = EvidenceGreedy.defaults().solve(rows.problem());
    List<List<Integer>> supports = new ArrayList<>();
    found.path().forEach(row -> supports.add(Fits.support(row.coefficients())));
    assertTrue(supports.contains(Fits.support(found.coefficients())));
    assertEquals(18, found.path().get(0).terms());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThrows(BadSetting.class, () -> EvidenceGreedy.defaults().withPrecision(0));
    assertThrows(BadSetting.class, () -> EvidenceGreedy.defaults().withNoise(0));
  }
}
