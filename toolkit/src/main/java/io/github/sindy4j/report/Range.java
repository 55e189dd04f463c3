package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;

/** The smallest interval that holds some finite values; empty (min above max) without any. */
record Range(double min, double max) {
  static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** What is smaller counts as zero on a logarithmic axis. */
  static final double TINY = 1e-280;

  private static final double HUGE = 1e290;

  /** Whether a value can be drawn: finite and far from overflow. */
  static boolean isUsable(double value) {
    return Math.abs(value) < HUGE;
  }

  static Range of(Vec values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (isUsable(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return new Range(min, max);
  }

  /** The range of the values that a logarithmic axis can show. */
  static Range ofPositive(Vec values) {
    return of(values.map(value -> value > TINY ? value : Double.NaN));
  }

  boolean isEmpty() {
    return !(min <= max);
  }

  double span() {
    return max - min;
  }

  Range union(Range other) {
    return new Range(Math.min(min, other.min), Math.max(max, other.max));
  }

  Range with(double value) {
    return isUsable(value) ? union(new Range(value, value)) : this;
  }

  /**
   * This range extended to the other one, by no more than {@code share} of its own span at each
   * end.
   */
  Range extendedTo(Range other, double share) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    double most = (span() > 0 ? span() : Math.max(Math.abs(max), 1e-290)) * share;
    return new Range(
        Math.min(min, Math.max(other.min, min - most)),
        Math.max(max, Math.min(other.max, max + most)));
  }

  /** This range with room at both ends; never of zero width. */
  Range padded(double share) {
    if (isEmpty()) {
      return new Range(0, 1);
    }
    double largest = Math.max(Math.abs(min), Math.abs(max));
    double room = span() * share;
    if (span() <= 1e-12 * largest || span() == 0) {
      room = largest < 1e-290 ? 1 : 0.1 * largest;
    }
    return new Range(min - room, max + room);
  }

  /** This range of positive values with room at both ends in the logarithm; never of zero width. */
  Range paddedLog(double share) {
    if (isEmpty()) {
      return new Range(0.1, 10);
    }
    double decades = Math.max(Math.log10(max / min), 0.3);
    double factor = Math.pow(10, Math.log10(max / min) < 0.3 ? 0.5 : decades * share);
    return new Range(min / factor, max * factor);
  }
}
