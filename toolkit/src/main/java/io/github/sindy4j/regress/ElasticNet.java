package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;

/**
 * ‖z‖₁ + ½ ridge ‖z‖² (Zou and Hastie, J. R. Stat. Soc. B 67, 2005): few entries, and entries that
 * explain the same are kept together.
 *
 * @param ridge above 0
 */
public record ElasticNet(double ridge) implements Proximable, Polyhedral {
  /** Checks the ridge. */
  public ElasticNet {
    BadSetting.require(
        ridge > 0 && Double.isFinite(ridge),
        "elastic net",
        "the ridge must be a number > 0 but is " + ridge,
        "Without a ridge it is L1");
  }

  @Override
  public double value(Vec z) {
    return new L1().value(z) + 0.5 * ridge * z.dot(z);
  }

  @Override
  public Vec prox(Vec z, double step) {
    return new L1().prox(z, step).times(1 / (1 + step * ridge));
  }

  @Override
  public PiecewiseLinear pieces(int size) {
    return PiecewiseLinear.absoluteValues(size);
  }

  @Override
  public double dualScale(Vec y) {
    return 1;
  }

  @Override
  public Proximable atZero() {
    return new L1();
  }

  @Override
  public double conjugate(Vec y) {
    Vec beyond = new L1().prox(y, 1);
    return beyond.dot(beyond) / (2 * ridge);
  }
}
