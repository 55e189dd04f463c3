package io.github.sindy4j.report;

/**
 * How a line is drawn: its colour, its width in points, and the length of its dashes (0: solid).
 */
record Pen(int colour, double width, double dash) {
  static Pen solid(int colour, double width) {
    return new Pen(colour, width, 0);
  }

  static Pen dashed(int colour, double width) {
    return new Pen(colour, width, 2.5);
  }
}
