package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * L_ξ F = DF·v_ξ − S_ξ F, bilinear in the function F_W(x) = W θ(x) and in the generator ξ: as a map
 * of vec(W) for a fixed ξ it tells what to enforce, as a map of ξ for a fixed W what to discover.
 *
 * <p>W is n×p, vec(W) row-major. Images are in coordinates in which the Euclidean length is the L2
 * norm: ‖L vec(W)‖² = mean of |L_ξ F_W|² (over the region, or over the points). Exact images of
 * different degree share their first coordinates; those of lower degree continue with zeros.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025.
 */
public interface LieDerivative {
  /** vec(W) ↦ L_ξ F_W. */
  LinearMap along(Generator xi, Fibre fibre);

  /** vec(W) ↦ K_h F_W − F_W, (K_h F)(x) = B⁻¹ F(A x). */
  LinearMap along(GroupElement h);

  /** vec(W) ↦ F_W, in the coordinates of the images. */
  LinearMap identity(int outputs);

  /** b ↦ L_{v_b} F_W with v_b = Σ bₐ ξₐ: one column for each candidate. */
  default Matrix of(Matrix w, List<Generator> candidates, Fibre fibre) {
    Vec vecW = Vec.adopt(w.toArray());
    double[][] columns =
        candidates.stream()
            .map(xi -> along(xi, fibre).apply(vecW).toArray())
            .toArray(double[][]::new);
    return Matrix.ofColumns(columns);
  }

  /** Exactly, for monomials θ and polynomial generators; the norm is that of L2 over the region. */
  static LieDerivative exact(Library library, Region region) {
    return new ExactLieDerivative(library, region);
  }

  /** For any library and generators, at these points (one a row). */
  static LieDerivative sampled(Library library, Matrix points) {
    return new SampledLieDerivative(library, points);
  }

  /** Whether {@link #exact} can take this library. */
  static boolean isExactFor(Library library) {
    return library.terms().stream().allMatch(Term::isMonomial);
  }
}
