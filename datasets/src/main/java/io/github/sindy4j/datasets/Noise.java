package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Gaussian noise in proportion to each state's standard deviation over all trajectories. */
final class Noise {
  private final List<Trajectory> clean;
  private final double[] sigmas;
  private final Gauss gauss;

  Noise(Simulation simulation, List<Trajectory> clean) {
    List<String> names = simulation.system().schema().stateNames();
    this.clean = clean;
    this.gauss = new Gauss(simulation.seed());
    this.sigmas = new double[names.size()];
    for (int j = 0; j < sigmas.length; j++) {
      boolean exact = simulation.system().exactStates().contains(names.get(j));
      sigmas[j] = exact ? 0 : simulation.noisePercent() / 100 * deviation(j);
    }
  }

  List<Trajectory> added() {
    List<Trajectory> noisy = new ArrayList<>();
    for (Trajectory trajectory : clean) {
      double[] states = trajectory.states().toArray();
      for (int i = 0; i < states.length; i++) {
        states[i] += sigmas[i % sigmas.length] * gauss.next();
      }
      Matrix shaken = Matrix.adopt(trajectory.size(), sigmas.length, states);
      noisy.add(Trajectory.of(trajectory.id(), trajectory.times(), shaken));
    }
    return noisy;
  }

  /** √(Σ (x − mean)² / N). */
  private double deviation(int j) {
    double[] column =
        clean.stream()
            .flatMapToDouble(t -> java.util.Arrays.stream(t.states().col(j).toArray()))
            .toArray();
    double mean = 0;
    for (double x : column) {
      mean += x / column.length;
    }
    double sum = 0;
    for (double x : column) {
      sum += (x - mean) * (x - mean);
    }
    return Math.sqrt(sum / column.length);
  }
}
