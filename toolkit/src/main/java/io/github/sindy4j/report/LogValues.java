package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;

/**
 * Values for a logarithmic axis: those that are zero or negative are put at its lower end instead
 * of being lost.
 */
record LogValues(Vec values, Range range) {
  static LogValues of(Vec values, double... alsoShown) {
    Range positive = Range.ofPositive(values).union(Range.ofPositive(Vec.of(alsoShown)));
    double largest = positive.max();
    Range kept =
        positive.isEmpty()
            ? positive
            : new Range(Math.max(positive.min(), largest * 1e-24), largest);
    Range padded = kept.paddedLog(0.08);
    return new LogValues(
        values, isAllPositive(values) ? padded : new Range(padded.min() / 3, padded.max()));
  }

  private static boolean isAllPositive(Vec values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) <= Range.TINY) {
        return false;
      }
    }
    return true;
  }

  /** Whether value i lies below the axis. */
  boolean isBelow(int i) {
    return values.get(i) < range.min();
  }

  /** Whether value i can be drawn. */
  boolean isShown(int i) {
    return Range.isUsable(values.get(i));
  }
}
