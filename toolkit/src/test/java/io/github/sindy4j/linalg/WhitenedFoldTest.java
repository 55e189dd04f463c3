package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhitenedFoldTest {
  private static final Tolerance POSITIVE = new Tolerance(1e-15);

  /** σ² D Dᵀ + q I: long memory where q is small. */
  private static TwistedCholesky factor(int n, double defect) {
    double[] band = new double[2 * n];
    for (int k = 0; k < n; k++) {
      band[2 * k] = 2 + defect;
      band[2 * k + 1] = -1;
    }
    return TwistedCholesky.of(SymmetricBand.adopt(n, 1, band), POSITIVE).orElseThrow();
  }

  /** Columns of very different lengths that are nearly dependent. */
  private static double[] rows(int n, int cols, long seed) {
    Random random = new Random(seed);
    double[] x = new double[n * cols];
    for (int i = 0; i < n; i++) {
      double common = random.nextGaussian();
      for (int j = 0; j < cols; j++) {
        x[i * cols + j] = Math.pow(10, j % 7 - 3) * (common + 1e-3 * random.nextGaussian());
      }
    }
    return x;
  }

  private static WhitenedFold.Part part(int n, int cols, double defect, long seed) {
    double[] x = rows(n, cols, seed);
    return new WhitenedFold.Part(
        factor(n, defect),
        (row, target, offset) -> System.arraycopy(x, row * cols, target, offset, cols));
  }

  private static WhitenedFold fold(int cols, double defect) {
    return new WhitenedFold(
        cols,
        cols,
        List.of(part(4000, cols, defect, 1), part(1, cols, defect, 2), part(900, cols, 1, 3)));
  }

  /** ‖RᵀR − GᵀG‖ in every entry, beside the lengths of its two columns. */
  private static double error(Matrix r, Matrix expected) {
    Matrix gram = r.transposeTimes(r);
    double worst = 0;
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.cols(); j++) {
        double scale = Math.sqrt(expected.get(i, i) * expected.get(j, j));
        worst = Math.max(worst, Math.abs(gram.get(i, j) - expected.get(i, j)) / scale);
      }
    }
    return worst;
  }

  private static Matrix gram(WhitenedFold.Part part, int cols) {
    double[] white = part.factor().whitened(cols, part.rows());
    Matrix rows = Matrix.adopt(white.length / cols, cols, white);
    return rows.transposeTimes(rows);
  }

  @ParameterizedTest
  @CsvSource({"1,1e-3", "3,10", "21,1e-6", "61,1e-2"})
  void theGramMatrixIsThatOfAllWhitenedRows(int cols, double defect) {
    Matrix expected =
        gram(part(4000, cols, defect, 1), cols)
            .plus(1, gram(part(1, cols, defect, 2), cols))
            .plus(1, gram(part(900, cols, 1, 3), cols));
    assertEquals(0, error(fold(cols, defect).triangle(), expected), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-2, 10})
  void aTriangleOfOtherCovariancesHelpsWithoutALossOfDigits(double other) {
    WhitenedFold fold = fold(61, 1e-3);
    Matrix reflected = fold.triangle();
    Matrix near = fold(61, other).triangle();
    assertEquals(0, error(fold.triangle(near), reflected.transposeTimes(reflected)), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "zero", "tiny"})
  void aTriangleThatHasNothingToDoWithTheRowsDoesNoHarm(String kind) {
    WhitenedFold fold = fold(61, 1e-3);
    Matrix reflected = fold.triangle();
    Matrix identity = Matrix.identity(61);
    Matrix near =
        switch (kind) {
          case "identity" -> identity;
          case "zero" -> identity.scaled(0);
          default -> identity.scaled(1e-200);
        };
    assertEquals(0, error(fold.triangle(near), reflected.transposeTimes(reflected)), 1e-10);
  }

  @Test
  void theBitsDoNotDependOnThreads() throws Exception {
    WhitenedFold fold = fold(21, 1e-2);
    Matrix near = fold.triangle();
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      assertArrayEquals(
          one.submit(() -> fold.triangle(near)).get().toArray(),
          four.submit(() -> fold.triangle(near)).get().toArray());
      assertArrayEquals(
          one.submit(() -> fold.triangle()).get().toArray(),
          four.submit(() -> fold.triangle()).get().toArray());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }
}
