package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: elimination over the rationals. */
class ModularNullSpaceTest {
  /** Rows of rank at most {@code rank}: sums of that many random ones. */
  private static List<SortedMap<Integer, Rational>> rows(
      int count, int columns, int rank, SplittableRandom random) {
    List<SortedMap<Integer, Rational>> rows = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      SortedMap<Integer, Rational> row = new TreeMap<>();
      for (int j = 0; j < columns; j++) {
        if (r < rank && random.nextInt(3) == 0) {
          row.put(j, Rational.of(random.nextInt(-9, 10), random.nextInt(1, 8)));
        }
      }
      for (int k = 0; r >= rank && k < 3; k++) {
        Rational factor = Rational.of(random.nextInt(-3, 4));
        rows.get(random.nextInt(rank))
            .forEach((j, v) -> row.merge(j, v.times(factor), Rational::plus));
      }
      row.values().removeIf(Rational::isZero);
      rows.add(row);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itIsTheNullSpaceOverTheRationals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SortedMap<Integer, Rational>> rows = rows(12, 8, 5, random);
    List<SortedMap<Integer, Rational>> basis = ModularNullSpace.of(8, rows).orElseThrow();
    EchelonForm exact = EchelonForm.of(8, rows);
    assertEquals(exact.nullity(), basis.size());
    List<SortedMap<Integer, Rational>> both = new ArrayList<>(exact.nullBasis());
    both.addAll(basis);
    assertEquals(exact.nullity(), EchelonForm.of(8, both).rank(), "they span the same space");
    for (SortedMap<Integer, Rational> row : rows) {
      for (SortedMap<Integer, Rational> vector : basis) {
        Rational sum = Rational.ZERO;
        for (Map.Entry<Integer, Rational> entry : row.entrySet()) {
          Rational other = vector.getOrDefault(entry.getKey(), Rational.ZERO);
          sum = sum.plus(entry.getValue().times(other));
        }
        assertTrue(sum.isZero());
      }
    }
  }

  @Test
  void anEmptyNullSpaceStaysEmptyAndNoRowLeavesAll() {
    SortedMap<Integer, Rational> first = new TreeMap<>(Map.of(0, Rational.of(-2, 3)));
    SortedMap<Integer, Rational> second =
        new TreeMap<>(Map.of(0, Rational.of(5), 1, Rational.of(-1, 7)));
    assertEquals(Optional.of(List.of()), ModularNullSpace.of(2, List.of(first, second)));
    assertEquals(3, ModularNullSpace.of(3, List.<Map<Integer, Rational>>of()).orElseThrow().size());
  }

  /** 2⁶¹ − 1 vanishes modulo itself, but it is not 0: that must not be taken for a null vector. */
  @Test
  void aMultipleOfThePrimeIsNotTakenForZero() {
    SortedMap<Integer, Rational> row = new TreeMap<>(Map.of(0, Rational.of((1L << 61) - 1)));
    assertTrue(ModularNullSpace.of(1, List.of(row)).isEmpty());
  }

  @Test
  void fractionsTooLargeToTellAreNoAnswer() {
    SortedMap<Integer, Rational> row =
        new TreeMap<>(Map.of(0, Rational.of(1L << 40), 1, Rational.of((1L << 40) + 1)));
    assertTrue(ModularNullSpace.of(2, List.of(row)).isEmpty());
  }
}
