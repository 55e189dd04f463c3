package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of flow ẋ = F(x) is. Each trait is a linear condition on F or DF, tested at generic
 * points of a region in the coordinates of its half widths.
 *
 * @param linear F(x) = A x + a: DF is constant
 * @param gradient F = −∇V: DF is symmetric
 * @param hamiltonian d(i_F Ω) = 0 for a constant Ω = −Ωᵀ, det Ω ≠ 0: Ω DF is symmetric
 * @param volumePreserving ∇·F = 0
 * @param reversible F(S x) = −S F(x) for signs S = diag(±1, …)
 * @param homogeneous [v, F] = c F, c ≠ 0, for a scaling v = diag(w) x: it also rescales time
 * @param divergence ∇·F
 * @param symplecticForm Ω of a Hamiltonian field
 * @param reversals every S found, fewest minus signs first
 * @param scalings a basis of the scalings, those that keep the pace of time among them
 */
public record ModelStructure(
    Trait linear,
    Trait gradient,
    Trait hamiltonian,
    Trait volumePreserving,
    Trait reversible,
    Trait homogeneous,
    Divergence divergence,
    Optional<Matrix> symplecticForm,
    List<GroupElement> reversals,
    List<Scaling> scalings) {
  private static final int POINTS = 200;

  /** Copies the lists. */
  public ModelStructure {
    reversals = List.copyOf(reversals);
    scalings = List.copyOf(scalings);
  }

  /** The traits of a model; a defect that is zero beside 1 in the tolerance holds. */
  public static ModelStructure of(Dynamics dynamics, Region region, Tolerance tolerance) {
    JacobianSamples samples = JacobianSamples.of(dynamics, region, POINTS);
    DifferentialTraits traits = new DifferentialTraits(samples, tolerance.relative());
    SymplecticForms forms = new SymplecticForms(samples, tolerance.relative());
    Reversals reversals = new Reversals(samples, tolerance.relative());
    Scalings scalings = new Scalings(samples, tolerance.relative());
    Divergence divergence = traits.divergence();
    return new ModelStructure(
        traits.linear(),
        traits.gradient(),
        forms.trait(),
        traits.volumePreserving(divergence),
        reversals.trait(),
        scalings.trait(),
        divergence,
        forms.form(),
        reversals.elements(),
        scalings.basis());
  }

  /** For models whose coefficients are what they are: tolerance 1e-9. */
  public static ModelStructure of(Dynamics dynamics, Region region) {
    return of(dynamics, region, new Tolerance(1e-9));
  }

  /** All traits, in a fixed order. */
  public List<Trait> traits() {
    return List.of(linear, hamiltonian, gradient, volumePreserving, reversible, homogeneous);
  }

  /** One line for each trait. */
  @Override
  public String toString() {
    return String.join(
        "\n", Stream.of(traits()).flatMap(List::stream).map(Trait::toString).toList());
  }
}
