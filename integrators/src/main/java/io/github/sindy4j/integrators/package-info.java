/**
 * Solvers of ẋ = f(t, x) behind the toolkit's port {@link io.github.sindy4j.model.Integrator}:
 * explicit ({@link io.github.sindy4j.integrators.DormandPrince}, {@link
 * io.github.sindy4j.integrators.GraggBulirschStoer}, {@link io.github.sindy4j.integrators.Adams},
 * with fixed steps {@link io.github.sindy4j.integrators.RungeKutta4}), implicit ({@link
 * io.github.sindy4j.integrators.Radau}), and the choice between both while running ({@link
 * io.github.sindy4j.integrators.Automatic}).
 *
 * <p>All always return: a run that meets a singularity, leaves a bounded region or costs too much
 * stops with when and why. May use: linalg, model, notice. Must not know: libraries, regression,
 * data files. The only room that may use Commons Math.
 */
@NullMarked
package io.github.sindy4j.integrators;

import org.jspecify.annotations.NullMarked;
