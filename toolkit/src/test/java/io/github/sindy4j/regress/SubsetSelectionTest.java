package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubsetSelectionTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return SubsetSelection.of(12);
  }

  /** min over all 2⁷ sets of terms. */
  private static double exhaustive(Rows rows, int equation, double penalty) {
    double best = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << TERMS; set++) {
      List<Integer> support = new ArrayList<>();
      for (int j = 0; j < TERMS; j++) {
        if ((set >> j & 1) == 1) {
          support.add(equation * TERMS + j);
        }
      }
      double error = Naive.squaredError(rows, equation, Naive.free(rows, support).row(equation));
      best = Math.min(best, error + penalty * support.size());
    }
    return best;
  }

  @Test
  void itsCriterionIsTheLeastOfAllSetsOfTerms() {
    for (long seed = 1; seed <= 8; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Matrix theta = Rows.gaussian(random, 40, TERMS);
      Rows rows = Rows.planted(random, theta, SparseRegressorContract.planted(), 1.5);
      double penalty = 1 + seed;
      Matrix w = SubsetSelection.of(penalty).solve(rows.problem()).coefficients();
      for (int i = 0; i < 3; i++) {
        long terms = Arrays.stream(w.row(i).toArray()).filter(v -> v != 0).count();
        assertEquals(
            exhaustive(rows, i, penalty),
            Naive.squaredError(rows, i, w.row(i)) + penalty * terms,
            1e-9);
      }
    }
  }

  @Test
  void aNegativePenaltyIsAnsweredWithTheCure() {
    BadSetting error = assertThrows(BadSetting.class, () -> SubsetSelection.of(-1));
    assertTrue(String.valueOf(error.getMessage()).contains("log N"), error.getMessage());
  }
}
