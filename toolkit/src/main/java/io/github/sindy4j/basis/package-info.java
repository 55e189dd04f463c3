/**
 * Candidate functions θ(x): terms with names, libraries that evaluate them and their exact
 * directional derivatives.
 *
 * <p>May use: exact, linalg, notice. Must not know: data, regression, dynamics.
 */
@NullMarked
package io.github.sindy4j.basis;

import org.jspecify.annotations.NullMarked;
