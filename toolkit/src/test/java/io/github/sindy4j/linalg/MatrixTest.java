package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix TALL =
      Matrix.adopt(7, 3, LinearMapContract.noise(new SplittableRandom(1), 21).toArray());

  @Nested
  class AsALinearMap implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return TALL;
    }
  }

  /** A map known only by what it does: its matrix is found column by column. */
  @Nested
  class AMapWithoutAMatrix implements LinearMapContract {
    @Override
    public LinearMap subject() {
      return new LinearMap() {
        @Override
        public int rows() {
          return 7;
        }

        @Override
        public int cols() {
          return 3;
        }

        @Override
        public Vec apply(Vec x) {
          return TALL.apply(x);
        }

        @Override
        public Vec applyTranspose(Vec y) {
          return TALL.applyTranspose(y);
        }
      };
    }
  }

  @Test
  void aProductIsTheCompositionOfTheMaps() {
    Matrix wide =
        Matrix.adopt(3, 5, LinearMapContract.noise(new SplittableRandom(2), 15).toArray());
    Vec x = Vec.of(1, -2, 3, -4, 5);
    assertArrayEquals(
        TALL.apply(wide.apply(x)).toArray(), TALL.times(wide).apply(x).toArray(), 1e-12);
    assertEquals(
        TALL.times(wide).transpose(), wide.transpose().times(TALL.transpose()), "(AB)ᵀ = BᵀAᵀ");
  }

  @Test
  void columnsRowsAndSlicesAgreeEntryByEntry() {
    Matrix picked = TALL.columns(2, 0).rowSlice(1, 4);
    for (int i = 0; i < 3; i++) {
      assertEquals(TALL.row(i + 1).get(2), picked.get(i, 0));
      assertEquals(TALL.col(0).get(i + 1), picked.get(i, 1));
    }
  }

  @Test
  void rowsAndNormsAndBlocksAreThoseOfTheEntries() {
    Matrix picked = TALL.rowsAt(4, 0, 4);
    assertEquals(TALL.row(4), picked.row(0));
    assertEquals(TALL.row(0), picked.row(1));
    assertEquals(TALL.row(4), picked.row(2));
    assertEquals(Matrix.zeros(0, 3), TALL.rowsAt());
    assertEquals(TALL.col(2).norm(), TALL.columnNorms().get(2));
    assertEquals(5, Matrix.ofRows(new double[] {3, 0}, new double[] {0, -4}).norm(), 1e-15);
    assertEquals(TALL, Block.of(TALL).toMatrix());
    assertEquals(Matrix.zeros(0, 3), Block.of(Matrix.zeros(0, 3)).toMatrix());
  }

  @Test
  void whatIsHandedInOrOutIsACopy() {
    double[] row = {1, 2};
    Matrix matrix = Matrix.ofRows(row, row);
    row[0] = 9;
    matrix.toArray()[1] = 9;
    matrix.row(0).toArray()[1] = 9;
    assertEquals(Matrix.ofRows(new double[] {1, 2}, new double[] {1, 2}), matrix);
  }

  @Test
  void shapesThatDoNotFitAreRefusedWithBothSizes() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> TALL.apply(Vec.of(1, 2)));
    assertTrue(String.valueOf(error.getMessage()).contains("must be 3 but is 2"));
    assertThrows(IllegalArgumentException.class, () -> TALL.times(TALL));
    assertThrows(IllegalArgumentException.class, () -> TALL.applyTranspose(Vec.zeros(3)));
    assertThrows(IllegalArgumentException.class, () -> Matrix.ofRows(new double[2], new double[3]));
  }

  @Test
  void theNormNeitherOverflowsNorVanishes() {
    assertEquals(5e200, Vec.of(3e200, -4e200).norm(), 1e186);
    assertEquals(5e-200, Vec.of(3e-200, 4e-200).norm(), 1e-213);
    assertTrue(Double.isNaN(Vec.of(1, Double.NaN).norm()));
    assertEquals(0, Vec.zeros(0).norm());
  }
}
