package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.linalg.BandColumns;
import io.github.sindy4j.linalg.BandPart;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricBand;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both orders, narrow and wide windows, on an uneven grid. */
class LinearisedTest {
  private static final int SAMPLES = 25;
  private static final int STATES = 2;

  private final Random random = new Random(8);
  private final double[] times = StepRuleTest.uneven(SAMPLES, 4);
  private final double[] measured = normal(SAMPLES * STATES, 1);
  private final double[] states = sum(measured, normal(SAMPLES * STATES, 0.1));
  private final double[] weights = positive(SAMPLES * STATES);
  private final double[] excess = positive(SAMPLES * STATES);
  private final Piece piece = Pieces.of(times, measured);

  private double[] normal(int count, double size) {
    double[] values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = size * random.nextGaussian();
    }
    return values;
  }

  private double[] positive(int count) {
    double[] values = normal(count, 1);
    for (int k = 0; k < count; k++) {
      values[k] = Math.exp(values[k]);
    }
    return values;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += b[k];
    }
    return sum;
  }

  private static Library library(int order) {
    List<String> names = order == 1 ? List.of("x", "y") : List.of("x", "y", "v", "w");
    return PolynomialLibrary.ofDegree(2).over(names);
  }

  private Matrix model(Library library) {
    return Matrix.adopt(STATES, library.size(), normal(STATES * library.size(), 1));
  }

  private Linearised at(StepRule rule, Field field, Matrix w, double[] x) {
    double[] arguments = rule.points().arguments(x, STATES);
    double[] none = rule.points().controls();
    return new Linearised(
        piece,
        rule,
        x,
        weights,
        excess,
        rule.apply(field.terms(arguments, none), field.library().size()),
        new Gaps(rule, SAMPLES, STATES, field.jacobians(arguments, none, w)));
  }

  /** D x − B F(x). */
  private static double[] gap(StepRule rule, Field field, Matrix w, double[] x) {
    double[] theta = field.terms(rule.points().arguments(x, STATES), rule.points().controls());
    double[] integrals = rule.apply(Field.values(theta, w), STATES);
    double[] gap = rule.differences(x, STATES);
    for (int k = 0; k < gap.length; k++) {
      gap[k] -= integrals[k];
    }
    return gap;
  }

  /** G, dense, by central differences of D x − B F(x). */
  private Matrix jacobian(StepRule rule, Field field, Matrix w) {
    double[][] columns = new double[states.length][];
    double h = 1e-5;
    for (int c = 0; c < states.length; c++) {
      double[] up = states.clone();
      double[] down = states.clone();
      up[c] += h;
      down[c] -= h;
      double[] above = gap(rule, field, w, up);
      double[] below = gap(rule, field, w, down);
      for (int r = 0; r < above.length; r++) {
        above[r] = (above[r] - below[r]) / (2 * h);
      }
      columns[c] = above;
    }
    return Matrix.ofColumns(columns);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,1", "2,2"})
  void theGapIsLinearisedExactly(int order, int m) {
    Library library = library(order);
    Field field = new Field(library, order * STATES);
    Matrix w = model(library);
    StepRule rule = StepRule.of(piece, order, m, Between.CUBIC);
    Matrix g = jacobian(rule, field, w);
    double[] u = normal(rule.rows() * STATES, 1);
    double[] expected = g.applyTranspose(Vec.of(u)).toArray();
    assertArrayEquals(expected, at(rule, field, w, states).transposed(u), 2e-7);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,1", "2,2"})
  void residualsAreTheGapOfTheStatesPlusTheEffectOfTheirDeviations(int order, int m) {
    Library library = library(order);
    Field field = new Field(library, order * STATES);
    Matrix w = model(library);
    StepRule rule = StepRule.of(piece, order, m, Between.CUBIC);
    double[] deviations = new double[states.length];
    for (int k = 0; k < deviations.length; k++) {
      deviations[k] = measured[k] - states[k];
    }
    double[] moved = jacobian(rule, field, w).apply(Vec.of(deviations)).toArray();
    assertArrayEquals(
        sum(gap(rule, field, w, states), moved), at(rule, field, w, states).residual(w), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,1", "2,2"})
  void covarianceAndTracesAreThoseOfDenseMatrices(int order, int m) {
    Library library = library(order);
    Field field = new Field(library, order * STATES);
    Matrix w = model(library);
    StepRule rule = StepRule.of(piece, order, m, Between.CUBIC);
    double[] noise = {0.3, 0.02};
    double[] defect = {0.01, 0.2};
    Linearised linear = at(rule, field, w, states);
    BandColumns covariance = linear.covariance(Vec.of(noise), Vec.of(defect));
    int width = covariance.width();
    double[] lower = new double[covariance.size() * (width + 1)];
    covariance.writer().visit(BandPart.whole(covariance.size(), width, lower));
    SymmetricBand band = SymmetricBand.adopt(covariance.size(), width, lower);
    TwistedCholesky factor = linear.factor(Vec.of(noise), Vec.of(defect)).orElseThrow();

    Matrix g = jacobian(rule, field, w);
    double[] scaled = g.toArray();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= noise[k % STATES] * weights[k % weights.length];
    }
    Matrix s = Matrix.adopt(g.rows(), g.cols(), scaled).timesTranspose(g);
    for (int r = 0; r < s.rows(); r++) {
      for (int c = 0; c <= r; c++) {
        double own = r == c ? defect[r % STATES] + excess[r] : 0;
        assertEquals(s.get(r, c) + own, band.get(r, c), 1e-5);
      }
    }
    double[] expected = new double[2 * STATES];
    double[] pulls = linear.pulls(factor);
    for (int c = 0; c < g.cols(); c++) {
      double own = factor.solve(g.col(c)).dot(g.col(c));
      assertEquals(own, pulls[c], 1e-4 * own);
      expected[c % STATES] += weights[c] * own;
    }
    for (int r = 0; r < s.rows(); r++) {
      expected[STATES + r % STATES] += factor.inverseBand().get(r, r);
    }
    assertArrayEquals(expected, linear.traces(factor).toArray(), 1e-4 * expected[1]);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void theFirstCovarianceIsThatOfDifferencesOfNoise(int order) {
    Differences differences = new Differences(times, order);
    int n = differences.rows();
    double[] r = normal(n, 1);
    TwistedCholesky factor = differences.factor(0.4, 0.03);
    double[] u = factor.solve(Vec.of(r)).toArray();
    double squares = 0;
    double trace = 0;
    for (int k = 0; k < n; k++) {
      squares += u[k] * u[k];
      trace += factor.inverseBand().get(k, k);
    }
    assertEquals(squares, differences.squaredSolution(r, 0.4, 0.03), 1e-9 * squares);
    assertEquals(trace, differences.trace(0.4, 0.03), 1e-9 * trace);
    assertArrayEquals(
        new double[] {differences.weight(0, 0) * 7 + differences.weight(0, 1) * 7},
        new double[] {order == 1 ? 0 : -7 * differences.weight(0, 2)},
        1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void theFirstCovarianceOfWeightedNoiseIsThatOfDenseMatrices(int order) {
    Differences plain = new Differences(times, order);
    Differences weighted = plain.weighted(weights);
    int n = plain.rows();
    double[][] columns = new double[SAMPLES][n];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j <= order; j++) {
        columns[k + j][k] = plain.weight(k, j) * Math.sqrt(0.4 * weights[k + j]);
      }
    }
    Matrix d = Matrix.ofColumns(columns);
    Matrix s = d.timesTranspose(d);
    TwistedCholesky factor = weighted.factor(0.4, 0.03);
    double[] r = normal(n, 1);
    double[] u = factor.solve(Vec.of(r)).toArray();
    double[] back = s.apply(Vec.of(u)).plus(Vec.of(u).times(0.03)).toArray();
    assertArrayEquals(r, back, 1e-9);
    double squares = Vec.of(u).dot(Vec.of(u));
    assertEquals(squares, weighted.squaredSolution(r, 0.4, 0.03), 1e-9 * squares);
    double trace = 0;
    for (int k = 0; k < n; k++) {
      double[] unit = new double[n];
      unit[k] = 1;
      trace += factor.solve(Vec.of(unit)).get(k);
    }
    assertEquals(trace, weighted.trace(0.4, 0.03), 1e-9 * trace);
  }

  @ParameterizedTest
  @CsvSource({"1e-3,1e-3", "1e-3,10", "1,1", "1,1e-6", "1,1e5", "1e3,1e3", "1e3,1e-3"})
  void aPlantedDefectIsFoundFromAnyGuess(double ratio, double guess) {
    double[] long1 = StepRuleTest.even(4000, 0.1);
    Differences differences = new Differences(long1, 1);
    double[] noise = normal(4000, 1);
    double[] residuals = differences.of(noise);
    double[] defect = normal(residuals.length, Math.sqrt(ratio));
    double found =
        new DefectSearch(1, List.of(differences), List.of(sum(residuals, defect)), 0).from(guess);
    assertEquals(0, Math.log(found / ratio), ratio < 0.1 ? 0.5 : 0.15);
  }
}
