/**
 * Which symmetries a model or a set of points has: the generators v_b = Σ bₐ ξₐ of a space whose
 * defect ‖L_{v_b} F‖ / ‖F‖ is small, in a readable basis, with verdicts, and the signed
 * permutations of the states.
 *
 * <p>Begin at {@link io.github.sindy4j.discovery.Discovery}, {@link
 * io.github.sindy4j.discovery.Tangency} and {@link io.github.sindy4j.discovery.SymmetrySpectrum}.
 *
 * <p>May use: algebra, symmetry, exact, linalg, basis, regress. Must not know: data, conservation,
 * files, pictures, how a fit is wired.
 */
@NullMarked
package io.github.sindy4j.discovery;

import org.jspecify.annotations.NullMarked;
