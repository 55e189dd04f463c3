package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * What stays through all runs of one fit.
 *
 * @param pieces the data
 * @param field θ and F
 * @param coordinates what is demanded of W
 * @param rules quadrature
 * @param laws how noise depends on the states
 * @param scale the standard deviation of each state over all data
 * @param leastNoise the least σ² of each state
 * @param penalty log n + 2 γ log K
 */
record Ground(
    List<Piece> pieces,
    Field field,
    Coordinates coordinates,
    Rules rules,
    NoiseLaws laws,
    Vec scale,
    Vec leastNoise,
    double penalty) {
  private static final double ERROR_SHARE = 0.01;
  private static final double ROUNDING = 1e-12;

  /** The same with other functions, and other demands on their coefficients. */
  Ground with(Field other, Coordinates demands) {
    return new Ground(pieces, other, demands, rules, laws, scale, leastNoise, penalty);
  }

  /** The same with other demands on the coefficients, and what a term costs under them. */
  Ground with(Coordinates demands, double newPenalty) {
    return new Ground(pieces, field, demands, rules, laws, scale, leastNoise, newPenalty);
  }

  /** The same with noise that depends on the states in another way. */
  Ground with(NoiseLaws other) {
    return new Ground(pieces, field, coordinates, rules, other, scale, leastNoise, penalty);
  }

  /** d. */
  int states() {
    return scale.size();
  }

  /** The columns of the widest folds. */
  int widest() {
    return coordinates.size() + 1;
  }

  /** The columns of these coordinates. */
  Design design(List<Integer> chosen) {
    return Design.of(coordinates, chosen, states());
  }

  /** θ at the points of the rules of order m. */
  List<double[]> thetas(List<double[]> states, int m) {
    return atPoints(states, m, field::terms);
  }

  /** F of a model at the points of the rules of any order, evaluated when asked for. */
  IntFunction<List<double[]>> fields(List<double[]> states, Matrix model) {
    BinaryOperator<double[]> values = (x, u) -> field.values(x, u, model);
    if (rules.isShared()) {
      List<double[]> shared = atPoints(states, 1, values);
      return m -> shared;
    }
    return m -> atPoints(states, m, values);
  }

  private List<double[]> atPoints(List<double[]> states, int m, BinaryOperator<double[]> of) {
    List<StepRule> rules = rules().of(m);
    return Team.map(
        pieces.size(),
        k -> {
          Points points = rules.get(k).points();
          return of.apply(points.arguments(states.get(k), states()), points.controls());
        });
  }

  /**
   * n 0.01 τₖ² of each row k of a piece, τₖ its own quadrature error, which q cannot stand for
   * where some steps are much longer than most; otherwise zero.
   */
  double[] ownVariances(Iterate at, int piece) {
    List<StepRule> here = rules.of(at.order());
    double[] variances = new double[here.get(piece).rows() * states()];
    if (!rules.isUneven()) {
      return variances;
    }
    double[] error =
        rules.error(at.order(), piece, field(at, piece, 0), field(at, piece, 1), states());
    for (int e = 0; e < variances.length; e++) {
      variances[e] = ERROR_SHARE * rules.rows() * error[e] * error[e];
    }
    return variances;
  }

  /** F at the points of the rule of m, or of so much more, of a piece. */
  private double[] field(Iterate at, int piece, int more) {
    Points points = rules.of(at.order() + more).get(piece).points();
    double[] arguments = points.arguments(at.states().get(piece), states());
    return field.values(arguments, points.controls(), at.model());
  }

  /**
   * q, at least n (0.01 τ² + (1e-12 scale)²), τ² the mean squared quadrature error; the largest of
   * equations that are counterparts.
   */
  Vec floored(Iterate at) {
    double[] floored = at.defect().toArray();
    double[] errors = rules.squaredErrors(at.order(), at.fields(), floored.length);
    double rounding = ROUNDING * ROUNDING * rules.scale() * rules.rows();
    for (int i = 0; i < floored.length; i++) {
      double least = ERROR_SHARE * errors[i] + rounding * scale.get(i) * scale.get(i);
      floored[i] = Math.max(floored[i], least);
    }
    int[] first = coordinates.counterparts();
    for (int i = 0; i < floored.length; i++) {
      floored[first[i]] = Math.max(floored[first[i]], floored[i]);
    }
    for (int i = 0; i < floored.length; i++) {
      floored[i] = floored[first[i]];
    }
    return Vec.adopt(floored);
  }
}
