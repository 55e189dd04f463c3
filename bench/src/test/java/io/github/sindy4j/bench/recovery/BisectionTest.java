package io.github.sindy4j.bench.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 13, 21, 22})
  void findsWhereItBeginsToHold(int planted) {
    assertEquals(planted, Bisection.least(22, n -> n >= planted));
  }

  @Test
  void neitherEndIsTried() {
    List<Integer> tried = new ArrayList<>();
    Bisection.least(9, n -> tried.add(n) && n >= 9);
    Bisection.least(9, n -> tried.add(n) && n >= 1);

    assertTrue(tried.stream().allMatch(n -> n > 1 && n < 9), tried.toString());
    assertEquals(2, Bisection.least(9, n -> true));
    assertEquals(9, Bisection.least(9, n -> false));
  }

  /** (1 + 22)/2, (1 + 11)/2, (6 + 11)/2, …: what the published code tries for a planted 10. */
  @Test
  void middlesAreThePublishedOnes() {
    List<Integer> tried = new ArrayList<>();
    Bisection.least(22, n -> tried.add(n) && n >= 10);

    assertEquals(List.of(11, 6, 8, 9, 10), tried);
  }

  @Test
  void whatDoesNotHoldForGoodIsFoundAtOneOfItsBeginnings() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      boolean[] holds = new boolean[40];
      for (int n = 2; n < holds.length - 1; n++) {
        holds[n] = random.nextBoolean();
      }
      holds[39] = true;
      int found = Bisection.least(39, n -> holds[n]);

      assertTrue(holds[found] && !holds[found - 1], "at " + found);
    }
  }
}
