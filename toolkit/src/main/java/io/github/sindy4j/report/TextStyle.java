package io.github.sindy4j.report;

/**
 * How text is set: size in points, colour, weight, what of it stands at the given point, and
 * whether it runs upwards.
 */
record TextStyle(double size, int colour, boolean bold, Anchor anchor, boolean upwards) {
  /** What of a text stands at the given point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  static TextStyle of(Anchor anchor) {
    return new TextStyle(8, Palette.INK, false, anchor, false);
  }

  TextStyle coloured(int newColour) {
    return new TextStyle(size, newColour, bold, anchor, upwards);
  }

  TextStyle sized(double newSize) {
    return new TextStyle(newSize, colour, bold, anchor, upwards);
  }

  TextStyle asBold() {
    return new TextStyle(size, colour, true, anchor, upwards);
  }

  TextStyle asUpwards() {
    return new TextStyle(size, colour, bold, anchor, true);
  }
}
