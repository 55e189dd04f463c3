package io.github.sindy4j.datasets;

/**
 * ∇h·f = 0: constant along every solution.
 *
 * @param name such as {@code energy}
 * @param expression h, in the grammar of {@link io.github.sindy4j.basis.Expression#parse}
 */
public record ConservedQuantity(String name, String expression) {}
