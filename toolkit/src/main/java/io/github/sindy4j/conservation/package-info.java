/**
 * What stays along the solutions of ẋ = F(x), and the structure behind it: conserved quantities H
 * with ∇H·F = 0, the generators that Noether's theorem pairs with them, divergence, scalings,
 * reversals and symplectic forms.
 *
 * <p>Begin at {@link io.github.sindy4j.conservation.Conservation}, {@link
 * io.github.sindy4j.conservation.Noether} and {@link
 * io.github.sindy4j.conservation.ModelStructure}.
 *
 * <p>May use: algebra, symmetry, exact, linalg, data, basis. Must not know: discovery, regression,
 * files, pictures, how a fit is wired.
 */
@NullMarked
package io.github.sindy4j.conservation;

import org.jspecify.annotations.NullMarked;
