package io.github.sindy4j.derivative;

import io.github.sindy4j.notice.BadSetting;

/** How many terms of a series are kept. */
public sealed interface Terms {
  /** As many as generalised cross-validation finds useful. */
  record Automatic() implements Terms {}

  /**
   * As many as Mallows' C_L finds useful for a known level of noise.
   *
   * @param sigma the standard deviation of the noise, in the unit of the states
   */
  record OfNoise(double sigma) implements Terms {
    /** Checks that it is positive. */
    public OfNoise {
      NoiseSetting.require(sigma);
    }
  }

  /**
   * So many, beside the constant one.
   *
   * @param number of frequencies, or the degree of a polynomial
   */
  record Count(int number) implements Terms {
    /** Checks that there is one. */
    public Count {
      BadSetting.require(
          number >= 1,
          "derivative terms",
          "must be at least 1 but is " + number,
          "Give the highest frequency, in periods, or the degree of a polynomial");
    }
  }

  /** As many as the data support. */
  static Terms automatic() {
    return new Automatic();
  }

  /** As many as noise of this standard deviation leaves visible. */
  static Terms ofNoise(double sigma) {
    return new OfNoise(sigma);
  }

  /** So many. */
  static Terms count(int number) {
    return new Count(number);
  }

  /**
   * How it is written among the settings of a method: empty, {@code noise=…} or {@code terms=…}.
   */
  default String text() {
    if (this instanceof OfNoise known) {
      return NoiseSetting.text(known.sigma());
    }
    return this instanceof Count count ? "terms=" + count.number() : "";
  }
}
