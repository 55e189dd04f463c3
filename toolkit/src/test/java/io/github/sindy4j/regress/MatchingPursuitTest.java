package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingPursuitTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return ForwardSelection.matchingPursuit();
  }

  @Test
  void eachTermThatJoinsIsTheOneMostCorrelatedWithTheResidual() {
    int different = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Rows rows = Subsets.hard(seed, 10, 60);
      for (int i = 0; i < 2; i++) {
        int first = 10 * i;
        List<Integer> naive = new ArrayList<>();
        for (int k = 1; k <= 9; k++) {
          Vec w = Naive.free(rows, naive.stream().map(j -> first + j).toList()).row(i);
          int best = -1;
          double most = -1;
          for (int j = 0; j < 10; j++) {
            double pull = Math.abs(Subsets.pull(rows, i, w, j)) / rows.theta().col(j).norm();
            if (!naive.contains(j) && pull > most) {
              best = j;
              most = pull;
            }
          }
          naive.add(best);
          Regression found = ForwardSelection.matchingPursuit().withTerms(k).solve(rows.problem());
          Regression other = ForwardSelection.frols().withTerms(k).solve(rows.problem());
          assertEquals(naive.stream().sorted().toList(), Subsets.support(found, i));
          different += Subsets.support(other, i).equals(Subsets.support(found, i)) ? 0 : 1;
        }
      }
    }
    assertTrue(different > 0, "it is not the same as FROLS");
  }
}
