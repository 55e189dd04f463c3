package io.github.sindy4j.report;

/** A rectangle on paper; y grows downwards. */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }

  Box inset(double left, double top, double rightInset, double bottomInset) {
    return new Box(
        x + left,
        y + top,
        Math.max(1, width - left - rightInset),
        Math.max(1, height - top - bottomInset));
  }
}
