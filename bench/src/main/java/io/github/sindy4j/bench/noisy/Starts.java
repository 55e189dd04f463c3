package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How initial states are drawn. */
interface Starts {
  /** One initial state. */
  Vec next(SplittableRandom random);

  /** So many. */
  static List<Vec> drawn(Starts starts, int count, SplittableRandom random) {
    List<Vec> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      all.add(starts.next(random));
    }
    return all;
  }

  /** Uniform in a box: least and most of each state. */
  static Starts box(double... bounds) {
    return random -> {
      double[] x = new double[bounds.length / 2];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextDouble(bounds[2 * i], bounds[2 * i + 1]);
      }
      return Vec.adopt(x);
    };
  }

  /** Radius and angle uniform. */
  static Starts ring(double inner, double outer) {
    return random -> {
      double r = random.nextDouble(inner, outer);
      double angle = random.nextDouble(0, 2 * Math.PI);
      return Vec.of(r * Math.cos(angle), r * Math.sin(angle));
    };
  }
}
