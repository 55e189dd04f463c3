package io.github.sindy4j.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: constant rates, whose orbits are straight lines. */
class ForecastTest {
  private static final Vec TIMES = Vec.of(0, 1, 2);

  /** ẋ = c. */
  private static VectorField constant(double... c) {
    return new VectorField() {
      @Override
      public int dimension() {
        return c.length;
      }

      @Override
      public Evaluator evaluator() {
        return (t, x, rates) -> System.arraycopy(c, 0, rates, 0, c.length);
      }
    };
  }

  /** Exact for constant rates; stops where |x₁| exceeds 15. */
  private static Solution straight(VectorField field, Vec start, Vec times) {
    double[] rates = new double[start.size()];
    field.evaluator().rates(0, start.toArray(), rates);
    List<double[]> states = new ArrayList<>();
    for (int k = 0; k < times.size(); k++) {
      double[] x = start.plus(times.get(k) - times.first(), Vec.of(rates)).toArray();
      if (Math.abs(x[0]) > 15) {
        return new Solution(
            times.slice(0, k),
            Matrix.ofRows(states.toArray(double[][]::new)),
            new Solution.Stopped(times.get(k), "left"),
            1);
      }
      states.add(x);
    }
    return new Solution(
        times, Matrix.ofRows(states.toArray(double[][]::new)), new Solution.Completed(), 1);
  }

  private static Forecast forecast(double... rates) {
    List<VectorField> fields = Arrays.stream(rates).mapToObj(c -> constant(c, -c)).toList();
    return Forecast.of(fields, Vec.of(1, 0), TIMES, ForecastTest::straight);
  }

  @Test
  void boundsAreQuantilesOfTheModels() {
    // Rates 0, 0.1, …, 4: their 2.5 %, 50 % and 97.5 % quantiles are 0.1, 2 and 3.9.
    Forecast forecast = forecast(IntStream.rangeClosed(0, 40).mapToDouble(k -> 0.1 * k).toArray());
    assertEquals(41, forecast.models());
    assertEquals(0, forecast.stopped());
    assertArrayEquals(new double[] {1, 0, 1.1, -3.9, 1.2, -7.8}, forecast.lower().toArray(), 1e-12);
    assertArrayEquals(new double[] {1, 0, 3, -2, 5, -4}, forecast.median().toArray(), 1e-12);
    assertArrayEquals(new double[] {1, 0, 4.9, -0.1, 8.8, -0.2}, forecast.upper().toArray(), 1e-12);
  }

  @Test
  void modelsThatStopAreBeyondTheBandOnBothSides() {
    Forecast forecast = forecast(1, 2, 3, 10);
    assertEquals(1, forecast.stopped());
    assertEquals(11 - 0.075 * 7, forecast.upper().get(1, 0), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, forecast.upper().get(2, 0));
    assertEquals(Double.NEGATIVE_INFINITY, forecast.lower().get(2, 0));
    assertEquals(5, forecast.median().get(2, 0), 1e-12);
    assertTrue(Double.isNaN(forecast(20, 30).median().get(1, 0)));
  }

  @Test
  void fewStoppedModelsOfManyLeaveTheBandFinite() {
    double[] rates = new double[200];
    Arrays.fill(rates, 2);
    rates[0] = 50;
    Forecast forecast = forecast(rates);
    assertEquals(1, forecast.stopped());
    assertEquals(5, forecast.upper().get(2, 0), 1e-12);
    assertEquals(5, forecast.lower().get(2, 0), 1e-12);
  }

  @Test
  void noModelsAreNoForecast() {
    assertThrows(IllegalArgumentException.class, () -> forecast());
  }
}
