package io.github.sindy4j.smoother;

/** How the variance of a state's noise depends on the state. */
public enum NoiseLaw {
  /** σ². */
  CONSTANT,
  /** ρ² x², and no less than ρ² times the square of a hundredth of the state's size. */
  PROPORTIONAL
}
