package io.github.sindy4j.integrators;

import io.github.sindy4j.model.Solution;
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

  static void requireTolerances(String owner, double relative, double absolute) {
    BadSetting.require(
        relative >= 1e-14 && relative < 1,
        owner + ".relativeTolerance",
        "must be between 1e-14 and 1 but is " + relative,
        "1e-6 is coarse, 1e-12 is near rounding");
    BadSetting.require(
        absolute >= 1e-100 && Double.isFinite(absolute),
        owner + ".absoluteTolerance",
        "must be at least 1e-100 and finite but is " + absolute,
        "Take the relative tolerance times the size of a state that still matters");
  }

  /** What is left of a budget of evaluations; at least one, so that it ends where it is spent. */
  static long left(long maxEvaluations, Solution leg) {
    return Math.max(1, maxEvaluations - leg.evaluations());
  }
}
