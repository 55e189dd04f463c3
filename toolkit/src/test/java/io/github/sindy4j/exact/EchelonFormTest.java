package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchelonFormTest {
  private static List<SortedMap<Integer, Rational>> draw(
      SplittableRandom random, int rows, int columns, double filled, long bound) {
    List<SortedMap<Integer, Rational>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      SortedMap<Integer, Rational> row = new TreeMap<>();
      for (int j = 0; j < columns; j++) {
        if (random.nextDouble() < filled) {
          row.put(j, Rational.of(random.nextLong(-bound, bound + 1), random.nextLong(1, 4)));
        }
      }
      all.add(row);
    }
    return all;
  }

  /** The rank by dense fraction-free elimination of whole numbers (Bareiss 1968). */
  private static int denseRank(List<SortedMap<Integer, Rational>> rows, int columns) {
    BigInteger[][] a = new BigInteger[rows.size()][columns];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        // Denominators are 1, 2 or 3.
        Rational six = rows.get(i).getOrDefault(j, Rational.ZERO).times(Rational.of(6));
        a[i][j] = six.numerator();
      }
    }
    int rank = 0;
    BigInteger before = BigInteger.ONE;
    for (int j = 0; j < columns && rank < a.length; j++) {
      int pivot = rank;
      while (pivot < a.length && a[pivot][j].signum() == 0) {
        pivot++;
      }
      if (pivot == a.length) {
        continue;
      }
      BigInteger[] row = a[pivot];
      a[pivot] = a[rank];
      a[rank] = row;
      for (int i = rank + 1; i < a.length; i++) {
        for (int k = columns - 1; k >= j; k--) {
          a[i][k] = row[j].multiply(a[i][k]).subtract(a[i][j].multiply(row[k])).divide(before);
        }
      }
      before = row[j];
      rank++;
    }
    return rank;
  }

  @ParameterizedTest
  @CsvSource({
    "6, 6, 0.9, 2",
    "10, 6, 0.4, 1",
    "6, 12, 0.3, 3",
    "20, 20, 0.1, 1",
    "15, 15, 0.5, 1",
    "12, 9, 0.8, 9000000000000000"
  })
  void ranksAndNullVectorsAgreeWithDenseElimination(
      int rows, int columns, double filled, long bound) {
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 40; k++) {
      List<SortedMap<Integer, Rational>> c = draw(random, rows, columns, filled, bound);
      // A row that depends on others.
      c.add(combination(c));
      EchelonForm form = EchelonForm.of(columns, c);
      assertEquals(denseRank(c, columns), form.rank());
      assertEquals(columns - form.rank(), form.nullity());
      List<SortedMap<Integer, Rational>> basis = form.nullBasis();
      assertEquals(form.nullity(), basis.size());
      for (SortedMap<Integer, Rational> vector : basis) {
        c.forEach(row -> assertEquals(Rational.ZERO, product(row, vector)));
      }
      assertEquals(basis.size(), EchelonForm.of(columns, basis).rank());
    }
  }

  private static SortedMap<Integer, Rational> combination(List<SortedMap<Integer, Rational>> rows) {
    SortedMap<Integer, Rational> sum = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Rational factor = Rational.of(i - 2, 3);
      rows.get(i).forEach((j, v) -> sum.merge(j, v.times(factor), Rational::plus));
    }
    sum.replaceAll((j, v) -> v.times(Rational.of(3)));
    return sum;
  }

  private static Rational product(Map<Integer, Rational> row, Map<Integer, Rational> vector) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Integer, Rational> entry : row.entrySet()) {
      Rational other = vector.getOrDefault(entry.getKey(), Rational.ZERO);
      sum = sum.plus(entry.getValue().times(other));
    }
    return sum;
  }

  @Test
  void theFormDependsOnTheSpanOnly() {
    SplittableRandom random = new SplittableRandom(8);
    for (int k = 0; k < 40; k++) {
      List<SortedMap<Integer, Rational>> c = draw(random, 8, 12, 0.4, 5);
      EchelonForm form = EchelonForm.of(12, c);
      List<SortedMap<Integer, Rational>> shuffled = new ArrayList<>(c);
      shuffled.add(combination(c));
      Collections.shuffle(shuffled, new Random(k));
      assertEquals(form, EchelonForm.of(12, shuffled));
    }
  }

  @Test
  void pivotsAreLastAndAloneInTheirColumns() {
    SplittableRandom random = new SplittableRandom(9);
    for (int k = 0; k < 40; k++) {
      EchelonForm form = EchelonForm.of(15, draw(random, 9, 15, 0.4, 5));
      form.rows()
          .forEach(
              (pivot, row) -> {
                assertTrue(row.isEmpty() || row.lastKey() < pivot);
                row.forEach(
                    (column, value) -> {
                      assertTrue(!value.isZero());
                      assertTrue(!form.rows().containsKey(column));
                    });
              });
    }
  }

  @Test
  void nullVectorsAreWholeAndAsSmallAsTheyCanBe() {
    EchelonForm form =
        EchelonForm.of(
            3,
            List.of(
                Map.of(0, Rational.of(1, 2), 2, Rational.ONE),
                Map.of(0, Rational.of(1, 3), 1, Rational.of(-1))));
    assertEquals(
        List.of(Map.of(0, Rational.of(6), 1, Rational.of(2), 2, Rational.of(-3))),
        form.nullBasis());
  }

  @Test
  void noRowsLeaveEverythingFreeAndFullRankNothing() {
    assertEquals(3, EchelonForm.of(3, List.of()).nullBasis().size());
    assertEquals(0, EchelonForm.of(3, List.of(Map.of(1, Rational.ZERO))).rank());
    List<Map<Integer, Rational>> full = List.of(Map.of(0, Rational.ONE), Map.of(1, Rational.ONE));
    assertEquals(List.of(), EchelonForm.of(2, full).nullBasis());
  }

  @Test
  void columnsBeyondTheLastAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> EchelonForm.of(2, List.of(Map.of(2, Rational.ONE))));
    assertThrows(
        IllegalArgumentException.class, () -> EchelonForm.of(2, List.of(Map.of(-1, Rational.ONE))));
  }
}
