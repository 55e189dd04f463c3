package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.InterpolationProblem;

/**
 * One function to be recovered from its values at the first n of a sequence of points.
 *
 * @param family the setting
 * @param seed of φ, of the yₖ and of the points
 * @param map L: w ↦ the derivatives of F_w along the candidates, one a column
 * @param truth w*
 * @param theta the library at one point more than it has terms, independent and uniform on [−1,
 *     1]ᵐ; one point a row
 * @param values Θ w*
 */
public record RecoveryProblem(
    RecoveryFamily family, int seed, MatrixMap map, Vec truth, Matrix theta, Vec values) {
  /** Recovered to this error counts as recovered. */
  public static final double THRESHOLD = 5e-3;

  /** How many points there are. */
  public int points() {
    return theta.rows();
  }

  /** From the first n points. */
  public InterpolationProblem with(int n) {
    return InterpolationProblem.of(map, theta.rowSlice(0, n), values.slice(0, n));
  }

  /** ‖w − w*‖_∞ / ‖w*‖_∞. */
  public double error(Vec w) {
    return w.minus(truth).maxAbs() / truth.maxAbs();
  }

  /** Whether the error is below {@link #THRESHOLD}. */
  public boolean isRecovered(Vec w) {
    return error(w) < THRESHOLD;
  }
}
