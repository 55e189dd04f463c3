package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * ẋ(tᵢ) = p′(tᵢ), p the polynomial of degree {@code order} through order + 1 neighbouring samples:
 * an error of O(h^order) on any grid.
 *
 * <p>Windows are centred for even orders, reach one sample further to the right for odd ones, and
 * are one-sided at the ends. States are not smoothed.
 *
 * @param order of accuracy, from 1 to 20
 */
public record FiniteDifference(int order) implements LocalDifferentiator {
  /** Checks the order. */
  public FiniteDifference {
    BadSetting.require(
        order >= 1 && order <= 20,
        "finite-difference order",
        "must be between 1 and 20 but is " + order,
        "Orders 2 and 4 are usual");
  }

  /** Finite differences of this order of accuracy. */
  public static FiniteDifference ofOrder(int order) {
    return new FiniteDifference(order);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values, int from, int to) {
    return new LocalRates(order + 1, order + 3, order, order + 2, false)
        .estimate(times, values, from, to);
  }

  @Override
  public int reach() {
    return order + 3;
  }

  @Override
  public int minimumSamples() {
    return order + 1;
  }

  @Override
  public String text() {
    return "finite-difference:" + order;
  }
}
