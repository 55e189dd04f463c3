package io.github.sindy4j.basis;

/** f′(u) du, where a direction that vanishes counts more than a slope that does not exist. */
final class ChainRule {
  private ChainRule() {}

  static double along(double slope, double direction) {
    return direction == 0 ? 0 : slope * direction;
  }
}
