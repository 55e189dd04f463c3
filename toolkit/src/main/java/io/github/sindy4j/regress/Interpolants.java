package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;

/**
 * {@code {w : Θ w = y, C w = d}} seen through L: w = w₀ + R z + (directions that L does not see),
 * where z ↦ L(R z) keeps lengths, ‖L(R z)‖_F = ‖z‖. The nearest image to Z is therefore L(w₀ + R Rᵀ
 * Lᵀ(Z − L(w₀))).
 */
final class Interpolants {
  /** Eigenvalues of Bᵀ LᵀL B below this part of the largest are directions that L does not see. */
  private static final double UNSEEN = 1e-14;

  private final MatrixMap map;
  private final Vec shortest;
  private final Matrix free;
  private final Matrix unit;
  private final Matrix origin;
  private final double residual;
  private final double largestTerm;

  private Interpolants(MatrixMap map, NullSpace solutions, Matrix unit, double largestTerm) {
    this.map = map;
    this.shortest = solutions.particular();
    this.free = solutions.basis();
    this.residual = solutions.residual();
    this.unit = unit;
    this.largestTerm = largestTerm;
    this.origin = map.apply(shortest);
  }

  static Interpolants of(InterpolationProblem problem) {
    return of(problem.map(), problem.solutions());
  }

  /** All w: nothing is demanded. */
  static Interpolants ofAll(MatrixMap map) {
    int unknowns = map.unknowns();
    return of(
        map, NullSpace.byReflections(Matrix.zeros(0, unknowns), Vec.zeros(0), Tolerance.RANK));
  }

  private static Interpolants of(MatrixMap map, NullSpace solutions) {
    Matrix b = solutions.basis();
    Matrix gram = map.gram();
    SymmetricEigen eigen = SymmetricEigen.of(b.transpose().times(gram).times(b));
    Vec values = eigen.values();
    int seen = 0;
    while (seen < values.size() && values.get(seen) > UNSEEN * values.first()) {
      seen++;
    }
    double[] directions = eigen.leading(seen).toArray();
    for (int k = 0; k < directions.length; k++) {
      directions[k] /= Math.sqrt(values.get(k % seen));
    }
    return new Interpolants(
        map, solutions, b.times(Matrix.adopt(b.cols(), seen, directions)), largestTerm(gram));
  }

  /** maxⱼ ‖L(eⱼ)‖_F, from LᵀL. */
  static double largestTerm(Matrix gram) {
    double largest = 0;
    for (int j = 0; j < gram.cols(); j++) {
      largest = Math.max(largest, gram.get(j, j));
    }
    return Math.sqrt(largest);
  }

  /** L. */
  MatrixMap map() {
    return map;
  }

  /** maxⱼ ‖L(eⱼ)‖_F. */
  double largestTerm() {
    return largestTerm;
  }

  /** By how much the equations contradict each other; rounding when they do not. */
  double residual() {
    return residual;
  }

  /** The interpolant whose image is nearest to Z. */
  Vec nearest(Matrix z) {
    return shortest.plus(along(pull(z.minus(origin))));
  }

  /** The interpolant of least ‖L(w)‖_F. */
  Vec least() {
    return nearest(Matrix.zeros(map.rows(), map.cols()));
  }

  /** ‖L(w)‖_F as it would be if its terms did not cancel: what is far below is rounding. */
  double size(Vec w) {
    return largestTerm * w.norm();
  }

  /** w, moved back onto the equations along the shortest way. */
  Vec restored(Vec w) {
    return shortest.plus(free.apply(free.applyTranspose(w.minus(shortest))));
  }

  /** The length of z. */
  int directions() {
    return unit.cols();
  }

  /** R z. */
  Vec along(Vec z) {
    return unit.apply(z);
  }

  /** Rᵀ Lᵀ(Z), the transpose of z ↦ L(R z). */
  Vec pull(Matrix z) {
    return unit.applyTranspose(map.applyTranspose(z));
  }
}
