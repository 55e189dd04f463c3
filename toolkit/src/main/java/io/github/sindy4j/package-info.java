/**
 * The sentence a user writes: {@link io.github.sindy4j.Sindy} wires the other rooms together and
 * computes nothing itself.
 *
 * <p>May use: notice, linalg, data, basis, derivative, formulation, regress, model, symmetry,
 * discovery, conservation, knowledge, promotion. Must not know: files, pictures, ODE solvers.
 */
@NullMarked
package io.github.sindy4j;

import org.jspecify.annotations.NullMarked;
