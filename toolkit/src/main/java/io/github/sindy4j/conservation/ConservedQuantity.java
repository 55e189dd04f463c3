package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Verdict;

/**
 * h with ∇h·F ≈ 0: constant along every solution of ẋ = F(x).
 *
 * @param expression h, whose text {@link Expression#parse} reads back
 * @param coefficients c of h = Σ c_j η_j over the candidates
 * @param defect ρ = rms(∇h·F)/rms(|∇h| |F|); 0 where it was found exactly
 * @param change how much ρ may differ for the models that the data allow
 * @param order the largest order of its terms
 * @param spread the distance of the 5th and the 95th percentile of h in the region
 * @param composed whether it is a polynomial in quantities listed before
 * @param verdict on ∇h·F = 0
 */
public record ConservedQuantity(
    Expression expression,
    Vec coefficients,
    double defect,
    double change,
    int order,
    double spread,
    boolean composed,
    Verdict verdict) {
  @Override
  public String toString() {
    return expression.toString();
  }
}
