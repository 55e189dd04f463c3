package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SsrTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Ssr.defaults();
  }

  @Override
  public boolean isFreeOfUnits() {
    return false;
  }

  @ParameterizedTest
  @EnumSource(Ssr.Rule.class)
  void theModelsAreThoseOfThePlainRecipe(Ssr.Rule rule) {
    for (long seed = 1; seed <= 10; seed++) {
      Rows rows = Subsets.hard(seed, 10, 60);
      for (int i = 0; i < 2; i++) {
        int first = 10 * i;
        List<Integer> left = new ArrayList<>(IntStream.range(first, first + 10).boxed().toList());
        for (int k = 9; k >= 0; k--) {
          Matrix w = Naive.free(rows, left);
          List<Integer> now = left;
          left.remove(
              left.stream()
                  .min(Comparator.comparingDouble(u -> size(rule, rows, w, now, u)))
                  .orElseThrow());
          Regression found = Ssr.defaults().withRule(rule).withTerms(k).solve(rows.problem());
          assertEquals(left.stream().map(u -> u - first).toList(), Subsets.support(found, i));
          assertArrayEquals(
              Naive.free(rows, left).row(i).toArray(), found.coefficients().row(i).toArray(), 1e-9);
        }
      }
    }
  }

  private static double size(Ssr.Rule rule, Rows rows, Matrix w, List<Integer> left, int u) {
    double value = Math.abs(w.get(u / 10, u % 10));
    return switch (rule) {
      case COEFFICIENT -> value;
      case CONTRIBUTION -> value * rows.theta().col(u % 10).norm();
      case RESIDUAL ->
          Naive.squaredError(rows, u / 10, Naive.free(rows, Naive.without(left, u)).row(u / 10));
    };
  }

  @Test
  void fewerThanNoTermsAreRefused() {
    assertThrows(BadSetting.class, () -> Ssr.defaults().withTerms(-1));
  }
}
