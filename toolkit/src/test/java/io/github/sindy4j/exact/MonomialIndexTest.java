package io.github.sindy4j.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonomialIndexTest {
  @ParameterizedTest
  @CsvSource({"0, 3, 1", "1, 5, 6", "2, 3, 10", "3, 4, 35", "6, 5, 462", "10, 3, 286", "4, 0, 1"})
  void everyMonomialHasOneNumberAndEveryNumberOneMonomial(int m, int degree, int size) {
    MonomialIndex index = new MonomialIndex(m, degree);
    assertEquals(size, index.size());
    assertEquals(size, MonomialIndex.size(m, degree));
    Set<List<Integer>> seen = new HashSet<>();
    int before = 0;
    for (int k = 0; k < size; k++) {
      int[] alpha = index.exponents(k);
      assertEquals(k, index.of(alpha));
      assertTrue(seen.add(Arrays.stream(alpha).boxed().toList()));
      assertTrue(index.degreeOf(k) >= before && index.degreeOf(k) <= degree);
      before = index.degreeOf(k);
      for (int i = 0; i < m; i++) {
        assertEquals(alpha[i], index.exponent(k, i));
      }
    }
  }

  @Test
  void theOrderIsThatOfAPolynomialLibrary() {
    MonomialIndex index = new MonomialIndex(2, 2);
    int[][] expected = {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}};
    for (int k = 0; k < expected.length; k++) {
      assertArrayEquals(expected[k], index.exponents(k));
    }
    assertEquals(4, index.of(List.of(1, 1)));
  }

  @Test
  void numbersStayWhenTheDegreeIsRaised() {
    MonomialIndex low = new MonomialIndex(4, 3);
    MonomialIndex high = new MonomialIndex(4, 6);
    for (int k = 0; k < low.size(); k++) {
      assertEquals(k, high.of(low.exponents(k)));
    }
  }

  @Test
  void whatIsBeyondIsRefused() {
    MonomialIndex index = new MonomialIndex(2, 2);
    assertThrows(IllegalArgumentException.class, () -> index.of(List.of(2, 1)));
    assertThrows(IllegalArgumentException.class, () -> index.of(List.of(1, 0, 0)));
  }

  @Test
  void hugeSizesSaturate() {
    assertEquals(Long.MAX_VALUE, MonomialIndex.size(1000, 1000));
    assertEquals(155_117_520, MonomialIndex.size(15, 15));
  }
}
