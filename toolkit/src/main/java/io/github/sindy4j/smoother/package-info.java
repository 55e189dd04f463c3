/**
 * States, noise and model together: the measured trajectories are smoothed by the model that is
 * being fitted to them, and what the smoothing leaves open is carried into the regression as the
 * covariance of its rows.
 *
 * <p>y = x + e with white noise e, and D x = B F(x) + w with a small defect w, F = W θ: one
 * Gauss–Newton step of this errors-in-variables problem is a generalised least-squares regression
 * on the whole library, whitened by a banded Cholesky factor, at a cost of O(N).
 *
 * <p>May use: linalg, data, basis, derivative, regress, notice. Must not know: files, models,
 * pictures.
 */
@NullMarked
package io.github.sindy4j.smoother;

import org.jspecify.annotations.NullMarked;
