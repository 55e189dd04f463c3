package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The matrices of rank r near X = Σ σᵢ uᵢ vᵢᵀ: U and V hold its r leading singular vectors, and
 * P(Z) = (I − UUᵀ) Z (I − VVᵀ) is the part of Z that leaves them in first order.
 *
 * @param image X
 * @param left U, P×r
 * @param right V, q×r
 */
record FixedRank(Matrix image, Matrix left, Matrix right) {
  /** What is left of a right-hand side below this part of it is rounding. */
  private static final double ROUNDING = 1e-13;

  /** Where fewer of the entries than this part are not zero, they are computed one by one. */
  private static final double SPARSE = 0.4;

  /** At X; empty when X has no r singular values above rounding. */
  static Optional<FixedRank> at(Matrix x, int r) {
    boolean flip = x.cols() > x.rows();
    Matrix tall = flip ? x.transpose() : x;
    Matrix v = SymmetricEigen.of(tall.gram()).leading(r);
    return Orthonormal.of(tall.times(v))
        .map(u -> flip ? new FixedRank(x, v, u) : new FixedRank(x, u, v));
  }

  /** P(Z). */
  Matrix leaving(Matrix z) {
    Matrix a = z.minus(left.times(left.transposeTimes(z)));
    return a.minus(a.times(right).timesTranspose(right));
  }

  /** Σ uᵢ vᵢᵀ, the gradient of ‖·‖_* along the matrices of rank r. */
  Matrix sign() {
    return left.timesTranspose(right);
  }

  /** ‖P(X)‖_F / σ₁, at least σ_{r+1}/σ₁. */
  double tail() {
    return leaving(image).norm() / largest();
  }

  /** σ₁. */
  double largest() {
    return SingularValues.largest(core());
  }

  /** ‖X‖_* from above: of the part of rank r, and a bound on the rest. */
  double nuclearNorm() {
    Matrix rest = image.minus(left.times(core()).timesTranspose(right));
    return SingularValues.of(core()).sum()
        + Math.sqrt(Math.min(image.rows(), image.cols())) * rest.norm();
  }

  private Matrix core() {
    return left.transposeTimes(image.times(right));
  }

  /**
   * The solution x of F x = g for F = B Bᵀ Rᵀ Lᵀ P L R on the directions that the data leave free,
   * by conjugate gradients: no eigenvalue of F exceeds 1. Where they do not converge, the rank does
   * not isolate the point.
   */
  Solution solve(DataPlane plane, Vec g, double tolerance, int limit) {
    Vec x = Vec.zeros(g.size());
    Vec residual = plane.free(g);
    Vec direction = residual;
    double size = residual.dot(residual);
    double rounding = ROUNDING * ROUNDING * g.dot(g);
    double target = Math.max(tolerance * tolerance * size, rounding);
    UnaryOperator<Vec> normal = normal(plane);
    int k = 0;
    while (k < limit && size > target) {
      k++;
      Vec image = normal.apply(direction);
      double step = size / direction.dot(image);
      if (!(step > 0) || Double.isInfinite(step)) {
        return new Solution(x, k, false);
      }
      x = x.plus(step, direction);
      residual = residual.plus(-step, image);
      double next = residual.dot(residual);
      direction = residual.plus(next / size, direction);
      size = next;
    }
    return new Solution(x, k, size <= target);
  }

  /** F. */
  UnaryOperator<Vec> normal(DataPlane plane) {
    UnaryOperator<Matrix> part = leavingWithin(plane);
    return d -> plane.free(plane.pull(part.apply(plane.image(d))));
  }

  /** P on images, right at the places that Lᵀ looks at. */
  private UnaryOperator<Matrix> leavingWithin(DataPlane plane) {
    int[] support = plane.support();
    return support.length < SPARSE * image.rows() * image.cols()
        ? new LeavingPart(left, right, support)::of
        : this::leaving;
  }

  /** What conjugate gradients found. */
  record Solution(Vec x, int steps, boolean isConverged) {}
}
