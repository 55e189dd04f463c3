package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the same integrals by the trapezoidal rule with 20 000 panels. */
class WeakQuadratureTest {
  private static final TestFunction SMOOTH = new SmoothBump(9);

  private static double wave(double t) {
    return Math.exp(0.3 * t) * Math.sin(2 * t + 0.4);
  }

  private static double exact(TestFunction bump, double centre, double half, boolean slope) {
    double sum = 0;
    int panels = 10_000;
    for (int k = -panels; k <= panels; k++) {
      double s = (double) k / panels;
      double phi = slope ? bump.slope(s) / half : bump.value(s);
      sum += phi * wave(centre + half * s) * half / panels;
    }
    return sum;
  }

  private static double sum(TestWindow window, Vec weights, double[] times) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += weights.get(i) * wave(times[window.from() + i]);
    }
    return sum;
  }

  private static double[] uneven(int count, double length) {
    double h = length / (count - 1);
    double[] times = new double[count];
    Arrays.setAll(times, i -> h * (i + (i == 0 || i == count - 1 ? 0 : 0.35 * Math.sin(2.3 * i))));
    return times;
  }

  private static double unevenError(int count, int points, boolean slope) {
    double[] times = uneven(count, 4);
    TestFunction bump = new PolynomialBump(8);
    double worst = 0;
    for (double centre : new double[] {1.5, 1.83, 2.11, 2.5}) {
      TestWindow window = new ProductRule(times, points).window(0, bump, centre, 1.5);
      double actual = sum(window, slope ? window.slopes() : window.values(), times);
      worst = Math.max(worst, Math.abs(actual - exact(bump, centre, 1.5, slope)));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8})
  void onUnevenGridsTheErrorFallsLikeThePowerOfTheStepThatThePointsGive(int points) {
    for (boolean slope : new boolean[] {false, true}) {
      double coarse = unevenError(41, points, slope);
      double fine = unevenError(121, points, slope);
      double order = Math.log(coarse / fine) / Math.log(3);
      assertTrue(order > points - 0.4, points + " points: order " + order);
    }
  }

  private static double uniformError(TestFunction bump, int reach) {
    double h = 1.5 / reach;
    int samples = 2 * reach + 1;
    double[] times = new double[samples];
    Arrays.setAll(times, i -> i * h);
    TestWindow window = new UniformWindows(0, samples, h, bump, reach, 1).window(0);
    double value = sum(window, window.values(), times) - exact(bump, 1.5, 1.5, false);
    double slope = sum(window, window.slopes(), times) - exact(bump, 1.5, 1.5, true);
    return Math.max(Math.abs(value), Math.abs(slope));
  }

  @Test
  void onUniformGridsASmoothBumpConvergesFasterThanAnyPower() {
    double[] errors = {uniformError(SMOOTH, 6), uniformError(SMOOTH, 12), uniformError(SMOOTH, 24)};
    double first = Math.log(errors[0] / errors[1]) / Math.log(2);
    double second = Math.log(errors[1] / errors[2]) / Math.log(2);
    assertTrue(second > first + 2 && second > 10, "orders " + first + ", " + second);
    assertEquals(0, uniformError(SMOOTH, 64), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void onUniformGridsTheOrderOfAPolynomialBumpIsThatOfItsEnds(int order) {
    TestFunction bump = new PolynomialBump(order);
    double measured = Math.log(uniformError(bump, 30) / uniformError(bump, 60)) / Math.log(2);
    assertTrue(measured > order - 0.2, "order " + measured);
  }

  @Test
  void theEstimateOfAnErrorIsNotMuchLessThanTheError() {
    for (int reach : new int[] {4, 5, 6, 7, 8, 10}) {
      double h = 1.5 / reach;
      double[] times = new double[2 * reach + 1];
      Arrays.setAll(times, i -> i * h);
      TestFunction bump = new PolynomialBump(6);
      UniformWindows windows = new UniformWindows(0, times.length, h, bump, reach, 1);
      TestWindow window = windows.window(0);
      double fine = sum(window, windows.errors(0).fine(), times);
      double coarse = sum(window, windows.errors(0).coarse(), times);
      double estimate = Math.abs(fine) * Math.min(1, Math.abs(fine / coarse));
      double error = sum(window, window.slopes(), times) - exact(bump, 1.5, 1.5, true);
      assertTrue(Math.abs(error) < 3 * estimate, reach + ": " + error + " beyond " + estimate);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order=2", "order=10", "order=40", "sharpness=9.0", "sharpness=2.0"})
  void testFunctionsAreEvenAndTheirSlopesAndDeviationsAreRight(String text) {
    TestFunction bump = WeakForm.parse("weak:" + text).bump();
    assertEquals(text, bump.text());
    assertEquals(1, bump.value(0));
    assertEquals(0, bump.value(1));
    double mass = 0;
    double squares = 0;
    for (int k = -2000; k <= 2000; k++) {
      double s = k / 2000.0;
      mass += bump.value(s);
      squares += s * s * bump.value(s);
      assertEquals(bump.value(s), bump.value(-s));
      if (Math.abs(k) < 1999) {
        double central = (bump.value(s + 1e-6) - bump.value(s - 1e-6)) / 2e-6;
        assertEquals(central, bump.slope(s), 1e-6 * 40, "slope at " + s);
      }
    }
    assertEquals(Math.sqrt(squares / mass), bump.deviation(), 1e-4);
  }
}
