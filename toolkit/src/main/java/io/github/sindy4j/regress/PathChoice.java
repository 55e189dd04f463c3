package io.github.sindy4j.regress;

import java.util.Arrays;
import java.util.List;

/** Which model of a path to take. */
final class PathChoice {
  private PathChoice() {}

  /** Held-out squared errors that differ by less than this part are as good as equal. */
  private static final double SLACK = 0.1;

  /**
   * The model of least criterion among those that predict held-out rows about as well as the best:
   * within one standard error, a tenth of the squared error, or what is negligible.
   *
   * @param heldOut for each model, the squared error on each fold; a single fold holds nothing out
   *     and does not count
   * @param negligible a squared error that does not matter
   */
  static int choose(List<ParetoRow> rows, List<double[]> heldOut, double negligible) {
    int best = 0;
    for (int m = 1; m < heldOut.size(); m++) {
      best = total(heldOut.get(m)) < total(heldOut.get(best)) ? m : best;
    }
    double least = total(heldOut.get(best));
    double allowed =
        heldOut.get(0).length < 2
            ? Double.POSITIVE_INFINITY
            : least + Math.max(standardError(heldOut.get(best)), SLACK * least) + negligible;
    int chosen = best;
    for (int m = 0; m < rows.size(); m++) {
      boolean acceptable = total(heldOut.get(m)) <= allowed;
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
