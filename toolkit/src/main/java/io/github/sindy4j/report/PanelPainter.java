package io.github.sindy4j.report;

/** Draws one panel into a box; all lengths are points (1/72 inch). */
interface PanelPainter {
  /** The height it would like at this width. */
  double preferredHeight(double width);

  /** Whether it would rather have a row of its own, where one panel must have one. */
  default boolean isWide() {
    return false;
  }

  /** Whether a third of the width is enough for it. */
  default boolean isSmall() {
    return false;
  }

  /** Draws everything but the letter. */
  void paint(Canvas canvas, Box box);

  /** What the panel shows, in plain words. */
  String caption();
}
