package io.github.sindy4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The median beside the one of sorted numbers. */
class MiddleTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 65, 66, 1000, 10_001, 50_000})
  void isThatOfSortedNumbers(int count) {
    SplittableRandom random = new SplittableRandom(count);
    requireMiddle(random.doubles(count).map(v -> v - 0.5).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 65, 1000, 1001, 50_000})
  void isThatOfSortedNumbersWhereManyAreEqual(int count) {
    SplittableRandom random = new SplittableRandom(count);
    requireMiddle(random.ints(count, 0, 7).mapToDouble(k -> 0.001 + k * 1e-16).toArray());
    requireMiddle(random.ints(count, 0, 2).asDoubleStream().toArray());
    requireMiddle(new double[count]);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1000, 1001, 50_000})
  void isThatOfSortedNumbersWhateverTheirOrder(int count) {
    double[] rising = new double[count];
    double[] falling = new double[count];
    double[] pipes = new double[count];
    for (int i = 0; i < count; i++) {
      rising[i] = i;
      falling[i] = -i;
      pipes[i] = Math.min(i, count - 1 - i);
    }
    requireMiddle(rising);
    requireMiddle(falling);
    requireMiddle(pipes);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 5000})
  void ofTheFirstNumbersLeavesTheOthersAlone(int count) {
    double[] values = new SplittableRandom(1).doubles(2L * count).toArray();
    double[] others = Arrays.copyOfRange(values, count, 2 * count);
    double expected = sorted(Arrays.copyOf(values, count));
    assertEquals(expected, Middle.of(values, count));
    assertEquals(0, Arrays.compare(others, Arrays.copyOfRange(values, count, 2 * count)));
  }

  private static void requireMiddle(double[] values) {
    double expected = sorted(values.clone());
    assertEquals(expected, Middle.of(values, values.length));
  }

  private static double sorted(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : 0.5 * values[half - 1] + 0.5 * values[half];
  }
}
