/**
 * Linear regression with few terms: data folded to one triangle, constraints, regressors, model
 * selection, inference.
 *
 * <p>May use: exact, linalg, notice. Must not know: dynamics, libraries, where rows come from.
 */
@NullMarked
package io.github.sindy4j.regress;

import org.jspecify.annotations.NullMarked;
