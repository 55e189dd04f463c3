package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ten systems, everything chosen from the data: their default simulations, with Gaussian noise of a
 * part of each state's standard deviation over the whole set. A part of the data is the beginning
 * of every trajectory.
 */
final class BlindCases {
  private static final List<Double> LEVELS = List.of(0.0, 0.1, 1.0, 5.0, 10.0);

  private BlindCases() {}

  /** All ten, with this part of the samples. */
  static List<NoisyCase> part(double part, List<Double> levels) {
    return Stream.of(
            blind("lorenz63", "polynomial:3", part, levels),
            blind("rossler", "polynomial:3", part, levels),
            blind("lotka-volterra", "polynomial:3", part, levels),
            blind("cubic-oscillator", "polynomial:3", part, levels),
            blind("van-der-pol", "polynomial:3", part, levels),
            blind("duffing", "polynomial:3", part, levels),
            blind("hopf-mu", "polynomial:3", part, levels),
            blind("fitzhugh-nagumo", "polynomial:3", part, levels),
            blind("seir", "polynomial:2,constant=no", part, levels),
            blind("kuramoto", Systems.named("kuramoto").library(), part, levels))
        .toList();
  }

  static List<NoisyCase> whole() {
    return part(1, LEVELS);
  }

  /** Lorenz alone at heavy noise. */
  static List<NoisyCase> heavy() {
    return List.of(blind("lorenz63", "polynomial:3", 1, List.of(15.0, 20.0, 30.0, 40.0)));
  }

  private static NoisyCase blind(String name, String library, double part, List<Double> levels) {
    KnownSystem system = Systems.named(name);
    int samples = (int) Math.round((system.samples() - 1) * part) + 1;
    return NoisyCase.of(
            system,
            library,
            levels,
            (level, seed) ->
                Simulation.of(system)
                    .withSamples(samples)
                    .withNoisePercent(level)
                    .withSeed(seed)
                    .dataset())
        .withFixedStarts();
  }
}
