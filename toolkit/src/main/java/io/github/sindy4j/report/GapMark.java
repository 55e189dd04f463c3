package io.github.sindy4j.report;

/**
 * The arrow at the right of a gap's band with the size of the gap beside it, upright where it would
 * otherwise meet the pole of a name.
 *
 * @param gap the gap
 * @param level where the line of the tolerance runs on paper; NaN if there is none
 * @param upright whether the text runs along the arrow
 */
record GapMark(Gap gap, double level, boolean upright) {
  private static final double ASIDE = 10;
  private static final double SIZE = 8;
  private static final double ASCENT = 6.5;
  private static final double DESCENT = 2.2;

  /** The mark beside poles up to {@code poles}. */
  static GapMark of(Gap gap, double level, double poles) {
    double width = gap.text().width(SIZE);
    GapMark lying = new GapMark(gap, level, false);
    boolean meets = poles > lying.arrow() - 8 - width;
    return meets && gap.band().height() > width + 6 ? new GapMark(gap, level, true) : lying;
  }

  private double arrow() {
    return gap.band().right() - ASIDE;
  }

  /** How far to the right other things may reach; to the edge if there is no gap. */
  double left() {
    return !gap.isMarked()
        ? gap.band().right()
        : arrow() - 6 - (upright ? SIZE + 1 : isTold() ? gap.text().width(SIZE) + 2 : 0);
  }

  /** The same for a line of text. */
  double left(double baseline) {
    boolean beside = upright || Math.abs(baseline - baseline()) < SIZE + 1.5;
    return beside || !gap.isMarked() ? left() : arrow() - 5;
  }

  /** Whether there is a place for the text. */
  private boolean isTold() {
    return !Double.isNaN(baseline());
  }

  /** In the middle of the gap, or beside the line of the tolerance if that runs there. */
  private double baseline() {
    double middle = gap.band().centreY() + 2.8;
    double above = level - 2 - DESCENT;
    double below = level + 2 + ASCENT;
    for (double baseline : new double[] {middle, below, above}) {
      boolean onLine = baseline - ASCENT < level + 1.5 && baseline + DESCENT > level - 1.5;
      boolean inBand =
          baseline - ASCENT > gap.band().y() + 2.2 && baseline + DESCENT < gap.band().bottom();
      if (inBand && !onLine) {
        return baseline;
      }
    }
    return Double.NaN;
  }

  void draw(Canvas canvas) {
    if (!gap.isMarked()) {
      return;
    }
    Box band = gap.band();
    Drawing.extent(canvas, arrow(), band.y(), band.bottom(), Pen.solid(Palette.AXIS, 0.7));
    if (upright) {
      TextStyle style = TextStyle.of(TextStyle.Anchor.MIDDLE).asUpwards();
      canvas.text(arrow() - 4, band.centreY(), gap.text(), style);
    } else if (isTold()) {
      canvas.text(arrow() - 4, baseline(), gap.text(), TextStyle.of(TextStyle.Anchor.END));
    }
  }
}
