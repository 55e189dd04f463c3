package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the same by products of whole matrices. */
class LeavingPartTest {
  private static Matrix noise(long seed, int rows, int cols) {
    SplittableRandom random = new SplittableRandom(seed);
    return Matrix.adopt(
        rows, cols, Vec.zeros(rows * cols).map(zero -> random.nextGaussian()).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void atItsPlacesItIsThePartThatLeavesTheRank(int rank) {
    int[] places = IntStream.range(0, 9 * 7).filter(k -> k % 3 == 1 || k < 5).toArray();
    double[] entries = new double[9 * 7];
    Matrix all = noise(1, 9, 7);
    for (int place : places) {
      entries[place] = all.get(place / 7, place % 7);
    }
    Matrix x = Matrix.adopt(9, 7, entries);
    FixedRank point = FixedRank.at(noise(2, 9, 7), rank).orElseThrow();
    Matrix whole = point.leaving(x);
    Matrix part = new LeavingPart(point.left(), point.right(), places).of(x);
    for (int place : places) {
      assertEquals(whole.get(place / 7, place % 7), part.get(place / 7, place % 7), 1e-13);
    }
    assertEquals(0, part.get(0, 5), 0);
  }
}
