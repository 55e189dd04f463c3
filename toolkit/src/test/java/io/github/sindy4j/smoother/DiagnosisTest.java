package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Parametrisation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Libraries that contain the dynamics, and libraries that do not; noise that is white or is not.
 */
class DiagnosisTest {
  private static final int SEEDS = 20;

  @SuppressWarnings("ImmutableEnumChecker") // vectors, matrices and libraries never change
  private enum Planted {
    LORENZ(Orbits::lorenz, 1000, 0.02, "polynomial:2", 1, 3, 20),
    VAN_DER_POL(Orbits::vanDerPol, 400, 0.05, "polynomial:3", 1, 0),
    DUFFING_WITHOUT_CUBE(
        (t, x) -> new double[] {x[1], -0.2 * x[1] + x[0] - x[0] * x[0] * x[0]},
        600,
        0.05,
        "polynomial:2",
        1.5,
        0),
    PENDULUM_OF_DEGREE_ONE(
        (t, x) -> new double[] {x[1], -Math.sin(x[0]) - 0.05 * x[1]},
        600,
        0.05,
        "polynomial:1",
        2,
        0),
    DRIVEN(
        (t, x) -> new double[] {x[1], -0.2 * x[1] - x[0] + 0.3 * Math.cos(0.7 * t)},
        600,
        0.05,
        "polynomial:3",
        2,
        0);

    private final Vec times;
    private final Matrix states;
    private final Library library;

    Planted(Orbits.Field field, int samples, double step, String library, double... start) {
      this.times = Orbits.grid(samples, step);
      this.states = Orbits.states(field, times, start);
      List<String> names = List.of("x", "y", "z").subList(0, start.length);
      this.library = LibrarySpec.parse(library).over(names);
    }

    /** With noise of so many per cent of each state's spread, whose neighbours correlate by ρ. */
    SmootherFit fit(double percent, double rho, long seed) {
      Random random = new Random(seed);
      int d = states.cols();
      double[] measured = states.toArray();
      for (int c = 0; c < d; c++) {
        Vec column = states.col(c);
        double mean = Arrays.stream(column.toArray()).average().orElse(0);
        double sigma = percent / 100 * column.map(x -> x - mean).norm() / Math.sqrt(column.size());
        double e = random.nextGaussian();
        for (int k = 0; k < column.size(); k++) {
          measured[k * d + c] += sigma * e;
          e = rho * e + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
      }
      Dataset data =
          Dataset.of(
              times,
              Matrix.adopt(states.rows(), d, measured),
              library.variables().toArray(String[]::new));
      List<String> unknowns =
          IntStream.range(0, d * library.size()).mapToObj(k -> "w" + k).toList();
      Parametrisation everything = Parametrisation.of(List.of(), unknowns);
      return Smoother.defaults().fit(data, library, everything, Progress.NONE);
    }

    /** The part of true states within 1.96 standard deviations of the smoothed ones. */
    double coverage(SmootherFit found) {
      double inside = 0;
      double all = 0;
      for (SmootherFit.Stretch stretch : found.stretches()) {
        for (int k = 0; k < stretch.states().rows(); k++) {
          for (int c = 0; c < stretch.states().cols(); c++) {
            double error = stretch.states().get(k, c) - states.get(stretch.from() + k, c);
            inside += Math.abs(error) <= 1.96 * stretch.deviations().get(k, c) ? 1 : 0;
            all++;
          }
        }
      }
      return inside / all;
    }
  }

  /** At most one false alarm in twenty, and bands that hold what they promise. */
  @ParameterizedTest
  @EnumSource(
      value = Planted.class,
      names = {"LORENZ", "VAN_DER_POL"})
  void whereTheLibraryHasTheDynamicsNothingIsAmissAndBandsHoldTheTruth(Planted planted) {
    int alarms = 0;
    double coverage = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SmootherFit found = planted.fit(5, 0, 300 + seed);
      alarms += found.diagnosis().isSuspect() ? 1 : 0;
      coverage += planted.coverage(found) / SEEDS;
      assertEquals(List.of(), found.diagnosis().missing());
    }
    assertTrue(alarms <= SEEDS / 20, alarms + " alarms");
    assertTrue(coverage > 0.92 && coverage < 0.98, "coverage " + coverage);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10})
  void aMissingCubeIsNamedWhereItIsMissing(double percent) {
    for (Planted planted : List.of(Planted.DUFFING_WITHOUT_CUBE, Planted.PENDULUM_OF_DEGREE_ONE)) {
      Diagnosis found = planted.fit(percent, 0, 7).diagnosis();
      assertTrue(found.hasDefect(1), found.toString());
      assertFalse(found.hasDefect(0), found.toString());
      assertTrue(found.shares().get(1) > 0.1, found.toString());
      assertEquals(1, found.missing().size(), found.toString());
      assertEquals("x^3", found.missing().get(0).term());
      assertEquals(1, found.missing().get(0).equation());
      assertTrue(found.missing().get(0).left() < 0.2, found.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10})
  void aForceThatWasNotMeasuredLeavesPersistentResidualsThatNoTermExplains(double percent) {
    Diagnosis found = Planted.DRIVEN.fit(percent, 0, 7).diagnosis();
    assertTrue(found.hasDefect(1) && !found.isWhite(1), found.toString());
    assertEquals(List.of(), found.missing());
    assertTrue(found.whiteness().autocorrelations().get(7, 1) > 0, found.toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Planted.class,
      names = {"LORENZ", "VAN_DER_POL"})
  void correlatedNoiseIsSeenAndNotTakenForAMissingTerm(Planted planted) {
    for (double percent : new double[] {1, 10}) {
      Diagnosis found = planted.fit(percent, 0.7, 7).diagnosis();
      assertTrue(found.isSuspect(), found.toString());
      assertEquals(List.of(), found.missing());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Planted.class,
      names = {"LORENZ", "VAN_DER_POL"})
  void exactDataAreNotTestedForTheirNoise(Planted planted) {
    Diagnosis found = planted.fit(0, 0, 7).diagnosis();
    assertFalse(found.isSuspect(), found.toString());
    assertTrue(Double.isNaN(found.whiteness().probabilities().get(0)), found.toString());
  }
}
