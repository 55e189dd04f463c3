package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

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
 * @param fields F at the points of the rules of any order, for each piece
 */
record Iterate(
    List<double[]> states,
    Matrix model,
    List<Integer> support,
    Vec noise,
    Vec defect,
    int order,
    Optional<Matrix> near,
    IntFunction<List<double[]>> fields) {
  /** At these states and this model. */
  static Iterate on(
      Ground ground,
      List<double[]> states,
      Matrix model,
      List<Integer> support,
      Vec noise,
      Vec defect,
      int order,
      Optional<Matrix> near) {
    IntFunction<List<double[]>> fields = ground.fields(states, model);
    return new Iterate(states, model, support, noise, defect, order, near, fields);
  }

  /** The same with another order. */
  Iterate withOrder(int newOrder) {
    return new Iterate(states, model, support, noise, defect, newOrder, near, fields);
  }

  /** The same with other variances of the defect. */
  Iterate withDefect(Vec newDefect) {
    return new Iterate(states, model, support, noise, newDefect, order, near, fields);
  }

  /** The same F with coefficients of a larger library. */
  Iterate withPadded(Matrix padded) {
    return new Iterate(states, padded, support, noise, defect, order, near, fields);
  }
}
