package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Vec;
import java.util.Optional;

/**
 * The matrices of rank r near X = Σ σᵢ uᵢ vᵢᵀ: U and V hold its r leading singular vectors, and
 * P(Z) = (I − UUᵀ) Z (I − VVᵀ) is the part of Z that leaves them in first order.
 *
 * @param image X
 * @param left U, P×r
 * @param right V, q×r
 */
record FixedRank(Matrix image, Matrix left, Matrix right) {
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
   * The solution x of Lᵀ P L x = g on ker Θ by conjugate gradients, preconditioned by A₁; empty
   * when they do not converge: then the rank does not isolate the point.
   *
   * <p>Residuals are kept in ker Θ: the rest of g is often larger by ten digits and its rounding
   * would drown them.
   */
  Optional<Vec> solve(DataPlane plane, Vec g, double tolerance, int limit) {
    Vec x = Vec.zeros(g.size());
    Vec residual = plane.free(g);
    Vec direction = plane.solve(residual);
    double decrease = residual.dot(direction);
    double target = tolerance * tolerance * decrease;
    for (int k = 0; k < limit && decrease > target; k++) {
      Vec image = plane.free(normal(plane, direction));
      double step = decrease / direction.dot(image);
      if (!(step > 0) || Double.isInfinite(step)) {
        return Optional.empty();
      }
      x = x.plus(step, direction);
      residual = residual.plus(-step, image);
      Vec next = plane.solve(residual);
      double nextDecrease = residual.dot(next);
      direction = next.plus(nextDecrease / decrease, direction);
      decrease = nextDecrease;
    }
    return decrease <= target ? Optional.of(x) : Optional.empty();
  }

  /** Lᵀ P L d. */
  Vec normal(DataPlane plane, Vec d) {
    return plane.map().applyTranspose(leaving(plane.map().apply(d)));
  }
}
