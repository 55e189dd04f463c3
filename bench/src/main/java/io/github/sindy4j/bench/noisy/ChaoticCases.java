package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.datasets.ChaoticSystem;
import io.github.sindy4j.datasets.ChaoticSystems;
import io.github.sindy4j.datasets.Noise;
import java.util.List;

/**
 * The 70 chaotic flows of A. A. Kaptanoglu et al., Nonlinear Dynamics 111 (2023) 13143–13164: five
 * trajectories of 1000 points on the attractor, 100 points a period, Gaussian noise of a part of
 * each trajectory's root mean square, all monomials up to degree 4.
 */
final class ChaoticCases {
  private static final List<Double> LEVELS = List.of(0.0, 0.1, 1.0);
  private static final int TRAJECTORIES = 5;
  private static final int POINTS = 1000;

  private ChaoticCases() {}

  static List<NoisyCase> all() {
    return ChaoticSystems.benchmark().stream().map(ChaoticCases::of).toList();
  }

  /** The noise of a seed is another than the noise from which the pieces are drawn. */
  private static NoisyCase of(ChaoticSystem system) {
    return NoisyCase.of(
        system.system(),
        "polynomial:4",
        LEVELS,
        (level, seed) ->
            Noise.of(Noise.Size.ROOT_MEAN_SQUARE, level, ~seed)
                .addedTo(system.pieces(TRAJECTORIES, POINTS, seed).training()));
  }
}
