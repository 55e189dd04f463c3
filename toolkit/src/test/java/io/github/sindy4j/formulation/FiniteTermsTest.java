package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.notice.BadData;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteTermsTest {
  private static final Library LIBRARY = PolynomialLibrary.ofDegree(5).over(List.of("x"));
  private static final int ROWS = 37;

  private static Block ones() {
    Block block = new Block(ROWS + 3, LIBRARY.size() + 1);
    block.setRows(ROWS);
    for (int j = 0; j < LIBRARY.size(); j++) {
      block.fill(j, 1);
    }
    // What is no term, and what is no row, is not looked at.
    block.fill(LIBRARY.size(), Double.NaN);
    block.values()[block.offset(2) + ROWS] = Double.NaN;
    return block;
  }

  private static void require(Block block) {
    FiniteTerms.require(block, LIBRARY, "the data", row -> "at row " + row);
  }

  @Test
  void whatIsNoNumberIsNamedInAnyColumnAndRow() {
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (int j = 0; j < LIBRARY.size(); j++) {
        for (int i = 0; i < ROWS; i++) {
          Block block = ones();
          block.set(i, j, bad);
          BadData error = assertThrows(BadData.class, () -> require(block));
          String text = String.valueOf(error.getMessage());
          assertTrue(text.contains(LIBRARY.termNames().get(j)), text);
          assertTrue(text.contains("at row " + i), text);
        }
      }
    }
  }

  @Test
  void numbersWhoseSumIsTooLargeAreNumbers() {
    Block block = ones();
    block.fill(1, Double.MAX_VALUE);
    block.fill(3, Double.MAX_VALUE);
    require(block);
    assertEquals(Double.POSITIVE_INFINITY, block.get(0, 1) + block.get(0, 3));
  }
}
