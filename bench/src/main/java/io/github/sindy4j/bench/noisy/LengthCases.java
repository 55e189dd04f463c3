package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Noise;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Exact support against the length of one trajectory, after D. Bertsimas and W. Gurnee, Nonlinear
 * Dynamics 111 (2023) 6585–6604: step 0.002, Gaussian noise of 0.2 % of the trajectory's root mean
 * square, all monomials up to degree 5.
 */
final class LengthCases {
  private static final double STEP = 0.002;

  private LengthCases() {}

  static List<NoisyCase> all() {
    List<NoisyCase> cases = new ArrayList<>();
    KnownSystem lorenz = Systems.named("lorenz63");
    for (double length : new double[] {0.49, 0.69, 0.98, 1.37}) {
      cases.add(of(lorenz, Starts.box(-5, 5, -5, 5, 10, 40), length));
    }
    KnownSystem hopf = Systems.named("hopf").with("mu", -0.05);
    for (double length : new double[] {1, 1.5, 2, 3, 4, 5.8, 8, 16}) {
      cases.add(of(hopf, Starts.ring(0.75, 1.25), length).symmetricUnder("so(2) on (x,y)"));
    }
    return cases;
  }

  private static NoisyCase of(KnownSystem system, Starts starts, double length) {
    int samples = (int) Math.round(length / STEP) + 1;
    return NoisyCase.of(
            system,
            "polynomial:5",
            List.of(0.2),
            (level, seed) -> {
              SplittableRandom random = new SplittableRandom(seed);
              Vec start = starts.next(random);
              Dataset clean =
                  Simulation.of(system)
                      .withStarts(start)
                      .withStep(STEP)
                      .withSamples(samples)
                      .dataset();
              return Noise.of(Noise.Size.ROOT_MEAN_SQUARE, level, random.nextLong()).addedTo(clean);
            })
        .named(system.name() + "-" + Measure.plain(length));
  }
}
