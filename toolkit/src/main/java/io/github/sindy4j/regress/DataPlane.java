package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Cholesky;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SymmetricEigen;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The affine space {w₀ + B z} that interpolates, with what every step on it needs: A₁ = B (Bᵀ LᵀL
 * B)⁻¹ Bᵀ, so that argmin ‖L(w) − Z‖_F over it is w₀ + A₁ Lᵀ(Z − L(w₀)).
 *
 * <p>Directions of ker Θ on which L vanishes are left at w₀: the inverse is then the
 * pseudo-inverse, and {@code undetermined} counts them.
 *
 * @param map L
 * @param origin w₀
 * @param originImage L(w₀)
 * @param basis B, F×f
 * @param inverse A₁, F×F
 * @param undetermined dim(ker Θ ∩ ker L)
 */
record DataPlane(
    MatrixMap map, Vec origin, Matrix originImage, Matrix basis, Matrix inverse, int undetermined) {
  /** Directions z with ‖L(B z)‖² below this part of the largest are taken to vanish. */
  private static final Tolerance VANISHING = new Tolerance(1e-12);

  static DataPlane of(InterpolationProblem problem, NullSpace solutions) {
    MatrixMap map = problem.map();
    Matrix b = solutions.basis();
    Matrix gram = b.transposeTimes(map.gram().times(b));
    Matrix symmetric = gram.plus(1, gram.transpose()).scaled(0.5);
    Vec origin = solutions.particular();
    Matrix image = map.apply(origin);
    Optional<Cholesky> factor = Cholesky.of(symmetric, VANISHING);
    if (factor.isPresent()) {
      Matrix inverse = factor.get().whiten(b.transpose()).gram();
      return new DataPlane(map, origin, image, b, inverse, 0);
    }
    SymmetricEigen eigen = SymmetricEigen.of(symmetric);
    int rank = 0;
    while (rank < b.cols()
        && eigen.values().get(rank) > 0
        && !VANISHING.isZero(eigen.values().get(rank), eigen.values().get(0))) {
      rank++;
    }
    double[] roots = new double[rank];
    Arrays.setAll(roots, k -> 1 / Math.sqrt(eigen.values().get(k)));
    Matrix seen = scaledColumns(b.times(eigen.leading(rank)), roots);
    return new DataPlane(map, origin, image, b, seen.timesTranspose(seen), b.cols() - rank);
  }

  /** The interpolant whose image is nearest to Z. */
  Vec nearest(Matrix z) {
    return origin.plus(solve(map.applyTranspose(z.minus(originImage))));
  }

  /** A₁ g, for the gradient g of a function of w. */
  Vec solve(Vec g) {
    return inverse.applyTranspose(g);
  }

  /** B Bᵀ d, the part of d that the data leave free. */
  Vec free(Vec d) {
    return basis.apply(basis.applyTranspose(d));
  }

  /** The nearest interpolant to w: rounding drifts off the data, this returns to it. */
  Vec returned(Vec w) {
    return origin.plus(free(w.minus(origin)));
  }

  /**
   * The nearest matrix to Λ with Bᵀ Lᵀ(Λ) = 0, divided by its operator norm where that exceeds 1: a
   * feasible point of the dual programme.
   */
  Matrix dual(Matrix lambda) {
    Matrix feasible = lambda.minus(map.apply(solve(map.applyTranspose(lambda))));
    return feasible.scaled(1 / Math.max(1, SingularValues.largest(feasible)));
  }

  /** ⟨Λ, L(w)⟩, the same for every interpolant w when Λ is feasible. */
  double dualValue(Matrix lambda) {
    return lambda.dot(originImage);
  }

  private static Matrix scaledColumns(Matrix a, double[] factors) {
    double[] scaled = a.toArray();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= factors[k % factors.length];
    }
    return Matrix.adopt(a.rows(), a.cols(), scaled);
  }
}
