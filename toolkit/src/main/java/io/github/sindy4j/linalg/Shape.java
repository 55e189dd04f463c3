package io.github.sindy4j.linalg;

/** Checks of shapes that state both sizes. */
final class Shape {
  private Shape() {}

  static void requireEqual(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(what + " must be " + expected + " but is " + actual);
    }
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw mismatch(message);
    }
  }

  static IllegalArgumentException mismatch(String message) {
    return new IllegalArgumentException(message);
  }
}
