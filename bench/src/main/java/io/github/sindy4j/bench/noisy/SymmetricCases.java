package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Noise;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.integrators.RungeKutta4;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Four systems of J. Yang et al., Symmetry-informed governing equation discovery, NeurIPS 37
 * (2024), as their programs make them: Runge–Kutta of order 4 with step 0.002, noise in all steps,
 * then every so many of them kept. The noise is Gaussian of a part of each coordinate's standard
 * deviation over all steps; for growth, of the value itself.
 */
final class SymmetricCases {
  private static final double STEP = 0.002;

  /**
   * How one system is sampled.
   *
   * @param starts initial states
   * @param steps points of a trajectory before thinning
   * @param every which of them are kept
   * @param trajectories how many
   * @param size what the noise is a part of
   */
  private record Protocol(Starts starts, int steps, int every, int trajectories, Noise.Size size) {}

  private SymmetricCases() {}

  /** The published number of trajectories, drawn anew for each seed. */
  static List<NoisyCase> all() {
    return cases(Integer.MAX_VALUE);
  }

  /** One trajectory, drawn anew for each seed. */
  static List<NoisyCase> one() {
    return cases(1);
  }

  private static List<NoisyCase> cases(int most) {
    Noise.Size deviation = Noise.Size.DEVIATION;
    return Stream.of(
            sampled(
                    "damped-oscillator",
                    "polynomial:2",
                    20,
                    new Protocol(Starts.ring(0.5, 2), 10_000, 100, Math.min(50, most), deviation))
                .symmetricUnder("so(2) on (x1,x2)"),
            sampled(
                    "growth",
                    "polynomial:2",
                    5,
                    new Protocol(
                        Starts.box(0.2, 1, 0.2, 1),
                        1000,
                        10,
                        Math.min(100, most),
                        Noise.Size.VALUE))
                .symmetricUnder("scaling(x1:2,x2:1)"),
            sampled(
                "selkov",
                "polynomial:3",
                20,
                new Protocol(Starts.box(0.5, 1, 0.5, 1), 10_000, 1, Math.min(10, most), deviation)),
            sampled(
                "lotka-volterra-log",
                "polynomial:2 + expr(exp(x1), exp(x2))",
                99,
                new Protocol(
                    SymmetricCases::onEnergies, 10_000, 1, Math.min(200, most), deviation)))
        .toList();
  }

  /** log U(0, 1)² where 3 ≤ H ≤ 4.5, H = exp(x1) − x1 + 4/3 exp(x2) − 2/3 x2. */
  private static Vec onEnergies(SplittableRandom random) {
    while (true) {
      double x1 = Math.log(random.nextDouble(Double.MIN_NORMAL, 1));
      double x2 = Math.log(random.nextDouble(Double.MIN_NORMAL, 1));
      double energy = Math.exp(x1) - x1 + 4.0 / 3 * Math.exp(x2) - 2.0 / 3 * x2;
      if (energy >= 3 && energy <= 4.5) {
        return Vec.of(x1, x2);
      }
    }
  }

  private static NoisyCase sampled(String name, String library, double level, Protocol protocol) {
    KnownSystem system = Systems.named(name);
    return NoisyCase.of(
        system,
        library,
        List.of(level),
        (percent, seed) -> {
          SplittableRandom random = new SplittableRandom(seed);
          Dataset steps = integrated(system, protocol, random);
          Dataset noisy = Noise.of(protocol.size(), percent, random.nextLong()).addedTo(steps);
          return thinned(noisy, protocol.every());
        });
  }

  private static Dataset integrated(
      KnownSystem system, Protocol protocol, SplittableRandom random) {
    Vec times = grid(protocol.steps());
    List<Trajectory> trajectories = new ArrayList<>();
    for (Vec start : Starts.drawn(protocol.starts(), protocol.trajectories(), random)) {
      String id = Integer.toString(trajectories.size() + 1);
      trajectories.add(
          Trajectory.of(
              id, times, RungeKutta4.defaults().integrate(system.field(), start, times).states()));
    }
    return new Dataset(system.name(), system.schema(), trajectories, List.of());
  }

  private static Vec grid(int steps) {
    double[] times = new double[steps];
    for (int k = 0; k < steps; k++) {
      times[k] = k * STEP;
    }
    return Vec.adopt(times);
  }

  private static Dataset thinned(Dataset all, int every) {
    if (every == 1) {
      return all;
    }
    List<Trajectory> kept = new ArrayList<>();
    for (Trajectory trajectory : all.trajectories()) {
      int[] indices =
          IntStream.range(0, (trajectory.size() - 1) / every + 1).map(k -> k * every).toArray();
      double[] times = IntStream.of(indices).mapToDouble(trajectory.times()::get).toArray();
      kept.add(
          Trajectory.of(trajectory.id(), Vec.adopt(times), trajectory.states().rowsAt(indices)));
    }
    return new Dataset(all.name(), all.schema(), kept, all.notices());
  }
}
