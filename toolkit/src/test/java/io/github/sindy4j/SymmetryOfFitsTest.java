package io.github.sindy4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.conservation.ConservedQuantities;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: planted systems whose symmetries and conserved quantities are known exactly. */
class SymmetryOfFitsTest {
  private static final GeneratorSpace AFFINE = GeneratorSpace.affine(List.of("x", "y"));

  private static double[] hopf(double t, double[] x) {
    double r = x[0] * x[0] + x[1] * x[1];
    return new double[] {x[0] / 2 - x[1] - r * x[0], x[0] + x[1] / 2 - r * x[1]};
  }

  private static double[] vortex(double t, double[] x) {
    return new double[] {-x[1], x[0]};
  }

  private static double[] pendulum(double t, double[] x) {
    return new double[] {x[1], -x[0] + x[0] * x[0] * x[0] / 6};
  }

  private static Dataset data(Orbits.Field field, double noise, double[]... starts) {
    Vec times = Orbits.grid(800, 0.02);
    Trajectory[] runs = new Trajectory[starts.length];
    for (int k = 0; k < runs.length; k++) {
      Matrix states = Orbits.states(field, times, starts[k]);
      SplittableRandom random = new SplittableRandom(k);
      runs[k] = Trajectory.of("run " + k, times, Orbits.noisy(states, noise, random));
    }
    return new Dataset("planted", Schema.of("x", "y"), List.of(runs), List.of());
  }

  private static SindyFit fit(Dataset data, int degree) {
    return Sindy.over(PolynomialLibrary.ofDegree(degree)).fit(data);
  }

  @Test
  void aFitKnowsTheSymmetriesOfItsField() {
    SindyFit fit =
        fit(data(SymmetryOfFitsTest::hopf, 0, new double[] {0.05, 0}, new double[] {1.5, 0.5}), 3);
    SymmetrySpectrum found = fit.symmetries(AFFINE);
    assertEquals(1, found.dimension(), found.toString());
    assertEquals("-y ∂/∂x + x ∂/∂y", found.held().get(0).text());
    SymmetrySpectrum strict = fit.symmetries(AFFINE, Discovery.defaults().withTolerance(1e-12));
    assertEquals(0, strict.dimension(), "its coefficients carry errors of 1e-6");
  }

  @Test
  void itsSubjectHoldsWhatTheDataSay() {
    Dataset data =
        data(SymmetryOfFitsTest::hopf, 0, new double[] {0.05, 0}, new double[] {1.5, 0.5});
    SindyFit fit = fit(data, 3);
    Subject subject = fit.subject();
    assertEquals(Region.of(data), subject.region());
    assertEquals(fit.model().coefficients(), subject.coefficients());
    assertEquals(data.samples(), subject.points().orElseThrow().rows());
    assertFalse(subject.freedom().isNone());
  }

  @Test
  void longDataAreThinnedToSomeThousandPoints() {
    Dataset lorenz = Orbits.lorenzData(9000, 0.002);
    Matrix points = fit(lorenz, 2).subject().points().orElseThrow();
    assertTrue(points.rows() >= 2000 && points.rows() <= 2300, "points: " + points.rows());
    assertEquals(lorenz.first().states().row(0), points.row(0));
  }

  /** H = y²/2 + x²/2 − x⁴/24. */
  @Test
  void aFitKnowsWhatItConserves() {
    SindyFit fit =
        fit(data(SymmetryOfFitsTest::pendulum, 0, new double[] {0.5, 0}, new double[] {1.5, 0}), 3);
    ConservedQuantities kept = fit.conserved();
    assertEquals(1, kept.count(), kept.toString());
    assertEquals("12 x^2 + 12 y^2 - x^4", kept.quantities().get(0).toString());
    assertEquals(Verdict.HELD, kept.quantities().get(0).verdict());
    assertTrue(kept.drift(fit.data()).get(0) < 1e-6);
    assertEquals(
        0,
        fit(data(SymmetryOfFitsTest::hopf, 0, new double[] {0.05, 0}, new double[] {1.5, 0}), 3)
            .conserved()
            .count());
  }

  /** Circles of two radii fit x' = −y as well as x' = −y + c (r² − 1)(r² − 4): degree 4 is open. */
  @Test
  void whatTheDataLeaveOpenIsInTheFreedomOfTheDynamics() {
    SindyFit closed =
        fit(data(SymmetryOfFitsTest::vortex, 0, new double[] {1, 0}, new double[] {2, 0}), 3);
    SindyFit open =
        fit(data(SymmetryOfFitsTest::vortex, 0, new double[] {1, 0}, new double[] {2, 0}), 4);
    assertEquals(0, closed.freedom().unbounded().cols());
    assertTrue(open.freedom().unbounded().cols() > 0);
    assertEquals(Verdict.HELD, closed.conserved().quantities().get(0).verdict());
    assertEquals(Verdict.UNDECIDABLE, open.conserved().quantities().get(0).verdict());
  }

  /**
   * A direction δ of bounded freedom moves the rates by what the residuals allow, ‖Θ δ‖ = ε, and
   * one without bound by rounding errors only.
   */
  @Test
  void directionsOfFreedomMoveTheRatesByWhatTheResidualsAllow() {
    SindyFit fit =
        fit(
            data(SymmetryOfFitsTest::hopf, 0.01, new double[] {0.05, 0}, new double[] {1.5, 0.5}),
            3);
    Freedom freedom = fit.freedom();
    Dynamics dynamics = fit.dynamics();
    RegressionSummary rows = fit.folds().whole();
    int p = rows.terms();
    Matrix triangle = rows.triangle().rowSlice(0, p).columns(IntStream.range(0, p).toArray());
    int free = freedom.bounded().cols() + freedom.unbounded().cols();
    assertEquals(p, free);
    assertEquals(2 * p, dynamics.freedom().rows());
    assertEquals(2 * free, dynamics.freedom().cols());
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < freedom.bounded().cols(); k++) {
        Vec delta = dynamics.freedom().col(i * free + k);
        double moved = triangle.apply(delta.slice(i * p, (i + 1) * p)).norm();
        assertEquals(freedom.levels().get(i), moved, 1e-6 * moved);
        assertEquals(0, delta.slice((1 - i) * p, (2 - i) * p).norm(), "the other equation stays");
      }
    }
  }

  @Test
  void ratesComeWithoutAFit() {
    Dataset data =
        data(SymmetryOfFitsTest::hopf, 0, new double[] {0.05, 0}, new double[] {1.5, 0.5});
    SindyFit fit = fit(data, 3);
    List<Matrix> alone =
        Sindy.automatic().rows(data).stretches().stream().map(s -> s.estimate().rates()).toList();
    List<Matrix> fitted = fit.rows().stretches().stream().map(s -> s.estimate().rates()).toList();
    assertEquals(fitted, alone);
  }
}
