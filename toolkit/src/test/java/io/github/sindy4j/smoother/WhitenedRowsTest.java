package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Folding;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.RowSource.RowChunk;
import io.github.sindy4j.regress.SubsetSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracles: the smoother's own choice, unit variance, exact equalities. */
class WhitenedRowsTest {
  private static final Library PLANE = PolynomialLibrary.ofDegree(3).over(List.of("x", "y"));

  private static Dataset vanDerPol(int samples) {
    Vec times = Orbits.grid(samples, 0.01);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    Matrix noisy = Orbits.noisy(truth, 0.05, new SplittableRandom(4));
    Trajectory halves =
        Trajectory.of("", times, noisy).withGapsBefore(new TreeSet<>(List.of(samples / 2)));
    return new Dataset("two halves", Schema.of("x", "y"), List.of(halves), List.of());
  }

  private static SmootherFit fit(Dataset data, List<Demand> demands) {
    List<String> names = IntStream.range(0, 2 * PLANE.size()).mapToObj(k -> "w" + k).toList();
    Parametrisation space = Parametrisation.of(demands, names);
    return Smoother.defaults().fit(data, PLANE, space, Progress.NONE);
  }

  /** x: y = −(y: x). */
  private static Demand opposite() {
    TreeMap<Integer, Rational> entries = new TreeMap<>();
    entries.put(PLANE.termNames().indexOf("y"), Rational.ONE);
    entries.put(PLANE.size() + PLANE.termNames().indexOf("x"), Rational.ONE);
    Demand.Row row = new Demand.Row(entries, Rational.ZERO);
    return new Demand("x: y = -(y: x)", Demand.Relation.EQUAL, List.of(row), true);
  }

  @Test
  void fromTheRowsTheChoiceOfTheSmootherIsMadeAgain() {
    for (List<Demand> demands : List.of(List.<Demand>of(), List.of(opposite()))) {
      SmootherFit fit = fit(vanDerPol(2500), demands);
      WhitenedRows rows = fit.rows();
      assertEquals(2 * PLANE.size() - demands.size(), rows.size().terms());
      assertEquals(fit.stretches().size(), rows.chunks().size());
      assertTrue(fit.stretches().size() > 1, "several pieces");
      Regression again =
          SubsetSelection.of(rows.penalty())
              .startingFrom(rows.chosen())
              .solve(RegressionProblem.of(Folding.fold(rows, Progress.NONE)));
      int chosen = 0;
      double[] z = again.coefficients().row(0).toArray();
      for (int j = 0; j < z.length; j++) {
        assertEquals(rows.chosen().contains(j), z[j] != 0, "coordinate " + j);
        chosen += z[j] != 0 ? 1 : 0;
      }
      assertTrue(chosen >= 3);
      if (demands.isEmpty()) {
        assertArrayEquals(fit.coefficients().toArray(), z, 1e-10);
      }
    }
  }

  @Test
  void residualsHaveVarianceOneAndDoNotRememberEachOther() {
    SmootherFit fit = fit(vanDerPol(2500), List.of());
    double[] w = fit.coefficients().toArray();
    double squares = 0;
    double[] products = new double[5];
    long rows = 0;
    for (RowChunk chunk : fit.rows().chunks()) {
      Block block = new Block(chunk.rows(), w.length + 1);
      chunk.fill(block);
      double[] residuals = new double[chunk.rows()];
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = block.get(i, w.length);
        for (int j = 0; j < w.length; j++) {
          residuals[i] -= block.get(i, j) * w[j];
        }
        squares += residuals[i] * residuals[i];
        for (int lag = 1; lag < products.length && i >= lag; lag++) {
          products[lag] += residuals[i] * residuals[i - lag];
        }
      }
      assertEquals(rows, chunk.first());
      rows += chunk.rows();
    }
    // √(2/n) and 1/√n are the standard deviations; four of them.
    assertEquals(1, squares / (double) rows, 4 * Math.sqrt(2.0 / (double) rows));
    for (int lag = 1; lag < products.length; lag++) {
      assertEquals(0, products[lag] / (double) rows, 4 / Math.sqrt((double) rows), "lag " + lag);
    }
  }

  @Test
  void everyResampledModelKeepsWhatIsDemanded() {
    SmootherFit fit = fit(vanDerPol(1200), List.of(opposite()));
    int y = PLANE.termNames().indexOf("y");
    int x = PLANE.termNames().indexOf("x");
    List<Double> values = new ArrayList<>();
    for (Regression model : fit.rows().resampled(30, 7, Progress.NONE).models()) {
      Matrix w = model.coefficients();
      assertEquals(0, w.get(0, y) + w.get(1, x), 1e-15);
      values.add(w.get(0, y));
    }
    assertTrue(values.stream().distinct().count() > 20, "models differ: " + values);
  }
}
