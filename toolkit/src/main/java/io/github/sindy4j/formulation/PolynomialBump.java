package io.github.sindy4j.formulation;

import io.github.sindy4j.notice.BadSetting;

/**
 * φ(s) = (1 − s²)^p: p − 1 derivatives vanish at the ends, so that the trapezoidal rule on a
 * uniform grid has an error of O(h^p) for φ′ and O(h^{p+1}) for φ.
 *
 * <p>Source: D. A. Messenger and D. M. Bortz, Multiscale Model. Simul. 19 (2021) 1474–1497.
 *
 * @param order p, from 2 to 40
 */
public record PolynomialBump(int order) implements TestFunction {
  /** Checks the order. */
  public PolynomialBump {
    BadSetting.require(
        order >= 2 && order <= 40,
        "weak order",
        "must be between 2 and 40 but is " + order,
        "10 is usual; higher orders integrate more exactly and look at less of their width");
  }

  @Override
  public double value(double s) {
    return Math.pow(1 - s * s, order);
  }

  @Override
  public double slope(double s) {
    return -2 * order * s * Math.pow(1 - s * s, order - 1);
  }

  @Override
  public double deviation() {
    return 1 / Math.sqrt(2.0 * order + 3);
  }

  @Override
  public String text() {
    return "order=" + order;
  }
}
