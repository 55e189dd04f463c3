package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwistedCholeskyTest {
  private static final Tolerance POSITIVE = new Tolerance(1e-15);

  /** B Bᵀ + I/10 with B lower, of width w; the unused places hold NaN, which no one may read. */
  private static SymmetricBand positive(int n, int w, long seed) {
    Random random = new Random(seed);
    double[][] b = new double[n][w + 1];
    for (double[] row : b) {
      for (int k = 0; k <= w; k++) {
        row[k] = random.nextGaussian();
      }
    }
    double[] lower = new double[n * (w + 1)];
    for (int j = 0; j < n; j++) {
      for (int k = 0; k <= w; k++) {
        if (j + k >= n) {
          lower[j * (w + 1) + k] = Double.NaN;
          continue;
        }
        double sum = k == 0 ? 0.1 : 0;
        for (int c = Math.max(0, j + k - w); c <= j; c++) {
          sum += b[j + k][j + k - c] * b[j][j - c];
        }
        lower[j * (w + 1) + k] = sum;
      }
    }
    return SymmetricBand.adopt(n, w, lower);
  }

  private static TwistedCholesky twisted(SymmetricBand a) {
    return TwistedCholesky.of(a, POSITIVE).orElseThrow();
  }

  private static double[] gaussian(int count, long seed) {
    return new Random(seed).doubles(count, -1, 1).toArray();
  }

  private static RowWriter rows(double[] x, int cols) {
    return (row, target, offset) -> System.arraycopy(x, row * cols, target, offset, cols);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "5,4", "6,2", "7,3", "40,0", "41,1", "100,5", "901,8", "1500,70"})
  void agreesWithTheFactorizationFromTheTop(int n, int w) {
    SymmetricBand a = positive(n, w, n + w);
    BandedCholesky plain = BandedCholesky.of(a, POSITIVE).orElseThrow();
    TwistedCholesky twisted = twisted(a);
    assertEquals(plain.logDeterminant(), twisted.logDeterminant(), 1e-10 * n);
    Vec b = Vec.of(gaussian(n, 3));
    double[] x = b.toArray();
    twisted.lowerSolve(x);
    double form = Vec.of(x).dot(Vec.of(x));
    Vec expected = plain.solve(b);
    Vec found = twisted.solve(b);
    assertEquals(0, found.minus(expected).norm(), 1e-9 * expected.norm());
    assertEquals(b.dot(expected), form, 1e-9 * form);
    assertEquals(0, a.apply(found).minus(b).norm(), 1e-11 * n * b.norm());
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "5,4", "6,2", "7,3", "40,0", "41,1", "100,5", "901,8"})
  void theInverseWithinTheBandIsThatOfTheWholeInverse(int n, int w) {
    SymmetricBand a = positive(n, w, n - w);
    SymmetricBand expected = BandedCholesky.of(a, POSITIVE).orElseThrow().inverseBand();
    SymmetricBand found = twisted(a).inverseBand();
    for (int j = 0; j < n; j++) {
      for (int i = j; i < Math.min(n, j + w + 1); i++) {
        double scale = Math.sqrt(expected.get(i, i) * expected.get(j, j));
        assertEquals(expected.get(i, j), found.get(i, j), 1e-9 * scale, i + ", " + j);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0,1", "5,4,3", "41,1,4", "700,5,21", "3001,8,61", "300,90,5"})
  void whitenedRowsHaveTheGramMatrixOfTheInverse(int n, int w, int cols) {
    SymmetricBand a = positive(n, w, 5);
    double[] x = gaussian(n * cols, 6);
    Matrix rows = Matrix.adopt(n, cols, x.clone());
    double[] white = x.clone();
    BandedCholesky.of(a, POSITIVE).orElseThrow().lowerSolve(white, cols);
    Matrix expected = Matrix.adopt(n, cols, white).transposeTimes(Matrix.adopt(n, cols, white));
    TwistedCholesky twisted = twisted(a);
    Matrix all = Matrix.adopt(n, cols, twisted.whitened(cols, rows(x, cols)));
    assertEquals(0, all.transposeTimes(all).minus(expected).norm(), 1e-9 * expected.norm());
    double[] first = rows.col(0).toArray();
    twisted.lowerSolve(first);
    assertEquals(0, Vec.of(first).minus(all.col(0)).norm(), 1e-9 * all.col(0).norm());
  }

  /** A band whose parts begin and end with a group of columns, and of rows. */
  private record Grouped(SymmetricBand band, int group) implements BandColumns {
    @Override
    public int size() {
      return band.size();
    }

    @Override
    public int width() {
      return band.width();
    }

    @Override
    public BandVisitor writer() {
      BandVisitor writer = band.writer();
      return part -> {
        assertWhole(part);
        writer.visit(part);
      };
    }

    void assertWhole(BandPart part) {
      assertEquals(0, part.firstColumn(0) % group);
      assertEquals(0, part.endColumn(0) % group);
    }
  }

  @ParameterizedTest
  @CsvSource({"9,2,3", "12,11,3", "40,39,4", "1500,8,3", "1503,11,3", "3000,1,4", "700,30,7"})
  void groupsOfColumnsChangeNothing(int n, int w, int group) {
    Grouped a = new Grouped(positive(n, w, n + group), group);
    TwistedCholesky expected = twisted(a.band());
    TwistedCholesky found = TwistedCholesky.of(a, POSITIVE).orElseThrow();
    Vec b = Vec.of(gaussian(n, 4));
    assertEquals(expected.solve(b), found.solve(b));
    double[] z = new double[n * (w + 1)];
    BandPart all = BandPart.whole(n, w, z);
    BandVisitor sum =
        part -> {
          a.assertWhole(part);
          part.addTo(all);
        };
    found.invert(group, sum, sum);
    assertEquals(expected.inverseBand(), SymmetricBand.adopt(n, w, z));
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
    for (int bad : new int[] {0, 20, 49, 50, 51, 80, 99}) {
      double[] lower = positive(100, 3, 1).toArray();
      lower[bad * 4] = -1;
      assertTrue(TwistedCholesky.of(SymmetricBand.adopt(100, 3, lower), POSITIVE).isEmpty());
    }
    double[] ones = new double[100 * 2];
    Arrays.fill(ones, 1);
    assertTrue(TwistedCholesky.of(SymmetricBand.adopt(100, 1, ones), POSITIVE).isEmpty());
  }

  @Test
  void theBitsDoNotDependOnThreads() throws Exception {
    SymmetricBand a = positive(4000, 5, 9);
    double[] x = gaussian(4000 * 7, 2);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      double[] first = one.submit(() -> twisted(a).whitened(7, rows(x, 7))).get();
      double[] second = four.submit(() -> twisted(a).whitened(7, rows(x, 7))).get();
      assertArrayEquals(first, second);
      assertEquals(
          one.submit(() -> twisted(a).inverseBand()).get(),
          four.submit(() -> twisted(a).inverseBand()).get());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }
}
