package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Between;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRuleTest {
  static double[] uneven(int samples, long seed) {
    Random random = new Random(seed);
    double[] times = new double[samples];
    for (int k = 1; k < samples; k++) {
      times[k] = times[k - 1] + 0.05 + 0.1 * random.nextDouble();
    }
    return times;
  }

  static double[] even(int samples, double step) {
    double[] times = new double[samples];
    for (int k = 0; k < samples; k++) {
      times[k] = k * step;
    }
    return times;
  }

  static double[] at(double[] times, DoubleUnaryOperator f) {
    double[] values = new double[times.length];
    for (int k = 0; k < times.length; k++) {
      values[k] = f.applyAsDouble(times[k]);
    }
    return values;
  }

  /** max |D x − B x⁽ʳ⁾| beside max |D x|. */
  private static double error(
      double[] times, int order, int m, DoubleUnaryOperator x, DoubleUnaryOperator derivative) {
    double[] values = at(times, x);
    StepRule rule = StepRule.of(Pieces.of(times, values), order, m, Between.CUBIC);
    double[] differences = rule.differences(values, 1);
    double[] integrals = rule.apply(at(times, derivative), 1);
    double worst = 0;
    double largest = 0;
    for (int k = 0; k < rule.rows(); k++) {
      worst = Math.max(worst, Math.abs(differences[k] - integrals[k]));
      largest = Math.max(largest, Math.abs(differences[k]));
    }
    return worst / largest;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "1,4", "1,6", "2,1", "2,2", "2,4", "2,6"})
  void polynomialsThroughTheWindowAreIntegratedExactlyOnAnyGrid(int order, int m) {
    int degree = order == 1 ? 2 * m - 1 : 2 * m;
    double[] times = uneven(40, 3);
    double error =
        error(
            times,
            order,
            m,
            t -> Math.pow(t / 2, degree + order),
            t ->
                order == 1
                    ? (degree + 1) / 2.0 * Math.pow(t / 2, degree)
                    : (degree + 2) * (degree + 1) / 4.0 * Math.pow(t / 2, degree));
    assertTrue(error < 1e-11, "error " + error);
  }

  @ParameterizedTest
  @CsvSource({"1,1,2", "1,2,4", "1,3,6", "2,1,2", "2,2,4", "2,3,6"})
  void theErrorOfARowFallsWithTheStepAsItsOrderSays(int order, int m, int expected) {
    DoubleUnaryOperator derivative = order == 1 ? Math::cos : t -> -Math.sin(t);
    double coarse = error(even(101, 0.1), order, m, Math::sin, derivative);
    double fine = error(even(201, 0.05), order, m, Math::sin, derivative);
    assertTrue(Math.log(coarse / fine) / Math.log(2) > expected - 0.2, coarse + " → " + fine);
  }

  @Test
  void windowsOfUniformGridsAreThoseOfAnyGrid() {
    double[] times = even(30, 0.1);
    double[] nearly = times.clone();
    nearly[29] += 1e-7;
    StepRule uniform = StepRule.of(Pieces.of(times, times), 1, 3, Between.CUBIC);
    StepRule any = StepRule.of(Pieces.of(nearly, nearly), 1, 3, Between.CUBIC);
    for (int k = 0; k < 20; k++) {
      for (int j = 0; j < uniform.width(); j++) {
        assertEquals(uniform.weight(k, j), any.weight(k, j), 1e-12);
      }
    }
  }

  @Test
  void shortPiecesHaveSmallerWindows() {
    double[] times = even(5, 0.1);
    assertEquals(4, StepRule.of(Pieces.of(times, times), 1, 6, Between.CUBIC).width());
    assertEquals(5, StepRule.of(Pieces.of(times, times), 2, 6, Between.CUBIC).width());
  }

  @Test
  void ratesAreSlopesOfThePolynomialThroughTheWindow() {
    double[] times = uneven(20, 5);
    double[] cubes = at(times, t -> t * t * t);
    Points points = StepRule.of(Pieces.of(times, cubes), 2, 2, Between.CUBIC).points();
    double[] arguments = points.arguments(cubes, 1);
    for (int s = 0; s < times.length; s++) {
      assertEquals(cubes[s], arguments[2 * s]);
      assertEquals(3 * times[s] * times[s], arguments[2 * s + 1], 1e-10);
    }
  }
}
