package io.github.sindy4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapRuleTest {
  @Test
  void oneLongStepInAnEvenGridIsAGap() {
    assertEquals(Set.of(4), GapRule.automatic().gapsIn(Vec.of(0, 1, 2, 3, 14, 15, 16)));
  }

  @Test
  void aStepOfExactlyTenMediansIsNoGap() {
    assertEquals(Set.of(), GapRule.automatic().gapsIn(Vec.of(0, 1, 2, 3, 13, 14, 15)));
  }

  @Test
  void aLongStepAtEitherEndHasOneNeighbour() {
    assertEquals(Set.of(1, 6), GapRule.automatic().gapsIn(Vec.of(-20, 0, 1, 2, 3, 4, 30)));
  }

  @Test
  void twoLongStepsAroundALonelySampleHaveNoShortNeighbourBetweenThemButOneOutside() {
    assertEquals(Set.of(4, 5), GapRule.automatic().gapsIn(Vec.of(0, 1, 2, 3, 23, 43, 44, 45, 46)));
  }

  @Test
  void aLogarithmicGridHasNoGaps() {
    double[] times = IntStream.range(0, 60).mapToDouble(k -> Math.pow(10, k / 5.0)).toArray();
    assertEquals(Set.of(), GapRule.automatic().gapsIn(Vec.of(times)));
  }

  @Test
  void threeStepsAreTooFewToTell() {
    assertEquals(Set.of(), GapRule.automatic().gapsIn(Vec.of(0, 1, 2, 100)));
    assertEquals(Set.of(), GapRule.automatic().gapsIn(Vec.of(0)));
  }

  @Test
  void aLimitCountsOnlyWhatExceedsItByMoreThanRounding() {
    assertEquals(
        Set.of(), GapRule.longerThan(0.1).gapsIn(Vec.of(0.1, 0.2, 0.30000000000000004, 0.4)));
    assertEquals(Set.of(2), GapRule.longerThan(0.1).gapsIn(Vec.of(0.1, 0.2, 0.31)));
  }

  @Test
  void noneFindsNoneAndALimitMustBePositive() {
    assertEquals(Set.of(), GapRule.none().gapsIn(Vec.of(0, 1, 2, 3, 4, 5, 1e9)));
    assertTrue(
        assertThrows(BadSetting.class, () -> GapRule.longerThan(0))
            .getMessage()
            .contains("greater than 0"));
    assertThrows(BadSetting.class, () -> GapRule.longerThan(Double.NaN));
  }

  @Test
  void theMedianOfAnEvenNumberOfStepsIsTheMeanOfTheMiddleTwo() {
    assertEquals(2.5, GapRule.medianStep(Vec.of(0, 1, 3, 6, 16)));
    assertEquals(2, GapRule.medianStep(Vec.of(0, 1, 3, 16)));
  }
}
