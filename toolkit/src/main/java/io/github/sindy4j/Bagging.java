package io.github.sindy4j;

import io.github.sindy4j.notice.BadSetting;

/**
 * How many models are fitted to resampled data, and from which seed the draws come.
 *
 * @param models at least 1
 * @param seed the same seed gives the same models
 */
public record Bagging(int models, long seed) {
  /** Checks the settings. */
  public Bagging {
    BadSetting.require(
        models >= 1, "ensemble", "must have at least 1 model but has " + models, "100 are usual");
  }

  /** 100 models, seed 0. */
  public static Bagging defaults() {
    return new Bagging(100, 0);
  }

  /** With so many models. */
  public Bagging withModels(int newModels) {
    return new Bagging(newModels, seed);
  }

  /** With this seed. */
  public Bagging withSeed(long newSeed) {
    return new Bagging(models, newSeed);
  }
}
