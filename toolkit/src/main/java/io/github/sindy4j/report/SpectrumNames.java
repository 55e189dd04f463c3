package io.github.sindy4j.report;

import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Names in a spectrum: flags on poles above the generators that are held, and the size of the gap.
 *
 * <p>Defects ascend, so that above the last one held the plot is empty up to the next candidate.
 * There every pole is lower than the pole at its left, and no flag meets another pole or flag.
 */
final class SpectrumNames {
  private static final double ROW = 9.5;
  private static final double ASCENT = 6.5;
  private static final double DESCENT = 2.2;
  private static final double LEAST_ROOM = 22;
  private static final double HEAD = 10;
  private static final int MOST = 6;

  /** A name on its pole: the foot of the pole, and where the name's baseline starts. */
  record Flag(double x, double foot, double baseline, RichText name) {}

  private final Plot axes;
  private final Gap gap;
  private final double level;
  private final List<Flag> flags = new ArrayList<>();

  private SpectrumNames(Plot axes, Gap gap, double level) {
    this.axes = axes;
    this.gap = gap;
    this.level = level;
  }

  static SpectrumNames of(SpectrumPanel panel, LogValues shown, Plot axes, Gap gap) {
    SpectrumNames names = new SpectrumNames(axes, gap, axes.y().at(panel.tolerance()));
    names.place(panel, shown);
    return names;
  }

  private void place(SpectrumPanel panel, LogValues shown) {
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < panel.before(); i++) {
      SpectrumPanel.Candidate candidate = panel.candidates().get(i);
      boolean held = candidate.verdict() == Verdict.HELD && !candidate.name().isEmpty();
      if (held && shown.isShown(i)) {
        named.add(i);
      }
    }
    if (named.isEmpty()) {
      return;
    }
    double highest = height(shown, panel.before() - 1);
    int next = panel.before();
    boolean open = next == panel.candidates().size() || !shown.isShown(next);
    List<Double> rows = rows(open ? axes.box().y() : height(shown, next) + 2.5, highest);
    int count = Math.min(MOST, Math.min(rows.size(), named.size()));
    for (int j = 0; j < count; j++) {
      int i = named.get(j);
      double x = axes.x().at(i + 1.0);
      double baseline = rows.get(count - 1 - j);
      double room = right(baseline) - x - 3;
      if (room >= LEAST_ROOM) {
        RichText name = MathText.of(panel.candidates().get(i).name()).fitted(8, room);
        flags.add(new Flag(x, height(shown, i), baseline, name));
      }
    }
  }

  private double height(LogValues shown, int i) {
    return shown.isBelow(i) ? axes.box().bottom() - 4 : axes.y().at(shown.values().get(i));
  }

  /** Baselines from below to above, none of them on the line of the tolerance. */
  private List<Double> rows(double top, double bottom) {
    List<Double> rows = new ArrayList<>();
    double baseline = bottom - 5;
    while (baseline - ASCENT >= top) {
      if (baseline - ASCENT < level + 1 && baseline + DESCENT > level - 1) {
        baseline = level - 1 - DESCENT;
        if (baseline - ASCENT < top) {
          break;
        }
      }
      rows.add(baseline);
      baseline -= ROW;
    }
    return rows;
  }

  /** How far to the right a name may reach. */
  private double right(double baseline) {
    double arrow = axes.box().right() - HEAD;
    boolean beside = gap.isMarked() && Math.abs(baseline - gapBaseline()) < ROW;
    return gap.isMarked() ? arrow - 5 - (beside ? gap.text().width(8) + 4 : 0) : axes.box().right();
  }

  /** In the middle of the gap, or beside the line of the tolerance if that runs there. */
  private double gapBaseline() {
    double middle = gap.band().centreY() + 2.8;
    boolean onLine = middle - ASCENT < level + 1 && middle + DESCENT > level - 1;
    return !onLine
        ? middle
        : level < gap.band().centreY() ? level + 2 + ASCENT : level - 2 - DESCENT;
  }

  List<Flag> flags() {
    return List.copyOf(flags);
  }

  void draw(Canvas canvas) {
    if (gap.isMarked()) {
      double x = axes.box().right() - HEAD;
      Drawing.extent(canvas, x, gap.band().y(), gap.band().bottom(), Pen.solid(Palette.AXIS, 0.7));
      if (gap.band().height() >= ROW) {
        TextStyle style = TextStyle.of(TextStyle.Anchor.END);
        canvas.text(x - 4, gapBaseline(), gap.text(), style);
      }
    }
    for (Flag flag : flags) {
      canvas.segment(
          flag.x(),
          flag.foot(),
          flag.x(),
          flag.baseline() - ASCENT + 0.5,
          Pen.solid(Palette.GREEN, 0.6));
      TextStyle style = TextStyle.of(TextStyle.Anchor.START);
      canvas.text(flag.x() + 2.5, flag.baseline(), flag.name(), style);
    }
  }
}
