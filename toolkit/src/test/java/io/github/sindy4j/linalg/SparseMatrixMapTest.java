package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SparseMatrixMapTest implements MatrixMapContract {
  /** About one entry in three, from a fixed seed. */
  private static SparseMatrixMap random(long seed, int rows, int cols, int unknowns) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SortedMap<Integer, Double>> entries = new ArrayList<>();
    for (int i = 0; i < rows * cols; i++) {
      SortedMap<Integer, Double> row = new TreeMap<>();
      for (int j = 0; j < unknowns; j++) {
        if (random.nextInt(3) == 0) {
          row.put(j, random.nextGaussian());
        }
      }
      entries.add(row);
    }
    return new SparseMatrixMap(rows, cols, SparseMatrix.ofRows(unknowns, entries));
  }

  private static Matrix noise(long seed, int rows, int cols) {
    return Matrix.adopt(
        rows, cols, LinearMapContract.noise(new SplittableRandom(seed), rows * cols).toArray());
  }

  @Override
  public MatrixMap subject() {
    return random(1, 5, 4, 7);
  }

  @Test
  void entriesStandWhereTheRowOfTheMatrixSays() {
    SortedMap<Integer, Double> none = new TreeMap<>();
    SortedMap<Integer, Double> one = new TreeMap<>(java.util.Map.of(1, 2.0));
    SparseMatrixMap map =
        new SparseMatrixMap(2, 2, SparseMatrix.ofRows(3, List.of(none, none, one, none)));
    assertEquals(
        Matrix.ofRows(new double[] {0, 0}, new double[] {10, 0}), map.apply(Vec.of(7, 5, 3)));
  }

  @Test
  void theGramMatrixIsThatOfTheDefinition() {
    SparseMatrixMap map = random(2, 5, 4, 7);
    Matrix dense = map.matrix().toMatrix();
    assertArrayEquals(dense.transpose().times(dense).toArray(), map.gram().toArray(), 1e-14 * 40);
  }

  @Test
  void leftMultiplicationMultipliesTheImage() {
    SparseMatrixMap map = random(3, 5, 4, 7);
    Matrix r = noise(4, 3, 5);
    Vec w = LinearMapContract.noise(new SplittableRandom(5), 7);
    assertArrayEquals(
        r.times(map.apply(w)).toArray(), map.leftMultiplied(r).apply(w).toArray(), 1e-13);
  }

  @Test
  void compressionKeepsTheSingularValuesOfEveryImage() {
    SparseMatrixMap small = random(6, 4, 3, 7);
    SparseMatrixMap tall = small.leftMultiplied(noise(7, 60, 4));
    SparseMatrixMap compressed = tall.compressed();
    assertEquals(4, compressed.rows());
    SplittableRandom random = new SplittableRandom(8);
    for (int draw = 0; draw < 10; draw++) {
      Vec w = LinearMapContract.noise(random, 7);
      Vec expected = Spectrum.of(tall.apply(w)).values();
      Vec actual = Spectrum.of(compressed.apply(w)).values();
      assertEquals(0, expected.minus(actual).norm(), 1e-13 * expected.norm());
    }
  }

  @Test
  void theMapThatIsZeroCompressesToNoRows() {
    SparseMatrixMap zero = random(9, 4, 3, 7).leftMultiplied(Matrix.zeros(6, 4));
    assertEquals(0, zero.compressed().rows());
  }

  @Test
  void rowsThatDoNotFillTheMatrixAreRefused() {
    SparseMatrix five = random(1, 5, 1, 2).matrix();
    var refused =
        assertThrows(IllegalArgumentException.class, () -> new SparseMatrixMap(2, 3, five));
    assertTrue(String.valueOf(refused.getMessage()).contains("6"));
  }
}
