package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * x̃ = argmin ½ ‖y − x‖² + α ‖D x‖₁, D the differences of order k + 1, divided on uneven grids: a
 * piecewise polynomial of degree k whose few knots the data choose. Rates are finite differences of
 * x̃.
 *
 * <p>α has the unit of the states, time counted in mean steps; it minimises C_L for known noise,
 * generalised cross-validation otherwise, the degrees of freedom being the number of knots and k +
 * 1. Solved by an interior-point method to a duality gap of 10⁻¹⁰, or 10⁻⁶ for k = 3 on thousands
 * of samples, where arithmetic allows no more. Not linear in the data.
 *
 * <p>Source: S.-J. Kim, K. Koh, S. Boyd and D. Gorinevsky, SIAM Review 51 (2009) 339–360; R. J.
 * Tibshirani, Annals of Statistics 42 (2014) 285–323 for k &gt; 1 and uneven grids.
 *
 * @param order k, from 1 to 3
 * @param weight α
 */
public record TrendFilter(int order, Weight weight) implements Differentiator {
  /** Checks the order. */
  public TrendFilter {
    BadSetting.require(
        order >= 1 && order <= 3,
        "trend-filter order",
        "must be between 1 and 3 but is " + order,
        "2 gives rates that are piecewise linear");
  }

  /** Piecewise quadratic states, α by cross-validation. */
  public static TrendFilter defaults() {
    return new TrendFilter(2, Weight.automatic());
  }

  /** With pieces of another degree. */
  public TrendFilter withOrder(int degree) {
    return new TrendFilter(degree, weight);
  }

  /** With a weight from elsewhere. */
  public TrendFilter withWeight(Weight other) {
    return new TrendFilter(order, other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    return SmoothedEstimate.ofColumns(values, new TrendSmoother(times, order, weight)::column);
  }

  @Override
  public int minimumSamples() {
    return order + 2;
  }

  @Override
  public String text() {
    return MethodText.of("trend-filter", "order=" + order, weight.text());
  }
}
