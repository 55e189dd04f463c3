package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.linalg.BandPart;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against loops over single entries, on pieces longer than what one thread takes at a time. */
class GapsTest {
  private static final int SAMPLES = 1100;
  private static final int STATES = 2;

  private final Random random = new Random(21);
  private final double[] times = StepRuleTest.uneven(SAMPLES, 4);

  private double[] normal(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  /** Controls that are held keep windows within runs of equal ones: they move on unevenly. */
  private StepRule rule(int order, int m, Between between) {
    double[] states = normal(SAMPLES * STATES);
    Piece piece = Pieces.of(times, states);
    if (between == Between.HOLD) {
      double[] u = new double[SAMPLES];
      Arrays.setAll(u, k -> k / 7 + (k % 31 == 0 ? 1 : 0));
      piece = Pieces.driven(times, states, u);
    }
    return StepRule.of(piece, order, m, between);
  }

  private double[] jacobians(StepRule rule) {
    return normal(rule.points().count() * STATES * STATES * (rule.points().hasRates() ? 2 : 1));
  }

  /** G_{k, t} of a rule and a state's entry, row by row: rows×(gapWidth d). */
  private static double[][] dense(StepRule rule, double[] jacobians) {
    int d = STATES;
    Points points = rule.points();
    int a = points.hasRates() ? 2 * d : d;
    double[][] g = new double[rule.rows() * d][rule.gapWidth() * d];
    for (int k = 0; k < rule.rows(); k++) {
      for (int i = 0; i < d; i++) {
        double[] row = g[k * d + i];
        for (int j = 0; j < rule.gapWidth(); j++) {
          row[j * d + i] = rule.difference(k, j);
        }
        for (int j = 0; j < rule.width(); j++) {
          int e = rule.first(k) + j;
          int sample = points.sample(e);
          for (int c = 0; c < d; c++) {
            double b = rule.weight(k, j);
            row[(sample - rule.gapFirst(k)) * d + c] -= b * jacobians[(e * d + i) * a + c];
            for (int r = 0; r < points.rateWidth(); r++) {
              row[(points.rateFirst(sample) + r - rule.gapFirst(k)) * d + c] -=
                  b * points.rateWeight(sample, r) * jacobians[(e * d + i) * a + d + c];
            }
          }
        }
      }
    }
    return g;
  }

  /** The first column of a row of G. */
  private static int first(StepRule rule, int row) {
    return rule.gapFirst(row / STATES) * STATES;
  }

  /** Σ w over the columns that two rows share. */
  private static double product(StepRule rule, double[][] g, int r, int l, double[] w) {
    double sum = 0;
    for (int c = 0; c < g[r].length; c++) {
      int other = first(rule, r) + c - first(rule, l);
      if (other >= 0 && other < g[l].length) {
        sum += w[first(rule, r) + c] * g[r][c] * g[l][other];
      }
    }
    return sum;
  }

  private static void assertClose(double[] expected, double[] found) {
    assertArrayEquals(expected, found, 1e-14 * Vec.of(expected).maxAbs());
  }

  @ParameterizedTest
  @CsvSource({"1,1,CUBIC", "1,3,CUBIC", "2,1,CUBIC", "2,2,CUBIC", "1,2,HOLD", "2,1,HOLD"})
  void productsAreThoseOfItsEntries(int order, int m, Between between) {
    StepRule rule = rule(order, m, between);
    double[] jacobians = jacobians(rule);
    Gaps gaps = new Gaps(rule, SAMPLES, STATES, jacobians);
    double[][] g = dense(rule, jacobians);
    double[] v = normal(SAMPLES * STATES);
    double[] u = normal(g.length);
    double[] expected = new double[g.length];
    double[] transposed = new double[SAMPLES * STATES];
    for (int r = 0; r < g.length; r++) {
      for (int c = 0; c < g[r].length; c++) {
        expected[r] += g[r][c] * v[first(rule, r) + c];
        transposed[first(rule, r) + c] += g[r][c] * u[r];
      }
    }
    double[] product = new double[g.length];
    gaps.addProduct(v, product);
    assertClose(expected, product);
    assertClose(transposed, gaps.transposed(u));
  }

  @ParameterizedTest
  @CsvSource({"1,1,CUBIC", "1,3,CUBIC", "2,1,CUBIC", "2,2,CUBIC", "1,2,HOLD", "2,1,HOLD"})
  void covarianceAndPullsAreThoseOfItsEntries(int order, int m, Between between) {
    StepRule rule = rule(order, m, between);
    double[] jacobians = jacobians(rule);
    Gaps gaps = new Gaps(rule, SAMPLES, STATES, jacobians);
    double[][] g = dense(rule, jacobians);
    double[] variances = random.doubles(SAMPLES * STATES, 0.1, 2).toArray();
    int width = (rule.reach() + 1) * STATES - 1;
    double[] band = new double[g.length * (width + 1)];
    gaps.covariance(variances).visit(BandPart.whole(g.length, width, band));
    double[] z = normal(g.length * (width + 1));
    double[] pulls = new double[SAMPLES * STATES];
    double[] expected = new double[band.length];
    for (int r = 0; r < g.length; r++) {
      for (int l = r; l < Math.min(g.length, r + width + 1); l++) {
        expected[r * (width + 1) + l - r] = product(rule, g, r, l, variances);
        for (int c = 0; c < g[r].length; c++) {
          int other = first(rule, r) + c - first(rule, l);
          if (other >= 0 && other < g[l].length) {
            pulls[first(rule, r) + c] +=
                (r == l ? 1 : 2) * z[r * (width + 1) + l - r] * g[r][c] * g[l][other];
          }
        }
      }
    }
    assertClose(expected, band);
    double[] found = new double[pulls.length];
    gaps.pulls(found).visit(BandPart.whole(g.length, width, z));
    assertClose(pulls, found);
  }

  @ParameterizedTest
  @CsvSource({"1,1,CUBIC", "1,3,CUBIC", "2,1,CUBIC", "2,2,CUBIC", "1,2,HOLD", "2,1,HOLD"})
  void pullsOfAnInverseThatComesInPartsAreThoseOfTheWhole(int order, int m, Between between) {
    StepRule rule = rule(order, m, between);
    Gaps gaps = new Gaps(rule, SAMPLES, STATES, jacobians(rule));
    int n = rule.rows() * STATES;
    int width = (rule.reach() + 1) * STATES - 1;
    double[] band = new double[n * (width + 1)];
    double[] variances = random.doubles(SAMPLES * STATES, 0.1, 2).toArray();
    gaps.covariance(variances).visit(BandPart.whole(n, width, band));
    for (int r = 0; r < n; r++) {
      band[r * (width + 1)] += 0.1;
    }
    TwistedCholesky factor =
        TwistedCholesky.of(SymmetricBand.adopt(n, width, band), Tolerance.RANK).orElseThrow();
    double[] expected = new double[SAMPLES * STATES];
    double[] inverse = factor.inverseBand().toArray();
    gaps.pulls(expected).visit(BandPart.whole(n, width, inverse));
    double[] found = new double[expected.length];
    factor.invert(STATES, gaps.pulls(found), gaps.pulls(found));
    // Large terms cancel under equations of second order.
    assertArrayEquals(expected, found, 1e-10 * Vec.of(expected).maxAbs());
  }
}
