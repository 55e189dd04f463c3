package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: one loop over all turns. */
class RangesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 5000})
  void everyTurnIsTakenOnce(int count) {
    int[] taken = new int[count];
    Ranges.each(count, (from, to) -> IntStream.range(from, to).forEach(i -> taken[i]++));
    assertEquals(count, Arrays.stream(taken).filter(times -> times == 1).count());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 1025, 5000})
  void whatRangesMakeComesInOrder(int count) {
    List<Integer> turns = new ArrayList<>();
    Ranges.map(count, (from, to) -> IntStream.range(from, to).boxed().toList())
        .forEach(turns::addAll);
    assertEquals(IntStream.range(0, count).boxed().toList(), turns);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 512, 513, 1024, 5000})
  void sumsInOrderHaveTheBitsOfOneLoop(int count) {
    double sum = 0.1;
    for (int i = 0; i < count; i++) {
      sum += Math.sin(i);
    }
    double[] inOrder = {0.1};
    Ranges.inOrder(
        count,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            inOrder[0] += Math.sin(i);
          }
        });
    assertEquals(sum, inOrder[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 512, 5000})
  void sumsOfRangesAreThoseOfAllTurns(int count) {
    double[] sums =
        Ranges.sums(
            count,
            2,
            (room, from, to) -> {
              room[0] += to - from;
              room[1] += 0.5 * (to - from) * (from + to - 1);
            });
    assertArrayEquals(new double[] {count, 0.5 * count * (count - 1.0)}, sums, 1e-9);
  }
}
