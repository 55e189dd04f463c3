package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilitySelectionTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return StabilitySelection.defaults();
  }

  /** The rows of some folds, in their order. */
  private static Rows some(Rows rows, List<Integer> folds) {
    List<double[]> left = new ArrayList<>();
    List<double[]> right = new ArrayList<>();
    for (int t = 0; t < rows.theta().rows(); t++) {
      if (folds.contains(t / rows.chunk() % rows.folds())) {
        left.add(rows.theta().row(t).toArray());
        right.add(rows.y().row(t).toArray());
      }
    }
    return Rows.of(
        Matrix.ofRows(left.toArray(double[][]::new)),
        Matrix.ofRows(right.toArray(double[][]::new)));
  }

  @Test
  void probabilitiesAreCountsOverAllPairsOfHalves() {
    Rows rows = Subsets.hard(7, 8, 200);
    SparseRegressor base = ForwardSelection.frols().withTerms(3);
    double[] counts = new double[16];
    int halves = 0;
    for (List<Integer> two : Subsets.of(5, 2)) {
      List<Integer> three = List.of(0, 1, 2, 3, 4).stream().filter(f -> !two.contains(f)).toList();
      for (List<Integer> folds : List.of(two, three)) {
        Fits.support(base.solve(some(rows, folds).problem()).coefficients())
            .forEach(k -> counts[k]++);
        halves++;
      }
    }
    assertEquals(20, halves);
    for (int k = 0; k < 16; k++) {
      counts[k] /= 20;
    }
    StabilitySelection stability = StabilitySelection.of(base);
    assertArrayEquals(counts, stability.probabilities(rows.problem()).toArray(), 1e-15);
    List<Integer> stable = Fits.support(stability.solve(rows.problem()).coefficients());
    for (int k = 0; k < 16; k++) {
      assertEquals(counts[k] >= 0.75 - 1e-12, stable.contains(k));
    }
  }

  /**
   * One of 20 terms is taken by chance from each half (θ = 1/20, q = 1): at most θ q/(2 · 0.75 − 1)
   * = 0.1 terms are expected to be stable.
   */
  @Test
  void termsOfPureNoiseAreStableNoOftenerThanTheTheoremSays() {
    int stable = 0;
    int runs = 0;
    StabilitySelection stability = StabilitySelection.of(ForwardSelection.frols().withTerms(1));
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Rows rows = Rows.of(Rows.gaussian(random, 240, 20), Rows.gaussian(random, 240, 2));
      stable += Fits.support(stability.solve(rows.problem()).coefficients()).size();
      runs += 2;
    }
    assertTrue(stable <= 0.1 * runs, stable + " stable terms in " + runs + " responses of noise");
  }

  @Test
  void withManyFoldsSeededPairsAreDrawnAndTheSeedDecides() {
    Rows rows = Subsets.hard(7, 8, 400).dealt(10, 20);
    StabilitySelection stability =
        StabilitySelection.of(ForwardSelection.frols().withTerms(3)).withDraws(7, 3);
    Matrix first = stability.probabilities(rows.problem());
    assertEquals(first, stability.probabilities(rows.problem()));
    for (double probability : first.toArray()) {
      assertEquals(0, Math.abs(14 * probability - Math.rint(14 * probability)), 1e-12);
    }
    Matrix other = stability.withDraws(7, 4).probabilities(rows.problem());
    assertTrue(!first.equals(other), "another seed, other halves");
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertThrows(BadSetting.class, () -> StabilitySelection.defaults().withThreshold(0.5));
    Rows rows = Subsets.hard(7, 4, 60).dealt(60, 1);
    Unsupported refused =
        assertThrows(Unsupported.class, () -> StabilitySelection.defaults().solve(rows.problem()));
    assertTrue(String.valueOf(refused.getMessage()).contains("only one fold"));
  }
}
