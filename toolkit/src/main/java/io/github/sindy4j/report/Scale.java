package io.github.sindy4j.report;

/**
 * Maps values to an axis: min ↦ {@code from}, max ↦ {@code to} (points on paper), linearly or in
 * the logarithm.
 */
record Scale(Range range, boolean logarithmic, double from, double to) {
  private static final double FAR = 20_000;

  static Scale linear(Range range, double from, double to) {
    return new Scale(range, false, from, to);
  }

  static Scale log(Range range, double from, double to) {
    return new Scale(range, true, from, to);
  }

  /**
   * Where a value is drawn; NaN if it cannot be; values far outside are kept near enough to be
   * drawn.
   */
  double at(double value) {
    if (!Range.isUsable(value) || (logarithmic && value <= 0)) {
      return Double.NaN;
    }
    double share =
        logarithmic
            ? Math.log(value / range.min()) / Math.log(range.max() / range.min())
            : (value - range.min()) / range.span();
    return Math.max(-FAR, Math.min(FAR, from + share * (to - from)));
  }

  /** The value that is drawn there. */
  double inverse(double at) {
    double share = (at - from) / (to - from);
    return logarithmic
        ? range.min() * Math.pow(range.max() / range.min(), share)
        : range.min() + share * range.span();
  }

  double length() {
    return Math.abs(to - from);
  }

  boolean contains(double value) {
    return value >= range.min() && value <= range.max();
  }
}
