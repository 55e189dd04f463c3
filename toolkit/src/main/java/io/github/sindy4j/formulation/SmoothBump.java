package io.github.sindy4j.formulation;

import io.github.sindy4j.notice.BadSetting;

/**
 * φ(s) = exp(−η s²/(1 − s²)): all derivatives vanish at the ends, so that the trapezoidal rule on a
 * uniform grid converges faster than any power of h.
 *
 * <p>Source: D. M. Bortz, D. A. Messenger and V. Dukic, Bull. Math. Biol. 85 (2023) 110, where η =
 * 9.
 *
 * @param sharpness η &gt; 0
 */
public record SmoothBump(double sharpness) implements TestFunction {
  private static final int PANELS = 200;

  /** Checks η. */
  public SmoothBump {
    BadSetting.require(
        sharpness >= 1 && sharpness <= 100,
        "weak sharpness",
        "must be between 1 and 100 but is " + sharpness,
        "9 is usual");
  }

  @Override
  public double value(double s) {
    double rest = 1 - s * s;
    return rest <= 0 ? 0 : Math.exp(-sharpness * s * s / rest);
  }

  @Override
  public double slope(double s) {
    double rest = 1 - s * s;
    return rest <= 0 ? 0 : -2 * sharpness * s / (rest * rest) * value(s);
  }

  @Override
  public double deviation() {
    double sum = 0;
    double squares = 0;
    for (int k = -PANELS; k <= PANELS; k++) {
      double s = (double) k / PANELS;
      sum += value(s);
      squares += s * s * value(s);
    }
    return Math.sqrt(squares / sum);
  }

  @Override
  public String text() {
    return "sharpness=" + sharpness;
  }
}
