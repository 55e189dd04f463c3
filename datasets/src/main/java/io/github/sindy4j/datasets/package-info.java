/**
 * Something to work on: known systems with their true coefficients, symmetries and conserved
 * quantities, simulated with noise on request, and bundled measured data with their sources.
 *
 * <p>May use: toolkit (linalg, data, basis, model, io, notice), integrators. Must not know:
 * regression, reports.
 */
@NullMarked
package io.github.sindy4j.datasets;

import org.jspecify.annotations.NullMarked;
