package io.github.sindy4j.bench.noisy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {
  @ParameterizedTest
  @CsvSource({
    "b1, damped-oscillator, 50, 100, 0.2, 6",
    "b1, growth, 100, 100, 0.02, 6",
    "b1, selkov, 10, 10000, 0.002, 10",
    "b1-one, damped-oscillator, 1, 100, 0.2, 6",
    "b1-one, growth, 1, 100, 0.02, 6",
    "b1-one, selkov, 1, 10000, 0.002, 10",
    "b1-one, lotka-volterra-log, 1, 10000, 0.002, 8",
    "b2, HyperQi, 5, 1000, 0.0006186038560173437, 70",
    "b3, lorenz63-0.49, 1, 246, 0.002, 56",
    "b3, hopf-16, 1, 8001, 0.002, 21"
  })
  void trajectoriesKeptPointsAndTermsAreThoseOfTheProtocol(
      String table, String name, int trajectories, int points, double step, int terms) {
    NoisyCase one = NoisyTables.named(table).named(name);
    Dataset data = one.draws().of(0, 1);

    assertEquals(trajectories, data.trajectories().size());
    for (Trajectory trajectory : data.trajectories()) {
      assertEquals(points, trajectory.size());
      assertEquals(step, trajectory.times().get(1), 1e-15);
    }
    assertEquals(terms, one.terms().over(data.schema().stateNames()).size());
  }

  @Test
  void levelsAreThoseOfTheProtocol() {
    NoisyTable b1 = NoisyTables.named("b1");
    assertEquals(List.of(20.0), b1.named("damped-oscillator").levels());
    assertEquals(List.of(5.0), b1.named("growth").levels());
    assertEquals(List.of(99.0), b1.named("lotka-volterra-log").levels());
    assertEquals(List.of(20.0), b1.named("selkov").levels());
    assertEquals(List.of(0.0, 0.1, 1.0), NoisyTables.named("b2").named("Chen").levels());
    assertEquals(70, NoisyTables.named("b2").cases().size());
    assertEquals(List.of(0.2), NoisyTables.named("b3").named("hopf-4").levels());
  }

  @Test
  void startsOfTheOscillatorLieInItsRingAndThoseOfGrowthInItsBox() {
    double inner = 9;
    double outer = 0;
    for (Trajectory one : data("b1", "damped-oscillator", 0, 1).trajectories()) {
      inner = Math.min(inner, one.initialState().norm());
      outer = Math.max(outer, one.initialState().norm());
    }
    assertTrue(inner >= 0.5 && inner < 0.7 && outer <= 2 && outer > 1.8, inner + " " + outer);
    for (Trajectory one : data("b1", "growth", 0, 1).trajectories()) {
      for (double x : one.initialState().toArray()) {
        assertTrue(x >= 0.2 && x <= 1);
      }
    }
  }

  @Test
  void orbitsOfPreyAndPredatorHaveTheirEnergies() {
    for (int seed = 1; seed <= 20; seed++) {
      Vec x = data("b1-one", "lotka-volterra-log", 0, seed).first().initialState();
      double energy =
          Math.exp(x.get(0)) - x.get(0) + 4.0 / 3 * Math.exp(x.get(1)) - 2.0 / 3 * x.get(1);
      assertTrue(energy >= 3 && energy <= 4.5, "H = " + energy);
      assertTrue(x.get(0) < 0 && x.get(1) < 0);
    }
  }

  /** The solution is a spiral, by its formula. */
  @Test
  void theOscillatorTurnsAndDecaysAsItsFormulaSays() {
    Trajectory one = data("b1-one", "damped-oscillator", 0, 3).first();
    double r = one.initialState().norm();
    double angle = Math.atan2(one.initialState().get(1), one.initialState().get(0));
    for (int k = 0; k < one.size(); k++) {
      double t = 0.2 * k;
      Vec exact = Vec.of(Math.cos(angle + t), Math.sin(angle + t)).times(r * Math.exp(-0.1 * t));
      assertEquals(0, one.states().row(k).minus(exact).maxAbs(), 1e-11);
    }
  }

  @Test
  void noiseOfTheOscillatorIsOfTheDeviationAndThatOfGrowthOfTheValue() {
    Matrix x = stacked(data("b1", "damped-oscillator", 0, 2));
    Matrix e = stacked(data("b1", "damped-oscillator", 20, 2)).minus(x);
    for (int j = 0; j < 2; j++) {
      assertEquals(0.2, deviation(e.col(j)) / deviation(x.col(j)), 0.01);
    }
    Matrix clean = stacked(data("b1", "growth", 0, 2));
    Matrix noisy = stacked(data("b1", "growth", 5, 2));
    double[] parts = new double[clean.rows()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = noisy.get(i, 1) / clean.get(i, 1) - 1;
    }
    assertEquals(0.05, deviation(Vec.of(parts)), 0.002);
  }

  @ParameterizedTest
  @CsvSource({"b2, Lorenz, 1", "b2, SprottJerk, 0.1", "b3, lorenz63-1.37, 0.2", "b3, hopf-16, 0.2"})
  void noiseOfChaosAndOfLengthsIsOfTheRootMeanSquare(String table, String name, double level) {
    Dataset clean = data(table, name, 0, 4);
    Dataset noisy = data(table, name, level, 4);
    Matrix x = clean.first().states();
    Matrix e = noisy.first().states().minus(x);
    for (int j = 0; j < x.cols(); j++) {
      double sigma = e.col(j).norm() / Math.sqrt(x.rows());
      double rms = x.norm() / Math.sqrt(x.rows() * x.cols());
      assertEquals(level / 100, sigma / rms, 0.12 * level / 100);
    }
  }

  @ParameterizedTest
  @CsvSource({"b1-one, growth", "b1-one, selkov", "b2, Chen", "b3, hopf-1"})
  void seedsMakeTheData(String table, String name) {
    Matrix one = data(table, name, 1, 5).first().states();

    assertEquals(one, data(table, name, 1, 5).first().states());
    assertNotEquals(one, data(table, name, 1, 6).first().states());
  }

  /** Every symmetry that is told is true: a fit of clean data under it loses nothing. */
  @Test
  void symmetriesThatAreToldAreTrue() {
    for (NoisyTable table : NoisyTables.all()) {
      for (NoisyCase one : table.cases()) {
        if (one.symmetry().isPresent() && !one.name().matches("hopf-(1|1.5|2|3|4)")) {
          NoisyAnswer answer =
              NoisyMethods.on(one, "auto+symmetry").fit(one.draws().of(0, 1), one.terms());
          assertEquals(0, NoisyScore.of(one.truth(), answer).error(), 1e-3, one.name());
        }
      }
    }
  }

  @Test
  void theExponentIsThatOfAPowerLaw() {
    NoisyScore none = NoisyScore.of(Matrix.identity(1), NoisyAnswer.nothing(1, 1, ""));
    List<NoisyTimes.Time> times = new ArrayList<>();
    for (int n : new int[] {5000, 1000, 10_000, 100_000}) {
      double seconds = 3e-6 * Math.pow(n, 1.04);
      times.add(new NoisyTimes.Time(n, seconds, seconds, none));
    }
    assertEquals(1.04, NoisyTimes.exponent(times), 1e-12);
  }

  private static Dataset data(String table, String name, double level, long seed) {
    return NoisyTables.named(table).named(name).draws().of(level, seed);
  }

  private static Matrix stacked(Dataset data) {
    double[][] rows =
        data.trajectories().stream()
            .flatMap(t -> java.util.stream.IntStream.range(0, t.size()).mapToObj(t.states()::row))
            .map(Vec::toArray)
            .toArray(double[][]::new);
    return Matrix.ofRows(rows);
  }

  private static double deviation(Vec column) {
    double mean = column.dot(column.map(any -> 1)) / column.size();
    return column.map(x -> x - mean).norm() / Math.sqrt(column.size());
  }
}
