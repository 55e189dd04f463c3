package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * x(k·step), k = 0 … samples − 1, from each start, by {@link DormandPrince} at tolerance 1e-12,
 * with Gaussian noise.
 *
 * <p>The standard deviation of the noise of a state is noisePercent/100 times that of the state
 * itself over all trajectories together; states of {@link KnownSystem#exactStates} get none. Noise
 * is drawn sample by sample, trajectory by trajectory, from one generator: the same seed gives the
 * same bits, and a change of the level only scales the noise.
 *
 * @param system what is simulated
 * @param starts one initial state for each trajectory
 * @param samples the number of samples of each trajectory
 * @param step the time between samples
 * @param noisePercent the level of noise
 * @param seed chooses the noise
 */
public record Simulation(
    KnownSystem system,
    List<Vec> starts,
    int samples,
    double step,
    double noisePercent,
    long seed) {
  private static final DormandPrince EXACT = DormandPrince.defaults().withTolerance(1e-12);

  /** More for long simulations: so many evaluations of the right-hand side for every sample. */
  private static final long EVALUATIONS_PER_SAMPLE = 100_000;

  /** So many samples are held at once where a simulation goes by leg by leg. */
  private static final int LEG = 1 << 20;

  /** Checks the settings. */
  public Simulation {
    starts = List.copyOf(starts);
    BadSetting.require(
        !starts.isEmpty(), "simulation starts", "are missing", "Give at least one initial state");
    BadSetting.require(
        samples >= 1,
        "simulation samples",
        "must be at least 1 but are " + samples,
        "Give a number of samples");
    BadSetting.require(
        step > 0 && Double.isFinite(step),
        "simulation step",
        "must be greater than 0 but is " + step,
        "Give the time between samples");
    BadSetting.require(
        noisePercent >= 0 && Double.isFinite(noisePercent),
        "simulation noise",
        "must be at least 0 percent but is " + noisePercent,
        "1 means one percent of each state's standard deviation");
  }

  /** The default simulation of a system: its starts, samples and step, without noise. */
  public static Simulation of(KnownSystem system) {
    return new Simulation(system, system.starts(), system.samples(), system.step(), 0, 1);
  }

  /** The same from these initial states. */
  public Simulation withStarts(List<Vec> newStarts) {
    return new Simulation(system, newStarts, samples, step, noisePercent, seed);
  }

  /** The same from these initial states. */
  public Simulation withStarts(Vec... newStarts) {
    return withStarts(List.of(newStarts));
  }

  /** The same with this many samples a trajectory. */
  public Simulation withSamples(int count) {
    return new Simulation(system, starts, count, step, noisePercent, seed);
  }

  /** The same with this time between samples. */
  public Simulation withStep(double between) {
    return new Simulation(system, starts, samples, between, noisePercent, seed);
  }

  /** The same with noise of this percentage of each state's standard deviation. */
  public Simulation withNoisePercent(double percent) {
    return new Simulation(system, starts, samples, step, percent, seed);
  }

  /** The same with another draw of the noise. */
  public Simulation withSeed(long newSeed) {
    return new Simulation(system, starts, samples, step, noisePercent, newSeed);
  }

  /** Runs it. A trajectory that cannot be finished is kept as far as it goes, with a warning. */
  public Dataset dataset() {
    double[] grid = new double[samples];
    for (int k = 0; k < samples; k++) {
      grid[k] = k * step;
    }
    Vec times = Vec.adopt(grid);
    List<Trajectory> clean = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (Vec start : starts) {
      String id = Integer.toString(clean.size() + 1);
      Solution solution = solver(samples).integrate(system.field(), start, times);
      clean.add(Trajectory.of(id, solution.times(), solution.states()));
      if (!solution.isComplete()) {
        notices.add(
            Notice.warning(
                "simulation-stopped", "Trajectory " + id + " " + solution.outcome().text() + "."));
      }
    }
    Dataset exact = new Dataset(system.name(), system.schema(), clean, notices);
    return noise().addedTo(exact);
  }

  static DormandPrince solver(int samples) {
    return EXACT.withMaxEvaluations(
        Math.max(EXACT.maxEvaluations(), EVALUATIONS_PER_SAMPLE * samples));
  }

  Noise noise() {
    return new Noise(Noise.Size.DEVIATION, noisePercent, seed, system.exactStates());
  }

  /**
   * The same leg by leg, so that a long simulation need not be held: short ones bit for bit, the
   * legs of long ones each from the last state of the one before.
   */
  public Legs legs() {
    return legs(LEG);
  }

  /** The same with at most so many samples at once. */
  Legs legs(int most) {
    return (long) samples * starts.size() <= most
        ? Legs.of(dataset())
        : new SimulatedLegs(this, most);
  }
}
