package io.github.sindy4j.integrators;

import io.github.sindy4j.notice.BadSetting;

/** Conditions that the settings of several integrators share. */
final class Settings {
  private Settings() {}

  static void requireRegion(String owner, double region) {
    BadSetting.require(
        region >= 1,
        owner + ".region",
        "must be at least 1 but is " + region,
        "It bounds |x| by region·(1 + |x(t1)|); 1e6 is usual, infinity switches it off");
  }

  static void requireBudget(String owner, long maxEvaluations) {
    BadSetting.require(
        maxEvaluations >= 1,
        owner + ".maxEvaluations",
        "must be at least 1 but is " + maxEvaluations,
        "Ten million take about a second for small systems");
  }
}
