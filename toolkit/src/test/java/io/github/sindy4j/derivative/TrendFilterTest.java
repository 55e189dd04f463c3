package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.QuadraticProgramme;
import io.github.sindy4j.linalg.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trend filters are minima: of the quadratic programme, and by their duality gap. */
class TrendFilterTest {
  private static final int N = 40;

  private static double[] data(Vec times) {
    return SmoothersTest.noisy(times, t -> Math.abs(t - 2), 0.1, 1, 6).col(0).toArray();
  }

  private static Matrix dense(DividedDifferences d) {
    int order = d.order();
    double[] dense = new double[d.rows() * N];
    for (int r = 0; r < d.rows(); r++) {
      System.arraycopy(d.weights(), r * (order + 1), dense, r * N + r, order + 1);
    }
    return Matrix.adopt(d.rows(), N, dense);
  }

  @ParameterizedTest
  @CsvSource({"1,0.02", "1,1", "2,0.05", "2,5", "3,0.5"})
  void theSolutionIsThatOfTheDualQuadraticProgramme(int degree, double alpha) {
    Vec times = DifferentiatorContract.unevenGrid(N);
    double[] y = data(times);
    DividedDifferences d = DividedDifferences.of(times.toArray(), degree + 1, 1);
    Matrix full = dense(d);
    int m = d.rows();
    double[] sides = new double[2 * m * m];
    for (int r = 0; r < m; r++) {
      sides[r * m + r] = 1;
      sides[(m + r) * m + r] = -1;
    }
    QuadraticProgramme.Minimum minimum =
        new QuadraticProgramme(
                full.timesTranspose(full),
                full.apply(Vec.of(y)),
                Matrix.zeros(0, m),
                Vec.zeros(0),
                Matrix.adopt(2 * m, m, sides),
                Vec.zeros(2 * m).map(none -> alpha))
            .solve()
            .orElseThrow();
    Vec x = Vec.of(y).minus(full.applyTranspose(minimum.x()));
    TrendSolver.Solution solution = TrendSolver.solve(d, y, alpha);
    assertTrue(x.minus(solution.x()).maxAbs() < 1e-5);
    assertTrue(solution.gap() >= 0 && solution.gap() <= 1e-10 * solution.objective());
    assertTrue(
        objective(d, y, x.toArray(), alpha) >= solution.objective() - solution.gap() - 1e-12);
  }

  private static double objective(DividedDifferences d, double[] y, double[] x, double alpha) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] - x[i]) * (y[i] - x[i]) / 2;
    }
    for (double entry : d.apply(x)) {
      sum += alpha * Math.abs(entry);
    }
    return sum;
  }

  /** −Dᵀ z = x − y with |z| ≤ α, and zᵣ = ±α wherever (D x)ᵣ is not zero. */
  @ParameterizedTest
  @CsvSource({"1,0.001", "1,100", "2,1e-3", "3,1e3"})
  void theConditionsOfKarushKuhnAndTuckerHoldAlsoForLongData(int degree, double alpha) {
    Vec times = SmoothersTest.grid(3000, 0.01);
    double[] y = SmoothersTest.noisy(times, Math::sin, 0.1, 1, 2).col(0).toArray();
    DividedDifferences d = DividedDifferences.of(times.toArray(), degree + 1, 1);
    TrendSolver.Solution solution = TrendSolver.solve(d, y, alpha);
    assertTrue(
        solution.gap() >= -1e-9 && solution.gap() <= 1e-6 * solution.objective(),
        "gap: " + solution.gap() + " of " + solution.objective());
    double[] dx = d.apply(solution.x().toArray());
    double[] shift = d.applyTranspose(solution.z().toArray());
    for (int i = 0; i < y.length; i++) {
      assertEquals(y[i] - shift[i], solution.x().get(i), 1e-12);
    }
    double complementary = 0;
    for (int r = 0; r < dx.length; r++) {
      assertTrue(Math.abs(solution.z().get(r)) <= alpha);
      complementary += alpha * Math.abs(dx[r]) - solution.z().get(r) * dx[r];
    }
    assertEquals(solution.gap(), complementary, 1e-9);
  }

  @Test
  void fromTheLargestWeightOnNothingButThePolynomialIsLeft() {
    Vec times = DifferentiatorContract.unevenGrid(N);
    double[] y = data(times);
    DividedDifferences d = DividedDifferences.of(times.toArray(), 2, 1);
    double largest = TrendSolver.largest(d, y);
    double above = Vec.of(d.apply(TrendSolver.solve(d, y, 1.001 * largest).x().toArray())).maxAbs();
    double below = Vec.of(d.apply(TrendSolver.solve(d, y, 0.9 * largest).x().toArray())).maxAbs();
    assertTrue(above < 1e-8, "above: " + above);
    assertTrue(below > 1e-4, "below: " + below);
  }

  /** The rate jumps from −1 to 1: what smooth methods blur, total variation keeps. */
  @Test
  void totalVariationKeepsAJumpOfTheRate() {
    Vec times = SmoothersTest.grid(400, 0.01);
    Matrix y = SmoothersTest.noisy(times, t -> Math.abs(t - 2), 0.02, 1, 3);
    double sharp = error(TotalVariation.defaults(), times, y);
    double smooth = error(SmoothingSpline.defaults(), times, y);
    assertTrue(sharp < 0.7 * smooth, sharp + " beside " + smooth);
    Matrix rates = new TotalVariation(Weight.ofNoise(0.02)).estimate(times, y).rates();
    assertEquals(-1, rates.get(100, 0), 0.1);
    assertEquals(1, rates.get(300, 0), 0.1);
  }

  private static double error(Differentiator method, Vec times, Matrix y) {
    Matrix rates = method.estimate(times, y).rates();
    double squares = 0;
    for (int i = 0; i < times.size(); i++) {
      double exact = times.get(i) < 2 ? -1 : 1;
      squares += i == 200 ? 0 : Math.pow(rates.get(i, 0) - exact, 2);
    }
    return Math.sqrt(squares / times.size());
  }

  /**
   * With the knots known, the deviation is that of least squares: ±2σ covers 95 % away from knots.
   */
  @Test
  void deviationsAreThoseOfLeastSquaresOnThePiecesThatAreLeft() {
    Vec times = SmoothersTest.grid(100, 0.1);
    Matrix y = SmoothersTest.noisy(times, t -> 2 * t, 0.1, 1, 5);
    Estimate estimate = new TrendFilter(1, Weight.fixed(1e5)).estimate(times, y);
    double mean = 49.5 * 0.1;
    double spread = 0;
    for (int i = 0; i < 100; i++) {
      spread += Math.pow(times.get(i) - mean, 2);
    }
    double squares = Math.pow(y.minus(estimate.states()).norm(), 2);
    double deviation = Math.sqrt(squares / 98 / spread);
    for (int i = 0; i < 100; i++) {
      assertEquals(deviation, estimate.rateDeviations().orElseThrow().get(i, 0), 1e-4 * deviation);
    }
  }
}
