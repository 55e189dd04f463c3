package io.github.sindy4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The jump of a spectrum: the band of a plot between the last generator that is held and the next
 * one, in which the tolerance may lie anywhere without a change of the result.
 *
 * @param band its place on paper; its height is zero if there is no jump
 * @param factor by how much the defect grows
 * @param open whether the lower defect is too small to be told from zero
 */
record Gap(Box band, double factor, boolean open) {
  /** Below this factor nobody would call it a gap. */
  private static final double LEAST = 2;

  /** The gap of a spectrum in its plot, whose values are in ascending order. */
  static Gap of(SpectrumPanel panel, LogValues shown, Plot axes) {
    Box box = axes.box();
    int before = panel.before();
    boolean known =
        before > 0
            && before < panel.candidates().size()
            && shown.isShown(before)
            && !shown.isBelow(before);
    if (!known) {
      return new Gap(new Box(box.x(), box.y(), box.width(), 0), 1, false);
    }
    boolean open = shown.isBelow(before - 1);
    double upper = shown.values().get(before);
    double lower =
        open ? Math.max(SpectrumPanel.ZERO, shown.range().min()) : shown.values().get(before - 1);
    double top = axes.y().at(upper);
    double bottom = open ? box.bottom() : axes.y().at(lower);
    return new Gap(
        new Box(box.x(), top, box.width(), Math.max(0, bottom - top)), upper / lower, open);
  }

  boolean isMarked() {
    return factor >= LEAST && band.height() >= 4;
  }

  /** {@code gap ×10⁹}; below 10⁴ in two figures. */
  RichText text() {
    RichText start = RichText.plain(open ? "gap >\u00A0" : "gap ×");
    int power = (int) Math.floor(Math.log10(factor));
    if (power >= 4) {
      return start.then(MathText.power(power));
    }
    BigDecimal figures = new BigDecimal(factor).round(new MathContext(2, RoundingMode.DOWN));
    return start.then(figures.toPlainString());
  }
}
