/**
 * What acts on a model F_W(x) = W θ(x), and what it changes there: the Lie derivative L_ξ F =
 * DF·v_ξ − S_ξ F, linear in W and in the generator ξ, so that what is enforced is its null space.
 *
 * <p>Begin at {@link io.github.sindy4j.symmetry.Action}, {@link
 * io.github.sindy4j.symmetry.LieDerivative} and {@link io.github.sindy4j.symmetry.Equivariance}.
 *
 * <p>May use: algebra, exact, linalg, data, basis, regress. Must not know: what is discovered or
 * conserved, files, pictures, how a fit is wired.
 */
@NullMarked
package io.github.sindy4j.symmetry;

import org.jspecify.annotations.NullMarked;
