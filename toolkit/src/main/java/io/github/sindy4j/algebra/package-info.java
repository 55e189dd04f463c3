/**
 * What moves points, and how it closes: generators v = Σᵢ vᵢ(x) ∂/∂xᵢ, their bracket [v, w] = Dw·v
 * − Dv·w, the Lie algebras they span by [vᵢ, vⱼ] = Σₖ cᵢⱼᵏ vₖ, and which algebra that is.
 *
 * <p>Begin at {@link io.github.sindy4j.algebra.Generator} and {@link
 * io.github.sindy4j.algebra.LieAlgebra}.
 *
 * <p>May use: exact, linalg, basis. Must not know: models, data, what is done with a symmetry.
 */
@NullMarked
package io.github.sindy4j.algebra;

import org.jspecify.annotations.NullMarked;
