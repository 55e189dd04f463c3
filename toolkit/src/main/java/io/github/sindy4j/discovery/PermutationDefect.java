package io.github.sindy4j.discovery;

/** Tells how far a signed permutation of the states is from a symmetry; for one thread. */
interface PermutationDefect {
  /** From now on π is this. */
  void arrange(int[] image);

  /**
   * ρ(h) = ‖K_h F − F‖ / √(‖K_h F‖² + ‖F‖²) for π with these signs (bit i set: sᵢ = −1) and F∘h =
   * direction · h F; something larger than {@code limit} where ρ is.
   */
  double defect(long bits, int direction, double limit);

  /** Whether F∘h = direction · h F holds for every coefficient, bit by bit. */
  boolean isExact(long bits, int direction);
}
