package io.github.sindy4j.model;

import io.github.sindy4j.linalg.Vec;

/**
 * Solves ẋ = f(t, x), x(t₁) = x₀ and reports x at requested times. No state; for any number of
 * threads.
 */
@FunctionalInterface
public interface Integrator {
  /**
   * The states at {@code times}, which increase strictly and begin with the time of {@code start}.
   *
   * <p>A run that cannot be finished returns what it has, with when and why; it does not throw.
   */
  Solution integrate(VectorField field, Vec start, Vec times);
}
