package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrolsTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return ForwardSelection.frols();
  }

  /** The term whose company leaves the smallest residual joins: found by fitting every one. */
  @Test
  void eachTermThatJoinsLowersTheResidualMost() {
    for (long seed = 1; seed <= 10; seed++) {
      Rows rows = Subsets.hard(seed, 10, 60);
      for (int i = 0; i < 2; i++) {
        List<Integer> naive = new ArrayList<>();
        for (int k = 1; k <= 10; k++) {
          int best = -1;
          double least = Double.POSITIVE_INFINITY;
          for (int j = 0; j < 10; j++) {
            if (!naive.contains(j)) {
              List<Integer> longer = new ArrayList<>(naive);
              longer.add(j);
              double error = Subsets.squaredError(rows, i, longer);
              best = error < least ? j : best;
              least = Math.min(least, error);
            }
          }
          naive.add(best);
          Regression found = ForwardSelection.frols().withTerms(k).solve(rows.problem());
          assertEquals(naive.stream().sorted().toList(), Subsets.support(found, i));
        }
      }
    }
  }

  @Test
  void theCoefficientsAreThoseOfLeastSquaresOnTheTerms() {
    Rows rows = Subsets.hard(2, 10, 60);
    Regression found = ForwardSelection.frols().withTerms(4).solve(rows.problem());
    assertArrayEquals(
        Naive.free(rows, Fits.support(found.coefficients())).toArray(),
        found.coefficients().toArray(),
        1e-10);
  }

  @Test
  void noMoreTermsAreGivenThanAreIndependent() {
    Rows rows = Subsets.hard(2, 6, 60);
    Regression found = ForwardSelection.frols().withTerms(100).solve(rows.problem());
    Vec w = found.coefficients().vec();
    assertArrayEquals(Naive.free(rows, Naive.all(rows)).toArray(), w.toArray(), 1e-10);
    assertThrows(BadSetting.class, () -> ForwardSelection.frols().withTerms(-1));
  }
}
