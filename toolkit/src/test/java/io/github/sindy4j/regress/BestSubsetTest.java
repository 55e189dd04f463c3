package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.regress.BestSubset.Subset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestSubsetTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return BestSubset.defaults();
  }

  @Test
  void itIsTheBestOfAllSubsetsOfEverySize() {
    for (long seed = 1; seed <= 12; seed++) {
      Rows rows = Subsets.hard(seed, 10, 40);
      List<List<Subset>> found = BestSubset.defaults().subsets(rows.problem().data().whole());
      for (int i = 0; i < 2; i++) {
        assertEquals(11, found.get(i).size());
        for (int k = 0; k <= 10; k++) {
          Subset subset = found.get(i).get(k);
          List<Integer> best = Subsets.best(rows, i, k);
          double error = Subsets.squaredError(rows, i, best);
          assertEquals(best, subset.terms(), "seed " + seed + ", " + k + " terms");
          assertEquals(error, subset.squaredError(), 1e-9 * error);
          assertTrue(subset.isProven());
        }
      }
    }
  }

  @Test
  void proofsTakeFarFewerNodesThanThereAreSubsets() {
    SplittableRandom random = new SplittableRandom(1);
    Rows rows = Subsets.hard(random.nextLong(), 30, 300);
    // 30 over 5 are 142 506 sets for each equation.
    for (List<Subset> equation :
        BestSubset.defaults().withTerms(5).subsets(rows.problem().data().whole())) {
      assertTrue(equation.get(0).isProven());
      assertTrue(equation.get(0).nodes() < 20_000, equation.get(0).nodes() + " nodes");
    }
  }

  @Test
  void aSearchThatIsStoppedSaysByHowMuchItMayMiss() {
    int stopped = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Rows rows = Subsets.hard(seed, 12, 40);
      RegressionSummary whole = rows.problem().data().whole();
      BestSubset hurried = BestSubset.defaults().withTerms(4).withNodes(2);
      List<List<Subset>> found = hurried.subsets(whole);
      List<List<Subset>> exact = BestSubset.defaults().withTerms(4).subsets(whole);
      for (int i = 0; i < 2; i++) {
        double least = exact.get(i).get(0).squaredError();
        assertTrue(found.get(i).get(0).lowerBound() <= least * (1 + 1e-12), "a true bound");
        assertTrue(found.get(i).get(0).squaredError() >= least * (1 - 1e-12));
      }
      double gap = Math.max(found.get(0).get(0).gap(), found.get(1).get(0).gap());
      Outcome outcome = hurried.solve(rows.problem()).outcome();
      if (gap > 0) {
        stopped++;
        assertEquals(gap, assertInstanceOf(Outcome.NodeLimit.class, outcome).gap());
        assertTrue(outcome.text().contains("allow more nodes"), outcome.text());
      } else {
        assertInstanceOf(Outcome.Converged.class, outcome);
      }
    }
    assertTrue(stopped >= 5, stopped + " of 20 were stopped");
  }

  /** y = θ₀ + θ₁ exactly, yet neither correlates with y as θ₂ does: greedy choices begin wrong. */
  @Test
  void itFindsPairsThatForwardSelectionMisses() {
    SplittableRandom random = new SplittableRandom(4);
    var noise = Rows.gaussian(random, 100, 4);
    var y = noise.col(0);
    var other = noise.col(1).times(10);
    Rows rows =
        Rows.of(
            io.github.sindy4j.linalg.Matrix.ofColumns(
                y.plus(other).toArray(),
                other.times(-1).toArray(),
                y.plus(0.3, noise.col(2)).toArray(),
                noise.col(3).toArray()),
            io.github.sindy4j.linalg.Matrix.ofColumns(y.toArray()));
    Regression best = BestSubset.defaults().withTerms(2).solve(rows.problem());
    Regression greedy = ForwardSelection.frols().withTerms(2).solve(rows.problem());
    assertEquals(List.of(0, 1), Subsets.support(best, 0));
    assertTrue(Subsets.support(greedy, 0).contains(2));
  }
}
