package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the iteration stands.
 *
 * @param pieces the data
 * @param states X of each piece
 * @param thetas θ(X) of each piece
 * @param model W
 * @param support the coordinates in use
 * @param noise σ² of each state
 * @param defect q of each equation
 * @param order m
 */
record Iterate(
    List<Piece> pieces,
    List<double[]> states,
    List<double[]> thetas,
    Matrix model,
    List<Integer> support,
    Vec noise,
    Vec defect,
    int order) {
  /** θ at the states of each piece. */
  static List<double[]> thetas(List<Piece> pieces, List<double[]> states, Field field) {
    return IntStream.range(0, pieces.size())
        .parallel()
        .mapToObj(k -> field.terms(states.get(k), pieces.get(k).controls()))
        .toList();
  }

  /** F at the states of each piece. */
  List<double[]> fields() {
    return thetas.stream().map(theta -> Field.values(theta, model)).toList();
  }

  /** The same with another order. */
  Iterate withOrder(int newOrder) {
    return new Iterate(pieces, states, thetas, model, support, noise, defect, newOrder);
  }

  /** The same with other variances of the defect. */
  Iterate withDefect(Vec newDefect) {
    return new Iterate(pieces, states, thetas, model, support, noise, newDefect, order);
  }
}
