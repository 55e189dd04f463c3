package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * Seeks h = Σ c_j η_j with ∇h·F = 0 for ẋ = F(x): the null space of c ↦ ∇h_c·F, the Lie derivative
 * of a scalar function with F as the generator, modulo constants.
 *
 * <p>Polynomials with simple rational coefficients are treated exactly. Otherwise h counts as
 * conserved when
 *
 * <pre> ρ(c) = rms(∇h·F)/rms(|∇h| |F|) ≤ tolerance, </pre>
 *
 * at generic points of a region, coordinates and rates measured in its half widths: the cosine of
 * the angle between ∇h and F, averaged. All stationary values of ρ are returned, and those count
 * that a tenfold gap separates from the next.
 *
 * <p>Where nothing is conserved there are still functions that change little: every flow has
 * conserved quantities piece by piece, and high degrees come near them (a quartic of Rössler's has
 * ρ = 0.0003 on its attractor). Hence the gap, a tolerance of at most 0.01, and the look at the
 * drift.
 *
 * @param tolerance on ρ
 * @param exact whether coefficients are exact numbers; if not, only ρ decides
 * @param products whether polynomials in other quantities are listed too
 */
public record Conservation(double tolerance, boolean exact, boolean products) {
  /** Checks the tolerance. */
  public Conservation {
    BadSetting.require(
        tolerance > 0 && tolerance < 1,
        "Conservation.tolerance",
        "must lie between 0 and 1 but is " + tolerance,
        "It is the relative defect that still counts as conserved: 1e-6 for exact models, 0.01 for"
            + " fitted ones");
  }

  /** For models whose coefficients are what they are: tolerance 1e-6. */
  public static Conservation ofModels() {
    return new Conservation(1e-6, true, true);
  }

  /** For models fitted to data: tolerance 0.01. */
  public static Conservation ofFits() {
    return new Conservation(0.01, false, true);
  }

  /** The same with another tolerance on ρ. */
  public Conservation withTolerance(double newTolerance) {
    return new Conservation(newTolerance, exact, products);
  }

  /** The same, with polynomials in other quantities listed or left out. */
  public Conservation withProducts(boolean listed) {
    return new Conservation(tolerance, exact, listed);
  }

  /** The quantities among these functions of the states, at generic points of the region. */
  public ConservedQuantities search(Dynamics dynamics, Library candidates, Region region) {
    return new ConservationSearch(this, dynamics, candidates, region, List.of()).run();
  }

  /**
   * The quantities among the functions that suit the model: monomials up to degree 4 (at most 120,
   * but degree 2 in any case up to 30 states), for every b^e in it with e negative or not whole
   * b^(e+1) and the states times it, its functions, and log(x) for states that never change sign.
   * Polynomials in other quantities are left out.
   */
  public ConservedQuantities search(Dynamics dynamics, Region region) {
    return withProducts(false).search(dynamics, CandidateQuantities.of(dynamics, region), region);
  }

  /**
   * The quantities at these points (one a row) rather than at generic ones. Points on few orbits
   * decide little: whatever vanishes on them seems conserved.
   */
  public ConservedQuantities searchAt(
      Matrix points, Dynamics dynamics, Library candidates, Region region) {
    return new ConservationSearch(this, dynamics, candidates, region, List.of(points)).run();
  }

  /** Whether this one function is conserved. */
  public ConservedQuantity judge(Dynamics dynamics, Expression h, Region region) {
    Library one = Library.of(dynamics.states(), List.of(h));
    return new ConservationSearch(this, dynamics, one, region, List.of()).judge();
  }
}
