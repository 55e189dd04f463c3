package io.github.sindy4j.conservation;

/**
 * ∇·F = Σ ∂Fᵢ/∂xᵢ, the rate at which volumes of states grow.
 *
 * @param kind how it depends on the state
 * @param mean over the points of the region
 * @param least its least value there
 * @param largest its largest value there
 * @param text the formula with four digits, where there is one
 */
public record Divergence(Kind kind, double mean, double least, double largest, String text) {
  /** How ∇·F depends on the state. */
  public enum Kind {
    /** Volumes stay. */
    ZERO,
    /** Volumes grow or shrink everywhere at one rate. */
    CONSTANT,
    /** It depends on the state. */
    VARYING
  }
}
