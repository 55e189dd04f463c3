/**
 * From samples x(tᵢ) to smoothed states and rates ẋ(tᵢ), with an estimate of their errors.
 *
 * <p>May use: linalg, data, notice. Must not know: libraries, regression.
 */
@NullMarked
package io.github.sindy4j.derivative;

import org.jspecify.annotations.NullMarked;
