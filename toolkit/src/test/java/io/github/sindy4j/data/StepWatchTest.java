package io.github.sindy4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepWatchTest {
  /** Grids with jitter, jumps, growth, and hardly any steps. */
  static Stream<Vec> grids() {
    Random random = new Random(3);
    return Stream.iterate(0, k -> k + 1)
        .limit(200)
        .map(
            k -> {
              double[] times = new double[k < 20 ? 1 + k / 2 : 300];
              double t = random.nextGaussian();
              for (int i = 0; i < times.length; i++) {
                times[i] = t;
                double step = k % 3 == 0 ? 0.01 : 0.01 * (0.5 + random.nextDouble());
                double growth = k % 5 == 0 ? 1 + i : 1;
                t += random.nextInt(40) == 0 ? 0.2 + random.nextDouble() : growth * step;
              }
              return Vec.adopt(times);
            });
  }

  @ParameterizedTest
  @MethodSource("grids")
  void gapsAreThoseOfAllTimesTogether(Vec times) {
    for (GapRule rule : List.of(GapRule.automatic(), GapRule.longerThan(0.1), GapRule.none())) {
      StepWatch watch = watch(times, rule);
      assertEquals(List.copyOf(rule.gapsIn(times)), List.copyOf(watch.gaps().keySet()));
      watch
          .gaps()
          .forEach(
              (at, jump) ->
                  assertEquals(new StepWatch.Jump(times.get(at - 1), times.get(at)), jump));
    }
  }

  @ParameterizedTest
  @MethodSource("grids")
  void theMedianIsKnownToAMillionth(Vec times) {
    double expected = GapRule.medianStep(times);
    double found = watch(times, GapRule.automatic()).median();
    assertTrue(
        Double.isNaN(expected) ? Double.isNaN(found) : Math.abs(found / expected - 1) < 1e-6,
        found + " is not " + expected);
  }

  @Test
  void stepsThatAreGapsDoNotCount() {
    Vec times = Vec.of(0, 1, 2, 3, 10, 11, 12.5, 20);
    StepWatch watch = watch(times, GapRule.longerThan(2));
    StepWatch.Steps steps = new StepWatch.Steps().with(watch);
    watch.gaps().values().forEach(jump -> steps.remove(jump.step()));
    assertEquals(new DataSummary.StepSummary(1, 1, 1.5), steps.summary());
  }

  private static StepWatch watch(Vec times, GapRule rule) {
    StepWatch watch = new StepWatch(rule);
    for (int i = 0; i < times.size(); i++) {
      watch.add(times.get(i));
    }
    return watch;
  }
}
