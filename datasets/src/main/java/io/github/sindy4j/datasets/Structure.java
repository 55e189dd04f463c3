package io.github.sindy4j.datasets;

import java.util.List;

/**
 * What is known to be true of a system's solutions.
 *
 * @param continuous a basis of the affine symmetries
 * @param discrete generators of the discrete linear symmetries that no continuous one contains
 * @param conserved independent conserved quantities
 */
record Structure(
    List<AffineSymmetry> continuous,
    List<DiscreteSymmetry> discrete,
    List<ConservedQuantity> conserved) {
  static final Structure NONE = new Structure(List.of(), List.of(), List.of());

  Structure withContinuous(AffineSymmetry... symmetries) {
    return new Structure(List.of(symmetries), discrete, conserved);
  }

  Structure withDiscrete(DiscreteSymmetry... symmetries) {
    return new Structure(continuous, List.of(symmetries), conserved);
  }

  Structure withConserved(ConservedQuantity... quantities) {
    return new Structure(continuous, discrete, List.of(quantities));
  }
}
