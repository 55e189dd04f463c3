package io.github.sindy4j.smoother;

import io.github.sindy4j.derivative.WhittakerSmoother;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs from all starts.
 *
 * @param settings which starts
 * @param ground what stays
 * @param noise σ² of each state as it seems before there is a model
 */
record Starts(Smoother settings, Ground ground, Vec noise) {
  /** First fits integrate with six points. */
  private static final int FIRST_ORDER = 3;

  /** The run of least criterion, settled; empty where every one met a singular covariance. */
  Optional<Settled> best(Progress progress) {
    List<double[]> smooth =
        Team.map(ground.pieces().size(), k -> whittaker(ground.pieces().get(k)));
    Set<List<Integer>> seen = new HashSet<>();
    List<Smoothed> runs = new ArrayList<>();
    FirstFit first = new FirstFit(ground, smooth, FIRST_ORDER, noise);
    run(first, smooth, settings.starts(), seen, runs);
    progress.report("smooth", 1, 2);
    Optional<Smoothed> found = best(runs);
    List<double[]> states = found.map(run -> run.end().states()).orElse(smooth);
    Optional<Settled> settled =
        Team.both(
            () -> {
              FirstFit again = new FirstFit(ground, states, FIRST_ORDER, noise, first);
              run(again, states, settings.restarts(), seen, runs);
              return best(runs);
            },
            () -> found.flatMap(run -> Settled.of(ground, run)),
            (best, early) ->
                best.equals(found) ? early : best.flatMap(run -> Settled.of(ground, run)));
    progress.report("smooth", 2, 2);
    return settled;
  }

  /** The same from these states, without restarts. */
  Optional<Smoothed> from(List<double[]> states) {
    List<Smoothed> runs = new ArrayList<>();
    FirstFit first = new FirstFit(ground, states, FIRST_ORDER, noise);
    run(first, states, settings.starts(), new HashSet<>(), runs);
    return best(runs);
  }

  /** The run from these states as if equations left nothing open in a step but rounding. */
  Optional<Smoothed> exact(List<double[]> states) {
    Iterate start = start(new FirstFit(ground, states, FIRST_ORDER, noise), states, 1);
    Vec nothing = Vec.zeros(ground.states());
    return new Descent(ground).run(start.withDefect(nothing), 1, settings.rounds());
  }

  /** Runs from every start whose terms no run has begun or ended with. */
  private void run(
      FirstFit first,
      List<double[]> states,
      List<Double> factors,
      Set<List<Integer>> seen,
      List<Smoothed> runs) {
    for (double factor : factors) {
      Iterate start = start(first, states, factor);
      if (seen.add(start.support())) {
        Optional<Smoothed> run = new Descent(ground).run(start, factor, settings.rounds());
        run.ifPresent(
            found -> {
              runs.add(found);
              seen.add(found.end().support());
            });
      }
    }
  }

  private static Optional<Smoothed> best(List<Smoothed> runs) {
    return runs.stream().min(Comparator.comparingDouble(Smoothed::criterion));
  }

  private double[] whittaker(Piece piece) {
    int d = ground.states();
    double[] levels = noise.map(Math::sqrt).toArray();
    for (int i = 0; i < d; i++) {
      levels[i] = noise.get(i) <= ground.leastNoise().get(i) ? 0 : levels[i];
    }
    return WhittakerSmoother.thirdDifferences()
        .smooth(
            Vec.of(piece.times()),
            Matrix.adopt(piece.samples(), d, piece.measured().clone()),
            Vec.adopt(levels))
        .toArray();
  }

  private Iterate start(FirstFit first, List<double[]> states, double factor) {
    FirstFit.Start start = first.fit(ground.penalty() * factor);
    return Iterate.on(
        ground,
        states,
        start.model(),
        start.support(),
        noise,
        start.defect(),
        FIRST_ORDER,
        start.near());
  }
}
