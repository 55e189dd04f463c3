package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Smoothing and differentiation together: (tᵢ, xᵢ) ↦ (x̃ᵢ, ẋᵢ). Called once for each segment, never
 * across a gap.
 */
public interface Differentiator {
  /**
   * Smoothed states and rates at every sample; times increase strictly, values are T×n with T ≥
   * {@link #minimumSamples}.
   */
  Estimate estimate(Vec times, Matrix values);

  /** The shortest segment it can handle. */
  int minimumSamples();

  /** How it is written on the command line, such as {@code savitzky-golay:11,3}. */
  String text();

  /** Reads a method and its settings, such as {@code whittaker:order=3}; see {@link #text}. */
  static Differentiator parse(String text) {
    return DifferentiatorParser.parse(text);
  }
}
