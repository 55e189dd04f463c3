package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: every set of active rows tried in turn. */
class QuadraticProgrammeTest {
  private static Matrix gaussian(SplittableRandom random, int rows, int cols) {
    double[] values = new double[rows * cols];
    Arrays.setAll(values, k -> random.nextGaussian());
    return Matrix.adopt(rows, cols, values);
  }

  /** [[Q Aᵀ][A 0]] x = [c a] by its pseudo-inverse; empty when the rows contradict each other. */
  private static Optional<Vec> stationary(QuadraticProgramme p, Matrix rows, Vec right) {
    int n = p.c().size();
    int m = rows.rows();
    double[] kkt = new double[(n + m) * (n + m)];
    double[] b = new double[n + m];
    for (int i = 0; i < n + m; i++) {
      for (int j = 0; j < n + m; j++) {
        double value =
            i < n && j < n
                ? p.q().get(i, j)
                : i < n ? rows.get(j - n, i) : j < n ? rows.get(i - n, j) : 0;
        kkt[i * (n + m) + j] = value;
      }
      b[i] = i < n ? p.c().get(i) : right.get(i - n);
    }
    NullSpace solved = NullSpace.of(Matrix.adopt(n + m, n + m, kkt), Vec.adopt(b), Tolerance.RANK);
    return solved.residual() < 1e-9
        ? Optional.of(solved.particular().slice(0, n))
        : Optional.empty();
  }

  private static double objective(QuadraticProgramme p, Vec x) {
    return x.dot(p.q().apply(x)) / 2 - p.c().dot(x);
  }

  /** The best feasible point that is stationary on some set of active rows. */
  private static Optional<Vec> bruteForce(QuadraticProgramme p) {
    int m = p.atMost().rows();
    Optional<Vec> best = Optional.empty();
    for (int set = 0; set < 1 << m; set++) {
      double[][] rows = new double[p.equal().rows() + Integer.bitCount(set)][];
      double[] right = new double[rows.length];
      int at = 0;
      for (int r = 0; r < p.equal().rows(); r++) {
        right[at] = p.equalTo().get(r);
        rows[at++] = p.equal().row(r).toArray();
      }
      for (int r = 0; r < m; r++) {
        if ((set >> r & 1) == 1) {
          right[at] = p.limits().get(r);
          rows[at++] = p.atMost().row(r).toArray();
        }
      }
      Matrix active = at == 0 ? Matrix.zeros(0, p.c().size()) : Matrix.ofRows(rows);
      Optional<Vec> x = stationary(p, active, Vec.adopt(right));
      boolean feasible =
          x.isPresent()
              && Arrays.stream(p.atMost().apply(x.get()).minus(p.limits()).toArray())
                  .allMatch(excess -> excess <= 1e-9);
      if (feasible && (best.isEmpty() || objective(p, x.get()) < objective(p, best.get()))) {
        best = x;
      }
    }
    return best;
  }

  @Test
  void theMinimumIsTheBestOverAllSetsOfActiveRows() {
    int infeasible = 0;
    for (long seed = 1; seed <= 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(5);
      int m = random.nextInt(7);
      Matrix root = gaussian(random, n + 2, n);
      Matrix equal = gaussian(random, random.nextInt(2) * random.nextInt(n), n);
      double[] g = new double[m * n];
      for (int r = 0; r < m; r++) {
        // Signs of single entries, general rows, and multiples of earlier ones.
        int kind = random.nextInt(3);
        double factor = r > 0 ? 1 + random.nextDouble() : 1;
        int entry = random.nextInt(n);
        for (int j = 0; j < n; j++) {
          boolean again = kind == 2 && r > 0;
          g[r * n + j] =
              again
                  ? factor * g[(r - 1) * n + j]
                  : kind == 0 ? (j == entry ? 1 : 0) : random.nextGaussian();
        }
      }
      Matrix atMost = Matrix.adopt(m, n, g);
      double[] limits = new double[m];
      Arrays.setAll(limits, r -> random.nextBoolean() ? 0 : random.nextGaussian());
      QuadraticProgramme p =
          new QuadraticProgramme(
              root.transpose().times(root),
              Vec.adopt(gaussian(random, n, 1).toArray()),
              equal,
              Vec.adopt(gaussian(random, equal.rows(), 1).toArray()),
              atMost,
              Vec.adopt(limits));
      Optional<Vec> expected = bruteForce(p);
      Optional<QuadraticProgramme.Minimum> found = p.solve();
      assertEquals(expected.isPresent(), found.isPresent(), "seed " + seed);
      infeasible += expected.isPresent() ? 0 : 1;
      if (found.isPresent()) {
        double size = 1 + expected.get().maxAbs();
        assertArrayEquals(
            expected.get().toArray(), found.get().x().toArray(), 1e-8 * size, "seed " + seed);
        assertTrue(found.get().residual() < 1e-8, seed + ": " + found.get().residual());
      }
    }
    assertTrue(infeasible > 5 && infeasible < 75, "infeasible: " + infeasible);
  }

  @Test
  void theNearestPointOfTheNegativeOrthantHasNoPositiveEntries() {
    SplittableRandom random = new SplittableRandom(3);
    Vec y = Vec.adopt(gaussian(random, 60, 1).toArray());
    QuadraticProgramme.Minimum found =
        QuadraticProgramme.nearest(y, Matrix.identity(60), Vec.zeros(60)).solve().orElseThrow();
    assertArrayEquals(y.map(v -> Math.min(v, 0)).toArray(), found.x().toArray(), 1e-12);
    assertArrayEquals(
        y.map(v -> Math.max(v, 0)).toArray(), found.atMostMultipliers().toArray(), 1e-12);
    assertTrue(found.residual() < 1e-12, "residual " + found.residual());
  }
}
