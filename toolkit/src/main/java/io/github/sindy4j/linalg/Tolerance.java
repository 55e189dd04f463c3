package io.github.sindy4j.linalg;

/**
 * When a number counts as zero beside another.
 *
 * @param relative |a| ≤ relative · |b| means that a is zero beside b
 */
public record Tolerance(double relative) {
  /**
   * For the rank of a library on data: columns whose angle to the others is smaller than this
   * coincide.
   */
  public static final Tolerance RANK = new Tolerance(1e-10);

  /** Checks that it lies between 0 and 1. */
  public Tolerance {
    Shape.require(
        relative >= 0 && relative < 1, "Tolerance.relative must lie in [0, 1) but is " + relative);
  }

  /** Whether a is zero beside b. */
  public boolean isZero(double a, double b) {
    return Math.abs(a) <= relative * Math.abs(b);
  }
}
