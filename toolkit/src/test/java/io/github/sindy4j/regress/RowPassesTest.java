package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: the formulas written out, sample by sample. */
class RowPassesTest {
  private static final Matrix PLANTED = SparseRegressorContract.planted();

  private static Rows rows() {
    SplittableRandom random = new SplittableRandom(11);
    Matrix theta = Rows.gaussian(random, 1203, SparseRegressorContract.TERMS);
    Rows rows = Rows.planted(random, theta, PLANTED, 0.3).dealt(100, 3);
    return rows.withErrors(Rows.gaussian(random, 1203, rows.y().cols()));
  }

  private static double[] residuals(Rows rows, Matrix w, int equation) {
    return rows.y().col(equation).minus(rows.theta().apply(w.row(equation))).toArray();
  }

  @Test
  void effectiveSamplesAreThoseOfTheAutocorrelationSummedLagByLag() {
    Rows rows = rows();
    Matrix w = PLANTED.map(v -> v + 0.2);
    for (int i = 0; i < w.rows(); i++) {
      double[] r = residuals(rows, w, i);
      double sum = 1;
      double variance = 0;
      for (double v : r) {
        variance += v * v;
      }
      for (int lag = 1; lag <= r.length / 5; lag++) {
        double covariance = 0;
        for (int t = lag; t < r.length; t++) {
          covariance += r[t] * r[t - lag];
        }
        double rho = covariance / variance;
        sum += 2 * Math.max(0, rho * rho - 1.0 / r.length);
      }
      assertEquals(
          r.length / sum, Residuals.effectiveSamples(rows, w).get(i), 1e-9 * r.length, "" + i);
    }
  }

  @Test
  void scoresAreTheCosineTransformsOfTermsTimesResiduals() {
    Rows rows = rows();
    Regression found = new LeastSquares().solve(rows.problem());
    for (int transforms : new int[] {3, 8, 32}) {
      Scores scores = Scores.of(rows, found, transforms);
      int samples = rows.theta().rows();
      for (int k = 0; k < transforms; k++) {
        double[] transform = scores.transform(k);
        for (int i = 0; i < PLANTED.rows(); i++) {
          double[] r = residuals(rows, found.coefficients(), i);
          for (int j = 0; j < PLANTED.cols(); j++) {
            double sum = 0;
            for (int t = 0; t < samples; t++) {
              double cosine = Math.cos(Math.PI * (k + 1) * (t + 0.5) / samples);
              sum += rows.theta().get(t, j) * r[t] * cosine;
            }
            assertEquals(Math.sqrt(2) * sum, transform[i * PLANTED.cols() + j], 1e-9);
          }
        }
      }
      for (int i = 0; i < PLANTED.rows(); i++) {
        for (int j = 0; j < PLANTED.cols(); j++) {
          assertEquals(
              rows.theta().col(j).dot(rows.errors().col(i)),
              scores.biases()[i * PLANTED.cols() + j],
              1e-9);
        }
      }
    }
  }

  @Test
  void rowsOfSomeTermsAreTheRowsWithoutTheOthers() {
    Rows rows = rows();
    RowSource some = rows.withTerms(List.of(4, 1));
    assertEquals(new RowSource.Size(2, rows.y().cols(), 3), some.size());
    for (int c = 0; c < some.chunks().size(); c++) {
      RowSource.RowChunk chunk = some.chunks().get(c);
      assertEquals(rows.chunks().get(c).first(), chunk.first());
      assertEquals(rows.chunks().get(c).fold(), chunk.fold());
      Block block = new Block(chunk.rows(), 2 + rows.y().cols());
      chunk.fill(block);
      assertEquals(chunk.rows(), block.rows());
      int from = (int) chunk.first();
      for (int t = 0; t < chunk.rows(); t++) {
        assertEquals(rows.theta().get(from + t, 4), block.get(t, 0));
        assertEquals(rows.theta().get(from + t, 1), block.get(t, 1));
        assertEquals(rows.y().get(from + t, 0), block.get(t, 2));
      }
    }
    assertArrayEquals(rows.responseBiases().toArray(), some.responseBiases().toArray());
  }

  @Test
  void sumsInLanesAreSums() {
    double[] numbers = new SplittableRandom(5).doubles(103, -1, 1).toArray();
    for (int count = 0; count <= 100; count++) {
      double sum = 0;
      double product = 0;
      for (int i = 0; i < count; i++) {
        sum += numbers[3 + i];
        product += numbers[3 + i] * numbers[i];
      }
      assertEquals(sum, Sums.of(numbers, 3, count), 1e-13);
      assertEquals(product, Sums.product(numbers, 3, numbers, 0, count), 1e-13);
    }
  }
}
