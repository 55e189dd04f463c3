package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** Oracles: exact sums in BigDecimal, other splits of the same rows, ojAlgo's Householder QR. */
class TriangularFoldTest {
  private static final MathContext DIGITS = new MathContext(150);

  private static Matrix random(SplittableRandom random, int rows, int cols) {
    double[] values = new double[rows * cols];
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextGaussian();
    }
    return Matrix.adopt(rows, cols, values);
  }

  private static Block block(Matrix a, int from, int to) {
    Block block = new Block(Math.max(1, to - from) + 3, a.cols());
    block.setRows(to - from);
    for (int j = 0; j < a.cols(); j++) {
      a.copyColumn(j, from, to, block.values(), block.offset(j));
    }
    return block;
  }

  private static TriangularFold folded(Matrix a, int from, int to) {
    TriangularFold fold = new TriangularFold(a.cols());
    fold.fold(block(a, from, to));
    return fold;
  }

  /** R with a diagonal that is not negative. */
  private static Matrix positive(Matrix r) {
    double[] values = r.toArray();
    for (int i = 0; i < r.rows(); i++) {
      for (int j = 0; j < r.cols(); j++) {
        values[i * r.cols() + j] *= r.get(i, i) < 0 ? -1 : 1;
      }
    }
    return Matrix.adopt(r.rows(), r.cols(), values);
  }

  private static void assertSame(Matrix expected, Matrix actual, double tolerance) {
    for (int j = 0; j < expected.cols(); j++) {
      for (int i = 0; i < expected.rows(); i++) {
        assertEquals(
            expected.get(i, j),
            actual.get(i, j),
            tolerance * expected.col(j).norm(),
            "R(" + i + ", " + j + ")");
      }
    }
  }

  private static BigDecimal exactDot(Matrix a, int i, int j) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int t = 0; t < a.rows(); t++) {
      sum = sum.add(new BigDecimal(a.get(t, i)).multiply(new BigDecimal(a.get(t, j))), DIGITS);
    }
    return sum;
  }

  /** max |RᵀR − AᵀA|ᵢⱼ / (‖aᵢ‖ ‖aⱼ‖), with exact sums. */
  private static double gramError(Matrix a, Matrix r) {
    double worst = 0;
    for (int i = 0; i < a.cols(); i++) {
      for (int j = 0; j <= i; j++) {
        double difference = exactDot(r, i, j).subtract(exactDot(a, i, j), DIGITS).doubleValue();
        worst = Math.max(worst, Math.abs(difference) / a.col(i).norm() / a.col(j).norm());
      }
    }
    return worst;
  }

  /** 1, s, s², … on [0, 1], with columns in units that differ by up to 10²⁰, and a last one. */
  private static Matrix badlyScaledPowers(int rows, int cols, SplittableRandom random) {
    double[] values = new double[rows * (cols + 1)];
    for (int t = 0; t < rows; t++) {
      for (int j = 0; j < cols; j++) {
        double unit = Math.pow(10, (j * 7) % 21 - 10);
        values[t * (cols + 1) + j] = unit * Math.pow((t + 0.5) / rows, j);
      }
      values[t * (cols + 1) + cols] = random.nextGaussian();
    }
    return Matrix.adopt(rows, cols + 1, values);
  }

  @Test
  void theSquareOfTheTriangleIsTheGramMatrixOfTheRows() {
    Matrix a = random(new SplittableRandom(1), 300, 9);
    Matrix r = folded(a, 0, 300).triangle();
    assertTrue(gramError(a, r) <= 1e-14, "relative error " + gramError(a, r));
    for (int i = 1; i < 9; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(0, r.get(i, j));
      }
    }
  }

  @Test
  void theGramMatrixIsKeptColumnByColumnWhateverTheUnits() {
    Matrix a = badlyScaledPowers(200, 9, new SplittableRandom(2));
    Matrix r = folded(a, 0, 200).triangle();
    assertTrue(gramError(a, r) <= 1e-14, "relative error " + gramError(a, r));
  }

  @Test
  void anySplitOfTheRowsGivesTheSameTriangleUpToSigns() {
    SplittableRandom random = new SplittableRandom(3);
    for (int cols = 1; cols <= 10; cols++) {
      Matrix a = random(random, 120, cols);
      Matrix expected = positive(folded(a, 0, 120).triangle());
      for (int draw = 0; draw < 5; draw++) {
        TriangularFold fold = new TriangularFold(cols);
        int from = 0;
        while (from < 120) {
          int to = Math.min(120, from + random.nextInt(40));
          fold.fold(block(a, from, to));
          from = to;
        }
        assertSame(expected, positive(fold.triangle()), 1e-13);
      }
    }
  }

  @Test
  void foldingTheTriangleOfTheOtherRowsIsFoldingTheRows() {
    Matrix a = random(new SplittableRandom(4), 90, 7);
    Matrix expected = positive(folded(a, 0, 90).triangle());
    for (int cut : new int[] {3, 7, 30, 88}) {
      TriangularFold fold = folded(a, 0, cut);
      fold.fold(folded(a, cut, 90).triangle());
      assertSame(expected, positive(fold.triangle()), 1e-13);
    }
  }

  @Test
  void leastSquaresLosesNoMoreDigitsThanAHouseholderDecompositionOfAllRowsAtOnce() {
    SplittableRandom random = new SplittableRandom(5);
    for (int cols = 4; cols <= 9; cols++) {
      Matrix a = badlyScaledPowers(60, cols, random);
      BigDecimal[] exact = exactLeastSquares(a);
      TriangularFold fold = new TriangularFold(cols + 1);
      for (int from = 0; from < 60; from += 15) {
        fold.fold(block(a, from, from + 15));
      }
      Vec streamed = Triangle.solve(fold.triangle(), fold.triangle().col(cols), cols);
      double own = error(exact, streamed, a);
      double other = error(exact, householder(a), a);
      assertTrue(
          own <= 10 * other + 1e-14,
          cols + " columns: error " + own + ", of the decomposition at once " + other);
    }
  }

  /** ‖Δw‖ / ‖w‖ with each coefficient in units in which its column has length 1. */
  private static double error(BigDecimal[] exact, Vec w, Matrix a) {
    double sum = 0;
    double whole = 0;
    for (int j = 0; j < exact.length; j++) {
      double unit = a.col(j).norm();
      double difference = new BigDecimal(w.get(j)).subtract(exact[j], DIGITS).doubleValue();
      sum = Math.hypot(sum, difference * unit);
      whole = Math.hypot(whole, exact[j].doubleValue() * unit);
    }
    return sum / whole;
  }

  private static Vec householder(Matrix a) {
    int p = a.cols() - 1;
    R064Store theta = R064Store.FACTORY.make(a.rows(), p);
    R064Store y = R064Store.FACTORY.make(a.rows(), 1);
    for (int t = 0; t < a.rows(); t++) {
      for (int j = 0; j < p; j++) {
        theta.set(t, j, a.get(t, j));
      }
      y.set(t, 0, a.get(t, p));
    }
    QR<Double> qr = QR.R064.make(true);
    qr.decompose(theta);
    MatrixStore<Double> solution = qr.getSolution(y);
    double[] w = new double[p];
    for (int j = 0; j < p; j++) {
      w[j] = solution.doubleValue(j, 0);
    }
    return Vec.adopt(w);
  }

  /** argmin ‖y − Θ w‖ by normal equations with 150 digits, y the last column. */
  private static BigDecimal[] exactLeastSquares(Matrix a) {
    int p = a.cols() - 1;
    BigDecimal[][] m = new BigDecimal[p][p + 1];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= p; j++) {
        m[i][j] = exactDot(a, i, j);
      }
    }
    for (int k = 0; k < p; k++) {
      for (int i = k + 1; i < p; i++) {
        BigDecimal factor = m[i][k].divide(m[k][k], DIGITS);
        for (int j = k; j <= p; j++) {
          m[i][j] = m[i][j].subtract(factor.multiply(m[k][j], DIGITS), DIGITS);
        }
      }
    }
    BigDecimal[] w = new BigDecimal[p];
    for (int i = p - 1; i >= 0; i--) {
      BigDecimal right = m[i][p];
      for (int j = i + 1; j < p; j++) {
        right = right.subtract(m[i][j].multiply(w[j], DIGITS), DIGITS);
      }
      w[i] = right.divide(m[i][i], DIGITS);
    }
    return w;
  }

  @Test
  void noRowsHaveTheZeroTriangleAndChangeNone() {
    TriangularFold fold = new TriangularFold(4);
    Block none = new Block(5, 4);
    fold.fold(none);
    assertEquals(Matrix.zeros(4, 4), fold.triangle());
    Matrix a = random(new SplittableRandom(6), 12, 4);
    fold.fold(block(a, 0, 12));
    Matrix before = fold.triangle();
    fold.fold(none);
    fold.fold(block(Matrix.zeros(8, 4), 0, 8));
    assertEquals(before, fold.triangle());
  }

  @Test
  void columnsOfZerosStayZeroAndDisturbNoOther() {
    SplittableRandom random = new SplittableRandom(7);
    Matrix a = random(random, 30, 5);
    double[] values = a.toArray();
    for (int t = 0; t < 30; t++) {
      values[t * 5] = 0;
      values[t * 5 + 2] = 0;
    }
    Matrix withZeros = Matrix.adopt(30, 5, values);
    Matrix r = folded(withZeros, 0, 30).triangle();
    assertArrayEquals(new double[5], r.col(0).toArray());
    assertArrayEquals(new double[5], r.col(2).toArray());
    assertSame(r.transpose().times(r), withZeros.transpose().times(withZeros), 1e-13);
  }

  @Test
  void blocksAreNeverEmptyNorLargerThanTheyNeedBe() {
    for (int columns = 0; columns < 5000; columns += 7) {
      int rows = TriangularFold.blockRows(columns);
      assertTrue(rows >= 64 && rows <= 1024, columns + " columns: " + rows);
    }
  }
}
