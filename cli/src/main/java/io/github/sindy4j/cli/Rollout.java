package io.github.sindy4j.cli;

import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.Automatic;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.symmetry.Region;
import java.util.Optional;

/** A run of a model on its own, along which conserved quantities should stay. */
final class Rollout {
  private static final int SAMPLES = 1001;

  /** So many crossings of the box at the speed of the start. */
  private static final double CROSSINGS = 20;

  /** Off the centre and off the axes, by a different part of the half width for each state. */
  private static final double[] START = {0.6, -0.45, 0.35, -0.7, 0.5, -0.3};

  private Rollout() {}

  /**
   * From the first sample of the data, over their time; for a model file from a point of the box.
   * Empty when the model cannot move from there.
   */
  static Optional<Trajectory> of(ModelSource.Found found) {
    if (!found.model().schema().controls().isEmpty()) {
      return Optional.empty();
    }
    if (found.fit().isPresent()) {
      Trajectory first = found.fit().get().data().first();
      Integrator solver = Replays.solver(found.fit().get().data());
      return kept(solver.integrate(found.model().field(), first.initialState(), first.times()));
    }
    Vec start = start(found.region());
    double span = span(found, start);
    if (!(span > 0) || Double.isInfinite(span)) {
      return Optional.empty();
    }
    double[] times = new double[SAMPLES];
    for (int k = 0; k < SAMPLES; k++) {
      times[k] = span * k / (SAMPLES - 1);
    }
    Integrator solver = Automatic.defaults().withTolerance(1e-12).withMaxEvaluations(1_000_000);
    return kept(solver.integrate(found.model().field(), start, Vec.adopt(times)));
  }

  private static Optional<Trajectory> kept(Solution solution) {
    return solution.times().size() < 2
        ? Optional.empty()
        : Optional.of(Trajectory.of("rollout", solution.times(), solution.states()));
  }

  private static Vec start(Region region) {
    double[] start = new double[region.dimension()];
    for (int i = 0; i < start.length; i++) {
      start[i] = region.centre(i) + START[i % START.length] * region.halfWidth(i);
    }
    return Vec.adopt(start);
  }

  /** Where nothing moves any time will do. */
  private static double span(ModelSource.Found found, Vec start) {
    Evaluator field = found.model().field().evaluator();
    double[] rates = new double[start.size()];
    field.rates(0, start.toArray(), rates);
    double speed = 0;
    for (int i = 0; i < rates.length; i++) {
      speed = Math.hypot(speed, rates[i] / found.region().halfWidth(i));
    }
    return speed == 0 ? 1 : 2 * CROSSINGS / speed;
  }
}
