package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Block;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: every term as a library of its own, and what Java makes of its formula. */
class TermColumnsTest {
  private static final List<String> XY = List.of("x", "y");
  private static final int ROWS = 37;

  private static Block points() {
    Block x = new Block(50, 2);
    x.setRows(ROWS);
    for (int i = 0; i < ROWS; i++) {
      x.set(i, 0, 0.3 + 0.11 * i);
      x.set(i, 1, 2 - 0.07 * i);
    }
    return x;
  }

  private static Block evaluated(Library library, int moreColumns) {
    Block theta = new Block(64, library.size() + moreColumns);
    for (int k = 0; k < theta.values().length; k++) {
      theta.values()[k] = -7;
    }
    library.evaluate(points(), theta);
    return theta;
  }

  @Test
  void termsThatShareWorkHaveTheValuesThatEachHasAlone() {
    // Powers and calls of which some parts are terms and some are not, in an order that is not that
    // of the work.
    Library library =
        ExpressionLibrary.of(
                "y^9", "sin(x*y)", "x^3*y", "x^3", "2*x + y", "1/x^2", "x*y", "y", "1", "x^0.5")
            .over(XY);
    Block all = evaluated(library, 3);
    assertEquals(ROWS, all.rows());
    for (int j = 0; j < library.size(); j++) {
      Block alone = evaluated(library.select(List.of(j)), 0);
      for (int i = 0; i < ROWS; i++) {
        assertEquals(alone.get(i, 0), all.get(i, j), library.termNames().get(j));
      }
    }
    for (int i = 0; i < ROWS; i++) {
      double x = points().get(i, 0);
      double y = points().get(i, 1);
      assertEquals(Math.sin(x * y), all.get(i, 1));
      assertEquals(x * x * x, all.get(i, 3));
      assertEquals(Math.sqrt(x), all.get(i, 9), 1e-15 * Math.sqrt(x));
      assertEquals(Math.pow(y, 9), all.get(i, 0), 1e-14 * Math.abs(Math.pow(y, 9)));
    }
    int further = library.size();
    IntStream.range(0, ROWS)
        .forEach(i -> assertEquals(-7, all.get(i, further), "further columns stay"));
    assertEquals(-7, all.get(ROWS, 0), "further rows stay");
  }
}
