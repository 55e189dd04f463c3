/**
 * A fitted model as a vector field: its equations, its right-hand side, its scores; the port for
 * integrators.
 *
 * <p>May use: linalg, basis, data, notice. Must not know: how a model was found, ODE solvers,
 * pictures.
 */
@NullMarked
package io.github.sindy4j.model;

import org.jspecify.annotations.NullMarked;
