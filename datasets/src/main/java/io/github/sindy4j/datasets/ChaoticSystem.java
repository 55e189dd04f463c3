package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A chaotic flow with polynomial right-hand side.
 *
 * @param system its equations; its default simulation begins on the attractor
 * @param period its dominant period
 * @param benchmark whether it is one of the 70 of A. A. Kaptanoglu, L. Zhang, Z. G. Nicolaou, U.
 *     Fasel and S. L. Brunton, Nonlinear Dynamics 111 (2023) 13143–13164
 */
public record ChaoticSystem(KnownSystem system, double period, boolean benchmark) {
  /** Samples of one period. */
  public static final int POINTS_PER_PERIOD = 100;

  private static final Integrator EXACT = DormandPrince.defaults().withTolerance(1e-12);

  /** Periods before the first piece. */
  private static final int BURN_IN = 10;

  /**
   * Pieces of the attractor to learn from and to test on.
   *
   * @param training to learn from
   * @param test from the same attractor, at other times
   */
  public record Pieces(Dataset training, Dataset test) {}

  /** Its name, as dysts has it. */
  public String name() {
    return system.name();
  }

  /**
   * So many trajectories of each kind with so many points, all from one orbit on the attractor, by
   * {@link DormandPrince} at tolerance 1e-12, and no two of the same time. With L periods in a
   * trajectory piece k begins (10 + 2 L k + L u) periods after the known point on the attractor, u
   * uniform in [0, 1); training and test take turns.
   */
  public Pieces pieces(int trajectories, int points, long seed) {
    double length = (double) points / POINTS_PER_PERIOD;
    SplittableRandom random = new SplittableRandom(seed);
    double[] times = new double[2 * trajectories + 1];
    for (int k = 0; k < 2 * trajectories; k++) {
      times[k + 1] = period * (BURN_IN + length * (2 * k + random.nextDouble()));
    }
    Matrix begins =
        complete(EXACT.integrate(system.field(), system.starts().get(0), Vec.adopt(times)));
    List<Trajectory> training = new ArrayList<>();
    List<Trajectory> test = new ArrayList<>();
    for (int k = 0; k < 2 * trajectories; k++) {
      List<Trajectory> kind = k % 2 == 0 ? training : test;
      kind.add(piece(Integer.toString(kind.size() + 1), begins.row(k + 1), points));
    }
    return new Pieces(dataset(training), dataset(test));
  }

  private Trajectory piece(String id, Vec begin, int points) {
    double[] times = new double[points];
    for (int i = 0; i < points; i++) {
      times[i] = i * period / POINTS_PER_PERIOD;
    }
    Vec grid = Vec.adopt(times);
    return Trajectory.of(id, grid, complete(EXACT.integrate(system.field(), begin, grid)));
  }

  private Dataset dataset(List<Trajectory> trajectories) {
    return new Dataset(name(), system.schema(), trajectories, List.of());
  }

  private Matrix complete(Solution solution) {
    if (!solution.isComplete()) {
      throw new IllegalStateException(name() + " " + solution.outcome().text());
    }
    return solution.states();
  }
}
