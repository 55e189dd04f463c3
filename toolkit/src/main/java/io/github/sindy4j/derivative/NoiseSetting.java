package io.github.sindy4j.derivative;

import io.github.sindy4j.notice.BadSetting;

/** σ of the noise as a setting of a method, wherever it decides how much is smoothed. */
final class NoiseSetting {
  private NoiseSetting() {}

  /** Checks that it is positive. */
  static void require(double sigma) {
    BadSetting.require(
        sigma > 0 && sigma < Double.POSITIVE_INFINITY,
        "derivative noise",
        "must be a positive number but is " + sigma,
        "Give the standard deviation of the noise, in the unit of the states");
  }

  /** How it is written among the settings. */
  static String text(double sigma) {
    return "noise=" + sigma;
  }
}
