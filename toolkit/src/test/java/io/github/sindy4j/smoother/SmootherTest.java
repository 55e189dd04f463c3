package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Parametrisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planted systems in noise; the truth is known. */
class SmootherTest {
  private static final Library PLANE = PolynomialLibrary.ofDegree(3).over(List.of("x", "y"));

  /** x' = y, y' = −x + y − x² y over {@link #PLANE}. */
  private static final Matrix VAN_DER_POL = model(PLANE, "0:y:1", "1:x:-1", "1:y:1", "1:x^2 y:-1");

  private static Matrix model(Library library, String... entries) {
    double[] w = new double[2 * library.size()];
    for (String entry : entries) {
      String[] parts = entry.split(":", 3);
      int term = library.termNames().indexOf(parts[1]);
      assertTrue(term >= 0, entry);
      w[Integer.parseInt(parts[0]) * library.size() + term] = Double.parseDouble(parts[2]);
    }
    return Matrix.adopt(2, library.size(), w);
  }

  private static Matrix noisy(Matrix states, long seed, double... sigmas) {
    Random random = new Random(seed);
    double[] values = states.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] += sigmas[k % sigmas.length] * random.nextGaussian();
    }
    return Matrix.adopt(states.rows(), states.cols(), values);
  }

  private static Parametrisation everything(Library library, int states) {
    return Parametrisation.of(List.of(), names(library, states));
  }

  private static List<String> names(Library library, int states) {
    return IntStream.range(0, states * library.size()).mapToObj(k -> "w" + k).toList();
  }

  private static SmootherFit fit(Dataset data) {
    int states = data.schema().states().size();
    Library library = PolynomialLibrary.ofDegree(3).over(data.schema().inputNames());
    return Smoother.defaults().fit(data, library, everything(library, states), Progress.NONE);
  }

  private static void assertSupport(Matrix expected, Matrix found) {
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        assertEquals(expected.get(i, j) != 0, found.get(i, j) != 0, i + ", " + j + "\n" + found);
      }
    }
  }

  private static Dataset vanDerPol(double sigma, long seed) {
    Vec times = Orbits.grid(1200, 0.02);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    return Dataset.of(times, noisy(truth, seed, sigma, sigma), "x", "y");
  }

  @Test
  void anOscillatorIsFoundInStrongNoiseWithItsNoise() {
    SmootherFit fit = fit(vanDerPol(0.3, 5));
    assertSupport(VAN_DER_POL, fit.coefficients());
    assertTrue(fit.converged());
    assertEquals(0.3, fit.noise().get(0), 0.03);
    assertEquals(0.3, fit.noise().get(1), 0.03);
    double error = fit.coefficients().minus(VAN_DER_POL).norm() / VAN_DER_POL.norm();
    assertTrue(error < 0.05, "error " + error);
  }

  @Test
  void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
    int covered = 0;
    int all = 0;
    for (long seed = 0; seed < 12; seed++) {
      SmootherFit fit = fit(vanDerPol(0.1, 100 + seed));
      assertSupport(VAN_DER_POL, fit.coefficients());
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < PLANE.size(); j++) {
          double error = Math.abs(fit.coefficients().get(i, j) - VAN_DER_POL.get(i, j));
          all += VAN_DER_POL.get(i, j) != 0 ? 1 : 0;
          covered +=
              VAN_DER_POL.get(i, j) != 0 && error <= 1.96 * fit.standardErrors().get(i, j) ? 1 : 0;
        }
      }
    }
    // Of 48 intervals 45.6 should cover; fewer than 41 happen once in a hundred times.
    assertTrue(covered >= 41, covered + " of " + all);
  }

  @Test
  void smoothedStatesAreMuchNearerTheTruthThanMeasuredOnes() {
    Vec times = Orbits.grid(1200, 0.02);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    Dataset data = vanDerPol(0.2, 3);
    SmootherFit fit = fit(data);
    double before = data.first().states().minus(truth).norm();
    double after = fit.stretches().get(0).states().minus(truth).norm();
    assertTrue(after < 0.15 * before, before + " → " + after);
  }

  @Test
  void unevenGridsGapsAndSeveralTrajectoriesAreFittedTogether() {
    List<Trajectory> trajectories = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      Vec times = Vec.of(StepRuleTest.uneven(250, 10 + k));
      Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5 + k, 1 - k);
      trajectories.add(
          Trajectory.of("" + k, times, noisy(truth, k, 0.05, 0.05))
              .withGapsBefore(new TreeSet<>(List.of(100, 102))));
    }
    SmootherFit fit = fit(new Dataset("three", Schema.of("x", "y"), trajectories, List.of()));
    assertSupport(VAN_DER_POL, fit.coefficients());
    assertEquals(6, fit.stretches().size());
    assertEquals(102, fit.stretches().get(1).from());
  }

  @Test
  void statesOfVeryDifferentNoiseAndANoiseFreeOneAreWeighedByIt() {
    Vec times = Orbits.grid(1500, 0.02);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    SmootherFit fit = fit(Dataset.of(times, noisy(truth, 8, 0.2, 0), "x", "y"));
    assertSupport(VAN_DER_POL, fit.coefficients());
    assertEquals(0.2, fit.noise().get(0), 0.02);
    assertTrue(fit.noise().get(1) < 1e-4, "noise " + fit.noise());
  }

  @Test
  void withoutNoiseTheEquationsAreFoundToManyDigits() {
    Vec times = Orbits.grid(1200, 0.02);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    Matrix found = fit(Dataset.of(times, truth, "x", "y")).coefficients();
    assertSupport(VAN_DER_POL, found);
    double error = found.minus(VAN_DER_POL).norm();
    assertTrue(error < 1e-8, "error " + error);
  }

  @Test
  void demandsAreKeptExactly() {
    int p = PLANE.size();
    int y = PLANE.termNames().indexOf("y");
    int x = PLANE.termNames().indexOf("x");
    TreeMap<Integer, Rational> opposite = new TreeMap<>();
    opposite.put(y, Rational.ONE);
    opposite.put(p + x, Rational.ONE);
    Demand demand =
        new Demand(
            "x: y = -(y: x)",
            Demand.Relation.EQUAL,
            List.of(new Demand.Row(opposite, Rational.ZERO)),
            true);
    Parametrisation space = Parametrisation.of(List.of(demand), names(PLANE, 2));
    Matrix found =
        Smoother.defaults().fit(vanDerPol(0.2, 12), PLANE, space, Progress.NONE).coefficients();
    assertSupport(VAN_DER_POL, found);
    assertEquals(0, found.get(0, y) + found.get(1, x), 1e-15);
  }

  @Test
  void controlsEnterTheLibrary() {
    Vec times = Orbits.grid(1500, 0.02);
    Orbits.Field driven = (t, s) -> new double[] {s[1], -s[0] - 0.3 * s[1] + Math.cos(1.3 * t)};
    Matrix truth = Orbits.states(driven, times, 1, 0);
    Matrix controls = Matrix.adopt(1500, 1, times.map(t -> Math.cos(1.3 * t)).toArray());
    Schema schema =
        new Schema(Schema.of("x").time(), Schema.of("x", "y").states(), Schema.of("u").states());
    Trajectory trajectory =
        Trajectory.of("1", times, noisy(truth, 4, 0.05, 0.05)).withControls(controls);
    Library library = PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "u"));
    SmootherFit fit =
        Smoother.defaults()
            .fit(
                new Dataset("driven", schema, List.of(trajectory), List.of()),
                library,
                everything(library, 2),
                Progress.NONE);
    assertSupport(model(library, "0:y:1", "1:x:-1", "1:y:-0.3", "1:u:1"), fit.coefficients());
  }

  /** x' = −x + 2u, y' = x − y, with controls that a step of Runge and Kutta sees exactly. */
  private static Dataset driven(Between between) {
    Vec times = Orbits.grid(400, 0.1);
    Random random = new Random(1);
    double[] steps = new double[400];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = k % 4 == 0 || between == Between.LINEAR ? random.nextGaussian() : steps[k - 1];
    }
    Matrix controls = Matrix.adopt(400, 1, steps);
    double[][] rows = new double[400][];
    rows[0] = new double[] {1, 0};
    double[] u = new double[1];
    for (int k = 1; k < 400; k++) {
      int step = k - 1;
      Orbits.Field field =
          (t, x) -> {
            between.at(times, controls, 0, 400, step, t, u);
            return new double[] {-x[0] + 2 * u[0], x[0] - x[1]};
          };
      Vec two = Vec.of(times.get(k - 1), times.get(k));
      rows[k] = Orbits.states(field, two, rows[k - 1]).row(1).toArray();
    }
    Schema schema =
        new Schema(Schema.of("x").time(), Schema.of("x", "y").states(), Schema.of("u").states());
    Trajectory trajectory =
        Trajectory.of("1", times, noisy(Matrix.ofRows(rows), 4, 1e-4, 1e-4)).withControls(controls);
    return new Dataset("driven", schema, List.of(trajectory), List.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = Between.class,
      names = {"HOLD", "LINEAR"})
  void controlsWithCornersAreIntegratedPieceByPiece(Between between) {
    Library library = PolynomialLibrary.ofDegree(2).over(List.of("x", "y", "u"));
    Matrix truth = model(library, "0:x:-1", "0:u:2", "1:x:1", "1:y:-1");
    SmootherFit fit =
        Smoother.defaults()
            .withControls(between)
            .fit(driven(between), library, everything(library, 2), Progress.NONE);
    assertSupport(truth, fit.coefficients());
    double error = fit.coefficients().minus(truth).norm();
    assertTrue(error < 1e-3, "error " + error);
    SmootherFit smooth =
        Smoother.defaults().fit(driven(between), library, everything(library, 2), Progress.NONE);
    double mistaken = smooth.coefficients().minus(truth).norm();
    assertTrue(mistaken > 10 * error, "error " + error + ", taken as smooth " + mistaken);
  }

  @Test
  void equationsOfSecondOrderAreFoundFromPositions() {
    Vec times = Orbits.grid(1200, 0.02);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    double[] values = noisy(truth, 6, 0.05, 0).toArray();
    for (int k = 0; k < 1200; k++) {
      values[2 * k + 1] = Double.MAX_VALUE;
    }
    Dataset data = Dataset.of(times, Matrix.adopt(1200, 2, values), "x", "y");
    int p = PLANE.size();
    List<Demand.Row> rows = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      TreeMap<Integer, Rational> own = new TreeMap<>();
      own.put(j, Rational.ONE);
      boolean isRate = PLANE.termNames().get(j).equals("y");
      rows.add(new Demand.Row(own, isRate ? Rational.ONE : Rational.ZERO));
    }
    Demand known = new Demand("x' = y", Demand.Relation.EQUAL, rows, true);
    SmootherFit fit =
        Smoother.defaults()
            .ofSecondOrder()
            .fit(data, PLANE, Parametrisation.of(List.of(known), names(PLANE, 2)), Progress.NONE);
    assertSupport(VAN_DER_POL, fit.coefficients());
    assertEquals(1, fit.noise().size());
    Matrix smooth = fit.stretches().get(0).states();
    assertTrue(smooth.minus(truth).norm() / truth.norm() < 0.03, "rates are smoothed too");
  }

  @Test
  void theBitsDoNotDependOnThreads() throws Exception {
    Vec times = Orbits.grid(5000, 0.01);
    Matrix truth = Orbits.states(Orbits::vanDerPol, times, 0.5, 0);
    Dataset data = Dataset.of(times, noisy(truth, 2, 0.1, 0.1), "x", "y");
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      SmootherFit first = one.submit(() -> fit(data)).get();
      SmootherFit second = four.submit(() -> fit(data)).get();
      assertEquals(1, first.stretches().size(), "long segments are not cut");
      assertEquals(first.coefficients(), second.coefficients());
      assertEquals(first.noise(), second.noise());
      assertEquals(first.standardErrors(), second.standardErrors());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void modelsNearlyAsGoodAreNamedAndThePathHoldsTheChosenSize() {
    SmootherFit fit = fit(vanDerPol(0.3, 5));
    assertTrue(fit.path().size() > 4);
    for (SmootherFit.Alternative other : fit.nearTies()) {
      assertTrue(other.excess() >= -1e-6 && other.excess() <= 10, "excess " + other.excess());
    }
    assertTrue(fit.path().stream().allMatch(other -> other.excess() > -1e-6));
  }

  @Test
  void threeSamplesAreTooFew() {
    Dataset data =
        Dataset.of(
            Vec.of(0, 1, 2), Matrix.ofRows(new double[][] {{1, 2}, {2, 3}, {3, 4}}), "x", "y");
    BadData error = assertThrows(BadData.class, () -> fit(data));
    assertTrue(error.getMessage().contains("four samples"), error.getMessage());
  }
}
