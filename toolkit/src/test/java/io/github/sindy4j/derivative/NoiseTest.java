package io.github.sindy4j.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The noise of data, and the differentiator it asks for. */
class NoiseTest {
  private static Vec evenGrid(int size, double step) {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = i * step;
    }
    return Vec.adopt(times);
  }

  /** (sin t, 3 cos 2t) with noise of these levels. */
  private static Matrix waves(Vec times, double first, double second, long seed) {
    Matrix noise = DifferentiatorContract.noise(times.size(), 2, seed);
    double[] states = new double[2 * times.size()];
    for (int i = 0; i < times.size(); i++) {
      states[2 * i] = Math.sin(times.get(i)) + first * noise.get(i, 0);
      states[2 * i + 1] = 3 * Math.cos(2 * times.get(i)) + second * noise.get(i, 1);
    }
    return Matrix.adopt(times.size(), 2, states);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theLevelOfWhiteNoiseIsFoundWithinFivePerCentOnAnyGrid(long seed) {
    for (Vec times :
        List.of(evenGrid(20_000, 0.02), DifferentiatorContract.unevenGrid(20_000).times(0.2))) {
      Vec levels = NoiseLevel.of(Dataset.of(times, waves(times, 0.01, 0.2, seed), "x", "y"));
      assertEquals(1, levels.get(0) / 0.01, 0.05);
      assertEquals(1, levels.get(1) / 0.2, 0.05);
    }
  }

  @Test
  void cleanDataHaveNoNoise() {
    Vec times = evenGrid(2000, 0.02);
    Vec levels = NoiseLevel.of(Dataset.of(times, waves(times, 0, 0, 1), "x", "y"));
    assertTrue(levels.get(0) < 1e-12 && levels.get(1) < 1e-11, levels.toString());
  }

  @Test
  void gapsAreNotNoise() {
    Vec times = evenGrid(1000, 0.02);
    double[] jump = new double[1000];
    for (int i = 0; i < 1000; i++) {
      jump[i] = Math.sin(times.get(i)) + (i < 500 ? 0 : 50);
    }
    Trajectory whole = Trajectory.of("1", times, Matrix.adopt(1000, 1, jump));
    Trajectory cut = whole.withGapsBefore(new TreeSet<>(List.of(500)));
    assertTrue(level(whole) > 0.1);
    assertTrue(level(cut) < 1e-10, "level: " + level(cut));
  }

  private static double level(Trajectory trajectory) {
    return NoiseLevel.of(new Dataset("d", Schema.of("x"), List.of(trajectory), List.of())).first();
  }

  @Test
  void withFewerThanThreeSamplesThereIsNoLevel() {
    Vec times = evenGrid(2, 1);
    assertTrue(Double.isNaN(NoiseLevel.of(Dataset.of(times, Matrix.zeros(2, 1), "x")).first()));
  }

  @Test
  void cleanDataAskForFiniteDifferencesOfHighOrder() {
    Vec times = evenGrid(500, 0.05);
    DerivativeChoice choice =
        DerivativeChoice.of(Dataset.of(times, waves(times, 0, 0, 1), "x", "y"));
    FiniteDifference chosen = assertInstanceOf(FiniteDifference.class, choice.differentiator());
    assertTrue(chosen.order() >= 4, choice.reason());
    assertTrue(choice.reason().startsWith(chosen.text()), choice.reason());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.2})
  void noisyDataAskForAFilterThatBeatsEveryFiniteDifference(double level) {
    Vec times = evenGrid(2000, 0.01);
    Dataset data = Dataset.of(times, waves(times, level, 3 * level, 4), "x", "y");
    DerivativeChoice choice = DerivativeChoice.of(data);
    assertInstanceOf(SavitzkyGolay.class, choice.differentiator());
    assertEquals(1, choice.noise().get(0) / level, 0.1);
    double error = rateError(choice.differentiator(), data);
    for (int order = 1; order <= 8; order++) {
      assertTrue(error < 0.3 * rateError(FiniteDifference.ofOrder(order), data), choice.reason());
    }
  }

  @Test
  void moreNoiseAsksForAWiderWindow() {
    Vec times = evenGrid(2000, 0.01);
    int before = 0;
    for (double level : new double[] {1e-4, 1e-2, 0.3}) {
      DerivativeChoice choice =
          DerivativeChoice.of(Dataset.of(times, waves(times, level, 3 * level, 5), "x", "y"));
      SavitzkyGolay filter = assertInstanceOf(SavitzkyGolay.class, choice.differentiator());
      assertTrue(filter.window() >= before, choice.reason());
      assertEquals(filter.window() / 4, choice.trimmedEnds());
      before = filter.window();
    }
    assertTrue(before >= 31, "window: " + before);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.2})
  void amongAllMethodsOneIsChosenThatIsNearlyTheBest(double level) {
    Vec times = evenGrid(2000, 0.01);
    Dataset data = Dataset.of(times, waves(times, level, 3 * level, 4), "x", "y");
    DerivativeChoice choice = DerivativeChoice.amongAll(data);
    Differentiator local = DerivativeChoice.of(data).differentiator();
    double chosen = rateError(choice.differentiator(), data);
    for (Differentiator other :
        List.of(local, SmoothingSpline.defaults(), Kalman.defaults(), GaussianProcess.defaults())) {
      assertTrue(choice.reason().contains(other.text()), choice.reason());
      assertTrue(chosen < 1.3 * rateError(other, data), other.text() + ": " + choice.reason());
    }
    assertEquals(level < 0.02, choice.differentiator() instanceof SavitzkyGolay, choice.reason());
  }

  @Test
  void amongAllMethodsCleanAndShortDataKeepTheLocalChoice() {
    Vec times = evenGrid(500, 0.05);
    Dataset clean = Dataset.of(times, waves(times, 0, 0, 1), "x", "y");
    assertEquals(
        DerivativeChoice.of(clean).differentiator(),
        DerivativeChoice.amongAll(clean).differentiator());
    for (int size = 2; size <= 12; size++) {
      Vec few = evenGrid(size, 0.1);
      Differentiator chosen =
          DerivativeChoice.amongAll(Dataset.of(few, waves(few, 0.01, 0.01, 6), "x", "y"))
              .differentiator();
      assertTrue(chosen.minimumSamples() <= size, chosen.text() + " for " + size + " samples");
    }
  }

  @Test
  void theShortestDataStillGetADifferentiator() {
    for (int size = 2; size <= 12; size++) {
      Vec times = evenGrid(size, 0.1);
      Differentiator chosen =
          DerivativeChoice.of(Dataset.of(times, waves(times, 0.01, 0.01, 6), "x", "y"))
              .differentiator();
      assertTrue(chosen.minimumSamples() <= size, chosen.text() + " for " + size + " samples");
    }
  }

  /** The root mean square of the error of ẋ, away from the ends. */
  private static double rateError(Differentiator differentiator, Dataset data) {
    Vec times = data.first().times();
    Matrix rates = differentiator.estimate(times, data.first().states()).rates();
    double squares = 0;
    for (int i = 100; i < times.size() - 100; i++) {
      double error = rates.get(i, 0) - Math.cos(times.get(i));
      squares += error * error;
    }
    return Math.sqrt(squares / (times.size() - 200));
  }

  /** Oracle: the risk of every candidate, however wide. */
  @Test
  void theChoiceIsTheBestOfAllCandidatesAlthoughHopelessOnesAreNotTried() {
    Vec times = evenGrid(2000, 0.01);
    for (double level : new double[] {0, 1e-8, 1e-5, 1e-3, 1e-2, 0.1, 0.5}) {
      Dataset data = Dataset.of(times, waves(times, level, level, 8), "x", "y");
      DerivativeChoice choice = DerivativeChoice.of(data);
      double least = Double.POSITIVE_INFINITY;
      String best = "";
      for (int order = 2; order <= 8; order += 2) {
        double risk = risk(data, choice.noise(), order + 1, order);
        best = risk < least ? "finite-difference:" + order : best;
        least = Math.min(least, risk);
      }
      for (int degree = 2; degree <= 6; degree += 2) {
        for (int window : new int[] {5, 7, 9, 11, 15, 21, 31, 45, 61, 85, 121, 171, 241}) {
          double risk = window < degree + 3 ? least : risk(data, choice.noise(), window, degree);
          best = risk < least ? "savitzky-golay:" + window + "," + degree : best;
          least = Math.min(least, risk);
        }
      }
      assertEquals(best, choice.differentiator().text(), "noise of " + level);
    }
  }

  private static double risk(Dataset data, Vec noise, int window, int degree) {
    RateRisk risk = new RateRisk(2, window, degree);
    risk.add(data.first(), data.first().segments().get(0), (int) (data.samples() / 500));
    return risk.of(noise);
  }
}
