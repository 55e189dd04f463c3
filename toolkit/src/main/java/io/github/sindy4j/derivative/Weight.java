package io.github.sindy4j.derivative;

import io.github.sindy4j.notice.BadSetting;

/**
 * λ, how much roughness counts beside misfit, and where it comes from.
 *
 * <p>λ has no unit: time is counted in mean steps of the grid, so that a weight means as much
 * smoothing, in samples, on any clock.
 */
public sealed interface Weight {
  /** By the data alone: generalised cross-validation, or likelihood where the method has one. */
  record Automatic() implements Weight {}

  /**
   * By the data and a known level of noise.
   *
   * @param sigma the standard deviation of the noise, in the unit of the states
   */
  record OfNoise(double sigma) implements Weight {
    /** Checks that it is positive. */
    public OfNoise {
      NoiseSetting.require(sigma);
    }
  }

  /**
   * A given one.
   *
   * @param value λ
   */
  record Fixed(double value) implements Weight {
    /** Checks that it is positive. */
    public Fixed {
      BadSetting.require(
          value > 0 && value < Double.POSITIVE_INFINITY,
          "derivative weight",
          "must be a positive number but is " + value,
          "Larger weights smooth more: 1 is little, 10000 much");
    }
  }

  /** Chosen by the data. */
  static Weight automatic() {
    return new Automatic();
  }

  /** Chosen for noise of this standard deviation. */
  static Weight ofNoise(double sigma) {
    return new OfNoise(sigma);
  }

  /** This one. */
  static Weight fixed(double value) {
    return new Fixed(value);
  }

  /**
   * How it is written among the settings of a method: empty, {@code noise=…} or {@code weight=…}.
   */
  default String text() {
    if (this instanceof OfNoise known) {
      return NoiseSetting.text(known.sigma());
    }
    return this instanceof Fixed fixed ? "weight=" + fixed.value() : "";
  }
}
