/**
 * How a dataset and a library become rows of a regression.
 *
 * <p>May use: linalg, data, basis, derivative, regress, notice. Must not know: files, models,
 * pictures.
 */
@NullMarked
package io.github.sindy4j.formulation;

import org.jspecify.annotations.NullMarked;
