package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.Automatic;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.integrators.Restarting;
import io.github.sindy4j.linalg.Extremes;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.SparseModel;

/** Replays models on data, with tolerances that suit the size of the states. */
final class Replays {
  private static final double TOLERANCE = 1e-9;
  private static final long EVALUATIONS = 2_000_000;

  private Replays() {}

  static Replay of(SparseModel model, Dataset data) {
    return Replay.of(model, data, solver(data));
  }

  /** Controls have a kink at every sample, which no step may cross. */
  static Integrator solver(Dataset data) {
    double absolute = Math.min(1e-12, TOLERANCE * smallestState(data));
    DormandPrince smooth =
        DormandPrince.defaults()
            .withRelativeTolerance(TOLERANCE)
            .withAbsoluteTolerance(Math.max(1e-100, absolute))
            .withMaxEvaluations(EVALUATIONS);
    Automatic solver = new Automatic(smooth);
    return data.schema().controls().isEmpty() ? solver : new Restarting(solver);
  }

  /** The least, over states that are not always zero, of the largest |x|. */
  private static double smallestState(Dataset data) {
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < data.schema().states().size(); c++) {
      double largest = 0;
      for (Trajectory trajectory : data.trajectories()) {
        Extremes states = trajectory.extremes();
        largest = Math.max(largest, Math.max(states.largest().get(c), -states.least().get(c)));
      }
      least = largest > 0 ? Math.min(least, largest) : least;
    }
    return Double.isFinite(least) ? least : 1;
  }

  /** The mean, over runs, of the time they should have covered. */
  static double meanSpan(Replay replay, Dataset data) {
    return replay.runs().stream()
        .mapToDouble(
            run -> {
              Vec times = data.trajectories().get(run.trajectory()).times();
              return times.get(run.segment().to() - 1) - times.get(run.segment().from());
            })
        .average()
        .orElse(0);
  }
}
