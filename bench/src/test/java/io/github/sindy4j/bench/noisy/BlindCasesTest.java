package io.github.sindy4j.bench.noisy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindCasesTest {
  /** The grid t = k·dt up to T, the terms of the library and of the truth, as published. */
  @ParameterizedTest
  @CsvSource({
    "lorenz63, 0.002, 10, 1, 20, 7",
    "rossler, 0.01, 50, 1, 20, 7",
    "lotka-volterra, 0.01, 30, 1, 10, 4",
    "cubic-oscillator, 0.01, 25, 1, 10, 4",
    "van-der-pol, 0.01, 30, 1, 10, 4",
    "duffing, 0.01, 40, 1, 10, 4",
    "hopf-mu, 0.02, 20, 14, 20, 8",
    "fitzhugh-nagumo, 0.05, 150, 1, 10, 7",
    "seir, 0.05, 60, 2, 9, 5",
    "kuramoto, 0.02, 20, 3, 21, 25"
  })
  void gridsLibrariesAndTruthsAreThoseOfTheProtocol(
      String name, double dt, double end, int trajectories, int terms, int truth) {
    NoisyCase one = NoisyTables.named("b0").named(name);
    Dataset data = one.draws().of(0, 1);

    assertEquals(trajectories, data.trajectories().size());
    for (Trajectory trajectory : data.trajectories()) {
      assertEquals(dt, trajectory.times().get(1), 1e-15);
      assertEquals(end, trajectory.times().last(), 1e-12);
      assertEquals((int) Math.round(end / dt) + 1, trajectory.size());
    }
    assertEquals(terms, one.terms().over(data.schema().stateNames()).size());
    assertEquals(truth, one.system().coefficients().size());
  }

  @Test
  void startsAreThoseOfTheProtocol() {
    assertStarts("lorenz63", Vec.of(-8, 8, 27));
    assertStarts("rossler", Vec.of(1, 1, 1));
    assertStarts("lotka-volterra", Vec.of(1.8, 1.8));
    assertStarts("cubic-oscillator", Vec.of(2, 0));
    assertStarts("van-der-pol", Vec.of(0.5, 0));
    assertStarts("duffing", Vec.of(2.5, 0));
    assertStarts("fitzhugh-nagumo", Vec.of(-1, 1));
    assertStarts("seir", Vec.of(0.99, 0, 0.01), Vec.of(0.7, 0.05, 0.25));
    assertStarts(
        "kuramoto", Vec.of(0, 1, 2, 3, 4), Vec.of(3, 0.5, 5, 1, 2), Vec.of(1, 4, 0.2, 5.5, 3));
    List<Vec> hopf = new ArrayList<>(List.of(Vec.of(2, 0, -0.15), Vec.of(2, 0, -0.05)));
    for (double mu : new double[] {0.05, 0.15, 0.25, 0.35, 0.45, 0.55}) {
      hopf.add(Vec.of(0.05, 0, mu));
      hopf.add(Vec.of(2, 0, mu));
    }
    assertStarts("hopf-mu", hopf.toArray(Vec[]::new));
  }

  @Test
  void noiseIsThatPartOfTheDeviationAndSparesMu() {
    NoisyCase one = NoisyTables.named("b0").named("hopf-mu");
    Dataset clean = one.draws().of(0, 1);
    Dataset noisy = one.draws().of(5, 1);
    for (int j = 0; j < 3; j++) {
      double sum = 0;
      double squares = 0;
      double noise = 0;
      for (int k = 0; k < 14; k++) {
        Vec x = clean.trajectories().get(k).states().col(j);
        Vec e = noisy.trajectories().get(k).states().col(j).minus(x);
        for (int i = 0; i < x.size(); i++) {
          sum += x.get(i);
        }
        squares += x.dot(x);
        noise += e.dot(e);
      }
      double n = clean.samples();
      double deviation = Math.sqrt(squares / n - sum * sum / n / n);
      double expected = j == 2 ? 0 : 0.05;
      assertEquals(expected, Math.sqrt(noise / n) / deviation, 0.002);
    }
  }

  @Test
  void aPartOfTheDataIsTheBeginningOfEveryTrajectory() {
    Dataset whole = NoisyTables.named("b0").named("seir").draws().of(0, 1);
    Dataset half = NoisyTables.named("b0-half").named("seir").draws().of(0, 1);
    Dataset quarter = NoisyTables.named("b0-quarter").named("seir").draws().of(0, 1);

    assertEquals(601, half.first().size());
    assertEquals(301, quarter.first().size());
    assertEquals(2, quarter.trajectories().size());
    assertEquals(
        0, whole.first().states().rowSlice(0, 301).minus(quarter.first().states()).norm(), 1e-10);
  }

  private static void assertStarts(String name, Vec... starts) {
    Dataset data = NoisyTables.named("b0").named(name).draws().of(0, 1);
    assertEquals(
        List.of(starts), data.trajectories().stream().map(Trajectory::initialState).toList(), name);
  }
}
