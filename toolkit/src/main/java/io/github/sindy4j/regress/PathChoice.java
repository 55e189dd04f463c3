package io.github.sindy4j.regress;

import java.util.Arrays;
import java.util.List;

/** Which model of a path to take. */
final class PathChoice {
  private PathChoice() {}

  /**
   * The model of least criterion among those whose held-out error is at most one standard error above the least.
   *
   * @param heldOut for each model, the error on each fold
   */
  static int choose(List<ParetoRow> rows, double[][] heldOut) {
    int best = 0;
    for (int m = 1; m < heldOut.length; m++) {
      best = total(heldOut[m]) < total(heldOut[best]) ? m : best;
    }
    double allowed = total(heldOut[best]) + standardError(heldOut[best]);
    int chosen = best;
    for (int m = 0; m < rows.size(); m++) {
      boolean acceptable = total(heldOut[m]) <= allowed;
      chosen = acceptable && rows.get(m).criterion() < rows.get(chosen).criterion() ? m : chosen;
    }
    return chosen;
  }

  private static double total(double[] errors) {
    return Arrays.stream(errors).sum();
  }

  private static double standardError(double[] errors) {
    double mean = total(errors) / errors.length;
    double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
    return errors.length < 2 ? 0 : Math.sqrt(squares / (errors.length - 1) * errors.length);
  }
}
