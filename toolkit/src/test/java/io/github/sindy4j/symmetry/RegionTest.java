package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import org.junit.jupiter.api.Test;

class RegionTest {
  private static final Region BOX = new Region(Vec.of(-1, 2, 0), Vec.of(3, 2.5, 1e-3));

  @Test
  void pointsFillTheBoxEvenly() {
    Matrix points = BOX.points(4000);
    for (int i = 0; i < 3; i++) {
      double mean = 0;
      double square = 0;
      for (int k = 0; k < 4000; k++) {
        double y = (points.get(k, i) - BOX.centre(i)) / BOX.halfWidth(i);
        assertTrue(y >= -1 && y <= 1);
        mean += y / 4000;
        square += y * y / 4000;
      }
      assertEquals(0, mean, 2e-3);
      assertEquals(1.0 / 3, square, 2e-3);
    }
  }

  @Test
  void coordinatesAreNotCorrelated() {
    Matrix points = Region.unit(8).points(4000);
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(0, points.col(i).dot(points.col(j)) / 4000, 2e-2);
      }
    }
  }

  @Test
  void morePointsContinueFewer() {
    assertEquals(BOX.points(10), BOX.points(25).rowSlice(0, 10));
  }

  @Test
  void emptyBoxesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Region(Vec.of(0, 1), Vec.of(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Region(Vec.of(0), Vec.of(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Region(Vec.of(Double.NaN), Vec.of(1)));
  }
}
