package io.github.sindy4j.report;

/** Checks at the doors of this package. */
final class Checks {
  private Checks() {}

  static void sameSize(String what, int first, int second) {
    if (first != second) {
      throw new IllegalArgumentException(
          what + " must have one length but have " + first + " and " + second);
    }
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
