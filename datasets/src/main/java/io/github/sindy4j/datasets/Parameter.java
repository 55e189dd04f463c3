package io.github.sindy4j.datasets;

/**
 * A number in the equations of a known system.
 *
 * @param name such as {@code rho}
 * @param value its value
 */
public record Parameter(String name, double value) {}
