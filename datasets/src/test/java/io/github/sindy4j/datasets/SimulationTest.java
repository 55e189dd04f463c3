package io.github.sindy4j.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
  static Stream<KnownSystem> systems() {
    return Systems.all().stream();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void everyDefaultSimulationIsFinishedAndMoves(KnownSystem system) {
    Dataset data = system.simulation().dataset();
    assertEquals(List.of(), data.notices());
    assertEquals(system.starts().size(), data.trajectories().size());
    assertEquals((long) system.samples() * system.starts().size(), data.samples());
    Trajectory first = data.first();
    assertEquals(system.starts().get(0), first.initialState());
    assertEquals((system.samples() - 1) * system.step(), first.times().last());
    assertTrue(first.states().row(system.samples() / 2).minus(first.initialState()).norm() > 0.01);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void conservedQuantitiesStayAlongTheSimulation(KnownSystem system) {
    List<String> names = system.schema().stateNames();
    for (ConservedQuantity quantity : system.conserved()) {
      Expression expression = Expression.parse(quantity.expression(), names);
      PointFunction h = Library.of(names, List.of(expression)).compile(Matrix.identity(1));
      for (Trajectory trajectory : system.simulation().dataset().trajectories()) {
        double before = value(h, trajectory.initialState());
        double after = value(h, trajectory.states().row(trajectory.size() - 1));
        assertEquals(before, after, 1e-9, quantity.name());
      }
    }
  }

  private static double value(PointFunction h, Vec x) {
    double[] value = new double[1];
    h.value(x.toArray(), value);
    return value[0];
  }

  /** End states from DOP853 of SciPy at tolerance 1e-12. */
  @Test
  void simulationsAgreeWithAnotherProgram() {
    assertEndsAt("rossler", -7.06153226, 0.78182125, 0.01580505);
    assertEndsAt("lorenz63", 8.17610175, 12.18221556, 19.89126167);
    assertEndsAt("kepler", -0.5780433, 0.863384, -0.95950837, -0.06504915);
  }

  private static void assertEndsAt(String name, double... end) {
    KnownSystem system = Systems.named(name);
    Vec last = system.simulation().dataset().first().states().row(system.samples() - 1);
    assertEquals(0, last.minus(Vec.of(end)).maxAbs(), 1e-7, name);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    Simulation simulation = Systems.named("lorenz63").simulation().withNoisePercent(1).withSeed(5);
    Matrix once = simulation.dataset().first().states();
    assertEquals(once, simulation.dataset().first().states());
    assertNotEquals(once, simulation.withSeed(6).dataset().first().states());
  }

  /** From an independent program for SplitMix64 and the polar method. */
  @Test
  void theFirstNumbersOfASeedAreFixedForever() {
    Gauss gauss = new Gauss(1);
    assertEquals(0.42945220538400686, gauss.next());
    assertEquals(1.5857725335739927, gauss.next());
  }

  @Test
  void noiseIsStandardNormal() {
    Gauss gauss = new Gauss(2);
    int count = 200_000;
    double[] moments = new double[5];
    int beyondTwo = 0;
    for (int i = 0; i < count; i++) {
      double x = gauss.next();
      beyondTwo += Math.abs(x) > 2 ? 1 : 0;
      for (int k = 1; k <= 4; k++) {
        moments[k] += Math.pow(x, k) / count;
      }
    }
    assertEquals(0, moments[1], 0.01);
    assertEquals(1, moments[2], 0.015);
    assertEquals(0, moments[3], 0.03);
    assertEquals(3, moments[4], 0.1);
    assertEquals(0.0455, (double) beyondTwo / count, 0.002);
  }

  @Test
  void noiseIsInProportionToTheStandardDeviationOverAllTrajectories() {
    Simulation simulation = Systems.named("hopf-mu").simulation();
    Dataset clean = simulation.dataset();
    Dataset noisy = simulation.withNoisePercent(10).dataset();
    double[] sum = new double[3];
    double[] square = new double[3];
    double[] difference = new double[3];
    for (int k = 0; k < 14; k++) {
      Matrix x = clean.trajectories().get(k).states();
      Matrix y = noisy.trajectories().get(k).states();
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < 3; j++) {
          sum[j] += x.get(i, j);
          square[j] += x.get(i, j) * x.get(i, j);
          difference[j] += Math.pow(y.get(i, j) - x.get(i, j), 2);
        }
      }
    }
    long m = clean.samples();
    for (int j = 0; j < 2; j++) {
      double deviation = Math.sqrt(square[j] / m - Math.pow(sum[j] / m, 2));
      assertEquals(0.1 * deviation, Math.sqrt(difference[j] / m), 0.002 * deviation);
    }
    assertEquals(0, difference[2], "mu is known exactly");
    assertEquals("noise-added", noisy.notices().get(0).code());
    assertTrue(noisy.notices().get(0).text().contains("none to mu"));
  }

  @Test
  void theLevelOnlyScalesTheNoise() {
    Simulation simulation = Systems.named("rossler").simulation().withSamples(101);
    Matrix clean = simulation.dataset().first().states();
    Matrix one = simulation.withNoisePercent(1).dataset().first().states();
    Matrix ten = simulation.withNoisePercent(10).dataset().first().states();
    double small = one.get(40, 1) - clean.get(40, 1);
    assertEquals(10 * small, ten.get(40, 1) - clean.get(40, 1), 1e-13);
  }

  @Test
  void aSimulationThatLeavesToInfinityIsKeptAsFarAsItGoes() {
    Simulation wild =
        Systems.named("van-der-pol").with("mu", -2).simulation().withStarts(Vec.of(5, 5));
    Dataset data = wild.dataset();
    assertTrue(data.first().size() < wild.samples());
    assertEquals("simulation-stopped", data.notices().get(0).code());
    assertTrue(data.notices().get(0).isWarning());
    assertTrue(data.notices().get(0).text().startsWith("Trajectory 1 stopped at t = "));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    Simulation simulation = Systems.named("rossler").simulation();
    assertThrows(BadSetting.class, () -> simulation.withSamples(0));
    assertThrows(BadSetting.class, () -> simulation.withStep(0));
    assertThrows(BadSetting.class, () -> simulation.withNoisePercent(-1));
    assertThrows(BadSetting.class, () -> simulation.withNoisePercent(Double.NaN));
    assertThrows(BadSetting.class, () -> simulation.withStarts(List.of()));
    assertThrows(BadSetting.class, () -> simulation.withStarts(Vec.of(1, 2)).dataset());
    assertFalse(simulation.withSamples(1).dataset().trajectories().isEmpty());
  }

  private static List<Trajectory> legs(Simulation simulation, int most) {
    List<Trajectory> legs = new ArrayList<>();
    simulation.legs(most).pass(legs::add);
    return legs;
  }

  @Test
  void legsAreTheSimulationInParts() {
    Simulation whole =
        Systems.named("damped-oscillator").simulation().withSamples(900).withStep(0.01);
    Dataset held = whole.dataset();
    List<Trajectory> legs = legs(whole, 250);
    assertEquals(4 * held.trajectories().size(), legs.size());
    int at = 0;
    for (Trajectory leg : legs) {
      Trajectory own = held.trajectories().get(Integer.parseInt(leg.id()) - 1);
      at = at == own.size() ? 0 : at;
      assertEquals(own.times().slice(at, at + leg.size()), leg.times());
      Matrix expected = own.states().rowSlice(at, at + leg.size());
      assertEquals(0, expected.minus(leg.states()).vec().maxAbs(), 1e-10);
      at += leg.size();
    }
    List<Trajectory> undivided = legs(whole, 1 << 20);
    assertEquals(held.trajectories().size(), undivided.size());
    assertEquals(held.first().states(), undivided.get(0).states());
  }

  @Test
  void legsHaveTheNoiseOfTheWhole() {
    Simulation noisy =
        Systems.named("damped-oscillator")
            .simulation()
            .withSamples(900)
            .withStep(0.01)
            .withNoisePercent(3);
    Dataset held = noisy.dataset();
    int at = 0;
    for (Trajectory leg : legs(noisy, 250)) {
      Trajectory own = held.trajectories().get(Integer.parseInt(leg.id()) - 1);
      at = at == own.size() ? 0 : at;
      Matrix expected = own.states().rowSlice(at, at + leg.size());
      assertEquals(0, expected.minus(leg.states()).vec().maxAbs(), 1e-10);
      at += leg.size();
    }
  }

  /** Ten million evaluations end before time 10 000. */
  @Test
  void theBudgetGrowsWithTheSamples() {
    Simulation many = Systems.named("lorenz63").simulation().withSamples(400).withStep(30);
    Dataset data = many.dataset();
    assertEquals(List.of(), data.notices());
    assertEquals(400, data.samples());
  }
}
