package io.github.sindy4j.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Outcome;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: planted systems with noise of known σ. */
class CoupledRowsTest {
  private static final Library QUADRATIC =
      PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "z"));
  private static final Matrix LORENZ =
      Matrix.ofRows(
          new double[][] {
            {0, -10, 10, 0, 0, 0, 0, 0, 0, 0},
            {0, 28, -1, 0, 0, 0, -1, 0, 0, 0},
            {0, 0, 0, -8.0 / 3, 0, 1, 0, 0, 0, 0}
          });
  private static final Vec TIMES = Orbits.grid(1200, 0.01);
  private static final Matrix CLEAN = Orbits.states(Orbits::lorenz, TIMES, -8, 8, 27);

  private static Dataset noisy(double level, long seed) {
    Matrix states = Orbits.noisy(CLEAN, level, new SplittableRandom(seed));
    return Dataset.of(TIMES, states, "x", "y", "z");
  }

  /** The residuals of a model in the rows, and whether each is the first of its chunk. */
  private record Residuals(List<Double> values, List<Boolean> starts) {
    double correlation(int lag, boolean acrossChunks) {
      double sum = 0;
      int count = 0;
      int start = 0;
      for (int k = 0; k < values.size(); k++) {
        start = starts.get(k) ? k : start;
        if (k >= lag && (!acrossChunks || k - lag < start)) {
          sum += values.get(k) * values.get(k - lag);
          count++;
        }
      }
      return sum / count;
    }
  }

  private static Residuals residuals(RowSource rows, Matrix model) {
    Residuals residuals = new Residuals(new ArrayList<>(), new ArrayList<>());
    int unknowns = model.rows() * model.cols();
    for (RowChunk chunk : rows.chunks()) {
      Block block = new Block(chunk.rows(), unknowns + 1);
      chunk.fill(block);
      for (int t = 0; t < chunk.rows(); t++) {
        double sum = block.get(t, unknowns);
        for (int u = 0; u < unknowns; u++) {
          sum -= block.get(t, u) * model.vec().get(u);
        }
        residuals.values().add(sum);
        residuals.starts().add(t == 0);
      }
    }
    return residuals;
  }

  private static Residuals residuals(Matrix weights, int seeds) {
    Residuals all = new Residuals(new ArrayList<>(), new ArrayList<>());
    for (int seed = 0; seed < seeds; seed++) {
      Dataset data = noisy(0.01, seed);
      Residuals one = residuals(WeakForm.automatic().weighted(data, QUADRATIC, weights), LORENZ);
      all.values().addAll(one.values());
      all.starts().addAll(one.starts());
    }
    return all;
  }

  @Test
  void residualsOfTheTrueModelHaveUnitVarianceAndAreUncorrelatedWithinAndAcrossFolds() {
    Residuals white = residuals(LORENZ, 20);
    int count = white.values().size();
    assertTrue(count > 6000, "rows: " + count);
    assertEquals(1, white.correlation(0, false), 0.04, "variance");
    for (int lag = 1; lag <= 30; lag++) {
      assertEquals(0, white.correlation(lag, false), 5 / Math.sqrt(count), "lag " + lag);
    }
    for (int lag = 1; lag <= 6; lag++) {
      assertEquals(0, white.correlation(lag, true), 0.15, "across chunks, lag " + lag);
    }
  }

  @Test
  void withoutTheModelInTheWeightsTheyAreNeither() {
    Residuals red = residuals(Matrix.zeros(3, 10), 3);
    double variance = red.correlation(0, false);
    assertTrue(variance > 1.3, "variance " + variance);
    double most = 0;
    for (int lag = 1; lag <= 6; lag++) {
      most = Math.max(most, Math.abs(red.correlation(lag, false)) / variance);
    }
    assertTrue(most > 0.2, "correlation " + most);
  }

  /** C by the definition: whole matrices Φ and Φ̇ over all samples and states. */
  @Test
  void whiteningIsTheInverseOfTheDenseFactorOfTheDefinition() {
    Vec times = Orbits.grid(100, 0.01);
    Dataset data = Dataset.of(times, CLEAN.rowSlice(0, 100), "x", "y", "z");
    WeakForm form = WeakForm.automatic().withHalfWidth(0.2);
    WeakDesign design = form.design(data, QUADRATIC);
    CoupledRows rows = design.weighted(LORENZ);
    assertEquals(1, rows.chunks().size());
    WindowPlan plan = new WindowPlan(data, form.bump(), 0.2, 6);
    Matrix g = propagation(plan.parts().get(0).windows(), data, design.noise());
    Matrix b = integrals(plan.parts().get(0).windows(), data);
    Block white = new Block(b.rows(), 31);
    rows.chunks().get(0).fill(white);
    Matrix whitened = white.toMatrix();
    Matrix c = g.timesTranspose(g);
    // ‖L⁻¹ b‖² = bᵀ C⁻¹ b and so on: the Gram matrix does not depend on the choice of the factor.
    Matrix solved = Cholesky.of(c, new Tolerance(1e-14)).orElseThrow().whiten(b);
    Matrix expected = solved.gram();
    Matrix actual = whitened.gram();
    for (int i = 0; i < 31; i++) {
      for (int j = 0; j < 31; j++) {
        double size = Math.sqrt(expected.get(i, i) * expected.get(j, j));
        assertEquals(expected.get(i, j), actual.get(i, j), 1e-6 * size, i + ", " + j);
      }
    }
  }

  /** (Φ̇ + Φ J) Σ^½. */
  private static Matrix propagation(SegmentWindows windows, Dataset data, Vec noise) {
    Matrix states = data.first().states();
    double[][] g = new double[3 * windows.size()][3 * states.rows()];
    for (int k = 0; k < windows.size(); k++) {
      TestWindow window = windows.window(k);
      for (int i = 0; i < window.values().size(); i++) {
        int t = window.from() + i;
        double x = states.get(t, 0);
        double y = states.get(t, 1);
        double z = states.get(t, 2);
        double[][] jacobian = {{-10, 10, 0}, {28 - z, -1, -x}, {y, x, -8.0 / 3}};
        for (int r = 0; r < 3; r++) {
          for (int c = 0; c < 3; c++) {
            double weight = window.values().get(i) * jacobian[r][c];
            weight += r == c ? window.slopes().get(i) : 0;
            g[3 * k + r][3 * t + c] = weight * noise.get(c);
          }
        }
      }
    }
    return Matrix.ofRows(g);
  }

  /** [P ⊗ I | b]. */
  private static Matrix integrals(SegmentWindows windows, Dataset data) {
    Matrix states = data.first().states();
    Block theta = new Block(states.rows(), 10);
    QUADRATIC.evaluate(Block.of(states), theta);
    Matrix terms = theta.toMatrix();
    double[][] rows = new double[3 * windows.size()][31];
    for (int k = 0; k < windows.size(); k++) {
      TestWindow window = windows.window(k);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 10; j++) {
          rows[3 * k + i][10 * i + j] = window.dot(window.values(), terms, j);
        }
        rows[3 * k + i][30] = -window.dot(window.slopes(), states, i);
      }
    }
    return Matrix.ofRows(rows);
  }

  @Test
  void reweightingHasLessErrorThanOrdinaryLeastSquaresAndItsIntervalsHoldTheTruth() {
    double ordinary = 0;
    double reweighted = 0;
    int inside = 0;
    int all = 0;
    int seeds = 20;
    for (int seed = 0; seed < seeds; seed++) {
      Dataset data = noisy(0.02, 100 + seed);
      ordinary += relativeError(ordinary(data)) / seeds;
      Reweighting.Result result =
          Reweighting.by(WeakForm.automatic()).fit(data, QUADRATIC, LORENZ.map(Math::signum));
      assertTrue(result.outcome() instanceof Outcome.Converged, result.outcome().text());
      assertEquals(1, result.residualVariance(), 0.3);
      reweighted += relativeError(result.coefficients()) / seeds;
      for (int k = 0; k < 30; k++) {
        if (LORENZ.vec().get(k) != 0) {
          double error = result.coefficients().vec().get(k) - LORENZ.vec().get(k);
          inside += Math.abs(error) <= 1.96 * result.standardErrors().vec().get(k) ? 1 : 0;
          all++;
        } else {
          assertEquals(0, result.coefficients().vec().get(k));
        }
      }
    }
    assertTrue(reweighted < 0.6 * ordinary, reweighted + " against " + ordinary);
    assertTrue(reweighted < 0.003, "relative error " + reweighted);
    double coverage = (double) inside / all;
    assertTrue(coverage >= 0.88 && coverage <= 0.99, "coverage " + coverage);
  }

  private static double relativeError(Matrix model) {
    return model.minus(LORENZ).norm() / LORENZ.norm();
  }

  /** Least squares on the true terms with the bare integrals. */
  private static Matrix ordinary(Dataset data) {
    WeakForm form = WeakForm.automatic();
    double half = form.design(data, QUADRATIC).halfWidth();
    SegmentWindows windows = new WindowPlan(data, form.bump(), half, 6).parts().get(0).windows();
    Matrix rows = integrals(windows, data);
    List<Integer> support = new ArrayList<>();
    for (int k = 0; k < 30; k++) {
      if (LORENZ.vec().get(k) != 0) {
        support.add(k);
      }
    }
    int[] columns = support.stream().mapToInt(Integer::intValue).toArray();
    Matrix a = rows.columns(columns);
    Vec w =
        Cholesky.of(a.gram(), new Tolerance(1e-14))
            .orElseThrow()
            .solve(a.applyTranspose(rows.col(30)));
    double[] full = new double[30];
    for (int u = 0; u < columns.length; u++) {
      full[columns[u]] = w.get(u);
    }
    return Matrix.adopt(3, 10, full);
  }

  @Test
  void leastSquaresOfExactDataGivesTheModelWhateverTheWeights() {
    Dataset exact = Dataset.of(TIMES, CLEAN, "x", "y", "z");
    CoupledRows rows = WeakForm.automatic().weighted(exact, QUADRATIC, LORENZ.scaled(0.7));
    assertEquals(new RowSource.Size(30, 1, 5), rows.size());
    FoldedData folded = Folding.fold(rows, Progress.NONE);
    Matrix w = new LeastSquares().solve(RegressionProblem.of(folded)).coefficients();
    assertEquals(0, relativeError(w.vec().asMatrix(3, 10)), 1e-8);
  }

  @Test
  void anExactStateAmongNoisyOnesIsNoTrouble() {
    Matrix shaken = Orbits.noisy(CLEAN, 0.01, new SplittableRandom(5));
    double[] columns = shaken.toArray();
    for (int i = 0; i < 1200; i++) {
      columns[3 * i + 2] = CLEAN.get(i, 2);
    }
    Dataset data = Dataset.of(TIMES, Matrix.adopt(1200, 3, columns), "x", "y", "z");
    Reweighting.Result result =
        Reweighting.by(WeakForm.automatic()).fit(data, QUADRATIC, LORENZ.map(Math::signum));
    assertTrue(relativeError(result.coefficients()) < 0.003, result.toString());
  }

  @Test
  void chunksAndTrajectoriesFollowEachOtherWithTheSameBitsTwice() {
    Trajectory one = noisy(0.05, 1).first();
    Trajectory two = noisy(0.05, 2).first();
    Dataset data = new Dataset("two", noisy(0.05, 1).schema(), List.of(one, two), List.of());
    CoupledRows rows = WeakForm.automatic().weighted(data, QUADRATIC, LORENZ);
    long next = 0;
    for (RowChunk chunk : rows.chunks()) {
      assertEquals(next, chunk.first());
      assertEquals(0, chunk.rows() % 3);
      next += chunk.rows();
      Block first = new Block(chunk.rows(), 31);
      Block second = new Block(chunk.rows(), 31);
      chunk.fill(first);
      chunk.fill(second);
      assertTrue(Arrays.equals(first.values(), second.values()));
    }
    assertEquals(rows.rows(), next);
  }

  @Test
  void aModelWithoutTermsCannotBeReweighted() {
    BadSetting error =
        assertThrows(
            BadSetting.class,
            () ->
                Reweighting.by(WeakForm.automatic())
                    .fit(noisy(0.01, 1), QUADRATIC, Matrix.zeros(3, 10)));
    assertEquals("no-terms", error.code());
  }
}
