/**
 * What the user knows of the equations, in his own words: values of coefficients, known equations,
 * signs, conserved totals, symmetries; each becomes demands on vec(W).
 *
 * <p>May use: exact, linalg, data, basis, regress, symmetry. Must not know: how a fit is wired,
 * files, pictures.
 */
@NullMarked
package io.github.sindy4j.knowledge;

import org.jspecify.annotations.NullMarked;
