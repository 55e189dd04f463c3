package io.github.sindy4j.datasets;

/**
 * One non-zero entry of W in ẋ = W θ(x).
 *
 * @param state the name of the state whose rate it enters
 * @param term the name of the library term
 * @param value the entry
 */
public record Coefficient(String state, String term, double value) {}
