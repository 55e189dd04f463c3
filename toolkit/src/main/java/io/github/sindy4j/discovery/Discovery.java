package io.github.sindy4j.discovery;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Optional;

/**
 * Finds the symmetries of a given F: the null space of ξ ↦ L_ξ F, and what is nearly in it.
 *
 * <p>For the field of an ODE, L_ξ F = [v, F] = DF v − Dv F, and the relative defect of v is
 *
 * <pre> ρ(v) = ‖[v, F]‖ / √( ‖DF v‖² + ‖Dv F‖² + η² ( ‖DF‖² ‖v‖² + ‖F‖² ‖Dv‖² ) ),   η = 0.01,
 * </pre>
 *
 * all norms being those of L2 over the region (root of the mean square; Frobenius for matrices), in
 * coordinates yᵢ = (xᵢ − cᵢ)/hᵢ in which the region is [−1, 1]^m, so that units do not matter. The
 * part with η gives a shift that F does not depend on a defect of 0 and not 0/0. Without it this is
 * the defect of the literature. With rescaling of time, [v, F] = c F with a constant c: the
 * numerator is ‖[v, F] − c F‖, and c² ‖F‖² is added under the root. For functions that keep their
 * values, ρ(v) = ‖DF v‖ / √(‖DF v‖² + ‖DF‖² ‖v‖²).
 *
 * <p>With ρ(b) = ‖A b‖/‖M b‖ over combinations b of candidates, the singular values are those of
 * the pair (A, M), by orthogonal factorizations of both. Norms are exact for polynomials, and means
 * over points for all else. A generator is HELD when ρ ± its uncertainty (see {@link Freedom}) lies
 * within the tolerance, BROKEN when it lies beyond it, else UNDECIDABLE. With tolerance 0 only what
 * is zero up to rounding is held; for simple rational coefficients that is decided in rational
 * arithmetic.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025; the quotient is derived here.
 *
 * @param tolerance the largest defect of a symmetry, between 0 and 1
 * @param rescaling whether [v, F] = c F is enough
 * @param discrete whether signed permutations of the states are searched too
 * @param reversing whether those with F∘h = −h F are, too
 * @param elements further discrete candidates, by the user
 * @param region where defects are measured, instead of the subject's region
 */
public record Discovery(
    double tolerance,
    boolean rescaling,
    boolean discrete,
    boolean reversing,
    List<GroupElement> elements,
    Optional<Region> region) {
  /** What tolerance 0 means in floating point. */
  private static final double ROUNDING = 1e-10;

  /** Checks the tolerance. */
  public Discovery {
    elements = List.copyOf(elements);
    BadSetting.require(
        tolerance >= 0 && tolerance < 1,
        "tolerance",
        "must lie in [0, 1) but is " + tolerance,
        "It is compared with relative defects: 0.05 is usual, 0 asks for exact symmetries");
  }

  /** Tolerance 0.05, generators only, time as it is. */
  public static Discovery defaults() {
    return new Discovery(0.05, false, false, false, List.of(), Optional.empty());
  }

  /** The same with another tolerance. */
  public Discovery withTolerance(double newTolerance) {
    return new Discovery(newTolerance, rescaling, discrete, reversing, elements, region);
  }

  /** The same; [v, F] = c F is enough. */
  public Discovery withRescaling() {
    return new Discovery(tolerance, true, discrete, reversing, elements, region);
  }

  /** The same; signed permutations of the states are searched. */
  public Discovery withDiscrete() {
    return new Discovery(tolerance, rescaling, true, reversing, elements, region);
  }

  /** The same; signed permutations are searched, also those that run time backwards. */
  public Discovery withReversing() {
    return new Discovery(tolerance, rescaling, true, true, elements, region);
  }

  /** The same with these discrete candidates. */
  public Discovery withElements(List<GroupElement> newElements) {
    return new Discovery(tolerance, rescaling, discrete, reversing, newElements, region);
  }

  /** The same, measured in this region. */
  public Discovery withRegion(Region newRegion) {
    return new Discovery(
        tolerance, rescaling, discrete, reversing, elements, Optional.of(newRegion));
  }

  /** Which combinations of these candidates, on the variables of the subject, are symmetries. */
  public SymmetrySpectrum of(Subject subject, GeneratorSpace candidates) {
    return new DiscoveryRun(this, placed(subject), candidates).spectrum();
  }

  /**
   * The discrete symmetries alone: signed permutations where they are searched, and the elements.
   */
  public DiscreteSymmetries discrete(Subject subject) {
    return new DiscreteRun(this, placed(subject)).symmetries();
  }

  private Subject placed(Subject subject) {
    return region.map(subject::withRegion).orElse(subject);
  }

  /** The tolerance in floating point. */
  double limit() {
    return Math.max(tolerance, ROUNDING);
  }
}
