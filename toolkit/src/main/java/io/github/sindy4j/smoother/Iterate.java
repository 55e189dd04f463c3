package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;

/**
 * Where the iteration stands.
 *
 * @param states X of each piece, N×d row-major
 * @param model W of the equations that are fitted, d×p
 * @param support the coordinates in use
 * @param noise σ² of each state
 * @param defect q of each equation
 * @param order m
 * @param near the triangle of rows like those that are whitened here; its contents do not count
 */
record Iterate(
    List<double[]> states,
    Matrix model,
    List<Integer> support,
    Vec noise,
    Vec defect,
    int order,
    Optional<Matrix> near) {
  /** The same with another order. */
  Iterate withOrder(int newOrder) {
    return new Iterate(states, model, support, noise, defect, newOrder, near);
  }

  /** The same with other variances of the defect. */
  Iterate withDefect(Vec newDefect) {
    return new Iterate(states, model, support, noise, newDefect, order, near);
  }

  /** The same with other coefficients. */
  Iterate withModel(Matrix newModel) {
    return new Iterate(states, newModel, support, noise, defect, order, near);
  }
}
