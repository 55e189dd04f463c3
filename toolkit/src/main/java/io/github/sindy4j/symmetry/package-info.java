/**
 * Symmetry as linear algebra: the Lie derivative L_ξ F = DF·v_ξ − S_ξ F is linear in the model F
 * and in the generator ξ, so that what is enforced, discovered and conserved are null spaces.
 *
 * <p>May use: exact, linalg, data, basis, regress. Must not know: files, pictures, how a fit is
 * wired.
 */
@NullMarked
package io.github.sindy4j.symmetry;

import org.jspecify.annotations.NullMarked;
