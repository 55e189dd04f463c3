package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Growing sequences beside lists that hold the same. */
class GrowingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void numbersAddedOneByOneAndInPiecesStandInTheirOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Doubles numbers = new Doubles();
    List<Double> list = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      int count = random.nextInt(random.nextBoolean() ? 3 : 9000);
      double[] piece = random.doubles(count + 5).toArray();
      for (int i = 0; i < count; i++) {
        list.add(piece[i]);
      }
      if (random.nextBoolean()) {
        numbers.addPiece(piece, count);
      } else {
        for (int i = 0; i < count; i++) {
          numbers.add(piece[i]);
        }
      }
    }
    for (int i = 0; i < list.size(); i++) {
      assertEquals(list.get(i), numbers.get(i));
    }
    for (int k = 0; k < 1000; k++) {
      int i = random.nextInt(list.size());
      assertEquals(list.get(i), numbers.get(i));
    }
    for (int k = 0; k < 20; k++) {
      requireCopy(numbers, list, random);
    }
  }

  private static void requireCopy(Doubles numbers, List<Double> list, SplittableRandom random) {
    int from = random.nextInt(list.size());
    int count = random.nextInt(list.size() - from + 1);
    int stride = random.nextInt(1, 4);
    double[] target = new double[2 + count * stride];
    double[] expected = new double[target.length];
    for (int i = 0; i < count; i++) {
      expected[2 + i * stride] = list.get(from + i);
    }
    numbers.copy(from, count, target, 2, stride);
    assertArrayEquals(expected, target);
  }

  @Test
  void aRunOfWholeNumbersIsOneUntilItIsBroken() {
    Ints run = new Ints();
    run.add(5);
    run.addRun(6, 1000);
    assertEquals(true, run.isRun());
    assertEquals(1001, run.size());
    assertEquals(1005, run.get(1000));
    run.add(2000);
    run.addRun(2001, 40);
    run.add(-1);
    assertEquals(false, run.isRun());
    assertEquals(1043, run.size());
    for (int i = 0; i <= 1000; i++) {
      assertEquals(5 + i, run.get(i));
    }
    for (int i = 0; i <= 40; i++) {
      assertEquals(2000 + i, run.get(1001 + i));
    }
    assertEquals(-1, run.get(1042));
  }

  @Test
  void aSequenceThatIsNoRunFromItsSecondNumberOnIsNone() {
    Ints numbers = new Ints();
    numbers.add(3);
    numbers.add(3);
    assertEquals(false, numbers.isRun());
    assertEquals(3, numbers.get(0));
    assertEquals(3, numbers.get(1));
  }
}
