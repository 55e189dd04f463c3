package io.github.sindy4j.report;

/**
 * The frame of a plot: thin axes at the left and at the bottom, marks outside, a sparse grid.
 *
 * @param plot where the data go
 * @param x the horizontal scale
 * @param y the vertical scale
 */
record Axes(Box plot, Scale x, Scale y) {
  /** Room at the left of a plot for its name and labels. */
  static final double LEFT = 43;

  /** Room above a plot for the panel's letter and legend. */
  static final double TOP = 16;

  /** Room at the right of a plot. */
  static final double RIGHT = 7;

  /** Room below a plot for labels and name. */
  static final double BOTTOM = 27;

  private static final double MARK = 2.5;
  private static final Pen SPINE = Pen.solid(Palette.AXIS, 0.6);

  /** Where the data go in a panel. */
  static Box plotIn(Box panel) {
    return panel.inset(LEFT, TOP, RIGHT, BOTTOM);
  }

  static Axes over(Box plot, Range xRange, Range yRange, boolean logarithmicY) {
    return new Axes(
        plot,
        Scale.linear(xRange, plot.x(), plot.right()),
        new Scale(yRange, logarithmicY, plot.bottom(), plot.y()));
  }

  Ticks xTicks(boolean integers) {
    return Ticks.of(x, (int) Math.max(2, plot.width() / 44), integers);
  }

  Ticks yTicks() {
    return Ticks.of(y, (int) Math.max(2, Math.min(7, plot.height() / 21)), false);
  }

  /** Faint lines at the vertical axis's labels. */
  void grid(Canvas canvas, Ticks ticks) {
    for (Ticks.Tick tick : ticks.major()) {
      double at = y.at(tick.value());
      canvas.segment(plot.x(), at, plot.right(), at, Pen.solid(Palette.GRID, 0.5));
    }
  }

  /** The vertical axis; its name runs upwards, {@code room} points left of the plot. */
  void left(Canvas canvas, Ticks ticks, RichText name, double room) {
    canvas.segment(plot.x(), plot.y(), plot.x(), plot.bottom(), SPINE);
    TextStyle style = TextStyle.of(TextStyle.Anchor.END);
    for (Ticks.Tick tick : ticks.major()) {
      double at = y.at(tick.value());
      canvas.segment(plot.x() - MARK, at, plot.x(), at, SPINE);
      canvas.text(plot.x() - MARK - 2, at + 2.8, tick.label(), style);
    }
    for (double value : ticks.minor()) {
      canvas.segment(plot.x() - MARK / 2, y.at(value), plot.x(), y.at(value), SPINE);
    }
    RichText full = ticks.complete(name).fitted(8, plot.height() + 12);
    canvas.text(
        plot.x() - room + 8,
        plot.centreY(),
        full,
        TextStyle.of(TextStyle.Anchor.MIDDLE).asUpwards());
  }

  /** The horizontal axis with labels and name. */
  void bottom(Canvas canvas, Ticks ticks, RichText name) {
    bareBottom(canvas, ticks);
    TextStyle style = TextStyle.of(TextStyle.Anchor.MIDDLE);
    for (Ticks.Tick tick : ticks.major()) {
      canvas.text(x.at(tick.value()), plot.bottom() + MARK + 8, tick.label(), style);
    }
    RichText full = ticks.complete(name).fitted(8, plot.width());
    canvas.text(plot.centreX(), plot.bottom() + MARK + 19, full, style);
  }

  /** The horizontal axis with nothing but its marks. */
  void bareBottom(Canvas canvas, Ticks ticks) {
    canvas.segment(plot.x(), plot.bottom(), plot.right(), plot.bottom(), SPINE);
    for (Ticks.Tick tick : ticks.major()) {
      double at = x.at(tick.value());
      canvas.segment(at, plot.bottom(), at, plot.bottom() + MARK, SPINE);
    }
  }
}
