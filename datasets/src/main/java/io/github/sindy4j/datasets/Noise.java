package io.github.sindy4j.datasets;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Independent Gaussian noise y = x + σ g, drawn sample by sample, trajectory by trajectory, from
 * one generator: the same seed gives the same bits, and a change of the level only scales the
 * noise.
 *
 * @param size what σ is a part of
 * @param percent σ in percent of that
 * @param seed chooses the noise
 * @param exact states that get none
 */
public record Noise(Size size, double percent, long seed, List<String> exact) {
  /** What σ is a part of. */
  public enum Size {
    /** The standard deviation of the state over all trajectories together. */
    DEVIATION("each state's standard deviation"),
    /** The root mean square of all numbers of the trajectory. */
    ROOT_MEAN_SQUARE("the trajectory's root mean square"),
    /** The magnitude of the number itself: y = x (1 + σ g). */
    VALUE("each value");

    private final String words;

    Size(String words) {
      this.words = words;
    }
  }

  /** Checks the level. */
  public Noise {
    exact = List.copyOf(exact);
    BadSetting.require(
        percent >= 0 && Double.isFinite(percent),
        "noise",
        "must be at least 0 percent but is " + percent,
        "1 means one percent of " + size.words);
  }

  /** Noise in all states. */
  public static Noise of(Size size, double percent, long seed) {
    return new Noise(size, percent, seed, List.of());
  }

  /** The data with noise, and a notice of it; at 0 percent the data themselves. */
  public Dataset addedTo(Dataset clean) {
    if (percent == 0) {
      return clean;
    }
    int n = clean.schema().states().size();
    double[] deviations = new double[n];
    for (int j = 0; j < n; j++) {
      boolean noisy = !exact.contains(clean.schema().stateNames().get(j));
      deviations[j] = noisy && size == Size.DEVIATION ? deviation(clean, j) : 0;
    }
    List<Trajectory> trajectories =
        clean.trajectories().stream().map(shaking(clean.schema(), deviations)).toList();
    List<Notice> notices = new ArrayList<>(clean.notices());
    notices.add(notice());
    return new Dataset(clean.name(), clean.schema(), trajectories, notices);
  }

  /**
   * Adds noise to trajectories, or to consecutive legs of them, one after another from one
   * generator; {@code deviations} are those of the states over all of them.
   */
  UnaryOperator<Trajectory> shaking(Schema schema, double[] deviations) {
    boolean[] noisy = new boolean[deviations.length];
    for (int j = 0; j < noisy.length; j++) {
      noisy[j] = !exact.contains(schema.stateNames().get(j));
    }
    Gauss gauss = new Gauss(seed);
    return trajectory -> shaken(trajectory, noisy, deviations, gauss);
  }

  /** That noise was added. */
  Notice notice() {
    return Notice.info("noise-added", text());
  }

  private Trajectory shaken(
      Trajectory trajectory, boolean[] noisy, double[] deviations, Gauss gauss) {
    int n = noisy.length;
    double[] states = trajectory.states().toArray();
    double whole = Vec.of(states).norm() / Math.sqrt(states.length);
    for (int i = 0; i < states.length; i++) {
      double unit =
          size == Size.DEVIATION
              ? deviations[i % n]
              : size == Size.VALUE ? Math.abs(states[i]) : whole;
      double drawn = gauss.next();
      states[i] += noisy[i % n] ? percent / 100 * unit * drawn : 0;
    }
    return Trajectory.of(
        trajectory.id(), trajectory.times(), Matrix.adopt(trajectory.size(), n, states));
  }

  private String text() {
    return "Gaussian noise of "
        + percent
        + " % of "
        + size.words
        + " was added (seed "
        + seed
        + (exact.isEmpty() ? ")." : "; none to " + String.join(", ", exact) + ").");
  }

  /** √(Σ (x − mean)² / N). */
  private static double deviation(Dataset clean, int j) {
    double[] column =
        clean.trajectories().stream()
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
