package io.github.sindy4j.cli;

import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.integrators.Restarting;
import io.github.sindy4j.integrators.Resumable;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Input;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.SparseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** A run under controls that are joined by straight lines: no step crosses one of their kinks. */
final class Driven {
  private Driven() {}

  /** The states at {@code times}; {@code controls} holds the controls at its own times. */
  static Solution solve(
      Resumable solver, SparseModel model, Trajectory controls, Vec start, Vec times) {
    double[] knots = controls.times().toArray();
    double[] all =
        DoubleStream.concat(
                Arrays.stream(times.toArray()),
                Arrays.stream(knots).filter(t -> t > times.first() && t < times.last()))
            .sorted()
            .distinct()
            .toArray();
    Solution fine =
        new Restarting(solver).integrate(model.field(Input.of(controls)), start, Vec.adopt(all));
    return at(times, fine);
  }

  private static Solution at(Vec times, Solution fine) {
    List<double[]> states = new ArrayList<>();
    for (int i = 0; i < fine.times().size() && states.size() < times.size(); i++) {
      if (fine.times().get(i) == times.get(states.size())) {
        states.add(fine.states().row(i).toArray());
      }
    }
    return new Solution(
        times.slice(0, states.size()),
        Matrix.ofRows(states.toArray(double[][]::new)),
        fine.outcome(),
        fine.evaluations(),
        fine.stretches());
  }
}
