package io.github.sindy4j.report;

/**
 * A stretch [from, to] of an axis.
 *
 * @param from where it begins
 * @param to where it ends, not before {@code from}
 */
public record Interval(double from, double to) {
  /** Checks the order. */
  public Interval {
    Checks.require(
        from <= to, "Interval: from must not exceed to, but they are " + from + " and " + to);
  }
}
