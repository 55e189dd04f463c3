package io.github.sindy4j.report;

import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names in a spectrum: flags on poles above the generators that are held.
 *
 * <p>Defects ascend, so that above the last one held the plot is empty up to the next candidate.
 * Names run to the right of their poles, each pole lower than the pole at its left, so that no name
 * meets another pole or name. Names without room there run to the left of poles that are higher
 * than all others, each higher than the pole at its left.
 */
final class SpectrumNames {
  private static final double ROW = 9.5;
  private static final double ASCENT = 6.5;
  private static final double DESCENT = 2.2;
  private static final double BESIDE = 2.5;
  private static final double LEAST_ROOM = 22;
  private static final double ENOUGH_ROOM = 56;
  private static final int MOST = 6;

  /** A name on its pole: the foot of the pole, where the name's baseline is, on which side. */
  record Flag(double x, double foot, double baseline, RichText name, boolean leftwards) {}

  private final SpectrumPanel panel;
  private final LogValues shown;
  private final Plot axes;
  private final double level;
  private final GapMark mark;
  private final List<Flag> flags = new ArrayList<>();

  private SpectrumNames(SpectrumPanel panel, LogValues shown, Plot axes, GapMark mark) {
    this.panel = panel;
    this.shown = shown;
    this.axes = axes;
    this.level = axes.y().at(panel.tolerance());
    this.mark = mark;
  }

  static SpectrumNames of(SpectrumPanel panel, LogValues shown, Plot axes, Gap gap) {
    double last = axes.x().at(panel.before());
    GapMark mark = GapMark.of(gap, axes.y().at(panel.tolerance()), last);
    SpectrumNames names = new SpectrumNames(panel, shown, axes, mark);
    names.place();
    return names;
  }

  private void place() {
    List<Integer> named =
        IntStream.range(0, panel.before())
            .filter(i -> panel.candidates().get(i).verdict() == Verdict.HELD)
            .filter(i -> !panel.candidates().get(i).name().isEmpty() && shown.isShown(i))
            .filter(i -> x(i) < mark.left() - 1)
            .boxed()
            .toList();
    List<Double> rows = named.isEmpty() ? List.of() : rows();
    int count = Math.min(MOST, Math.min(rows.size(), named.size()));
    int rightwards = count;
    while (rightwards > 0 && isNarrow(named.get(rightwards - 1))) {
      rightwards--;
    }
    for (int j = 0; j < count; j++) {
      boolean leftwards = j >= rightwards;
      double baseline = rows.get(leftwards ? j : rightwards - 1 - j);
      double limit = rightwards < count ? x(named.get(rightwards)) - 2 : axes.box().right();
      int i = named.get(j);
      double room =
          leftwards
              ? x(i) - axes.box().x() - BESIDE - 2
              : Math.min(limit, mark.left(baseline)) - x(i) - BESIDE;
      if (room >= LEAST_ROOM) {
        RichText name = name(i).fitted(8, room);
        flags.add(new Flag(x(i), height(i), baseline, name, leftwards));
      }
    }
  }

  private double x(int i) {
    return axes.x().at(i + 1.0);
  }

  private RichText name(int i) {
    return MathText.of(panel.candidates().get(i).name());
  }

  private double height(int i) {
    return shown.isBelow(i) ? axes.box().bottom() - 4 : axes.y().at(shown.values().get(i));
  }

  /** Whether a name has more room at the left of its pole, and too little at the right. */
  private boolean isNarrow(int i) {
    double right = mark.left() - x(i) - BESIDE;
    return right < Math.min(ENOUGH_ROOM, name(i).width(8)) && right < x(i) - axes.box().x();
  }

  /** Baselines from below to above, none of them on the line of the tolerance. */
  private List<Double> rows() {
    int next = panel.before();
    boolean open = next == panel.candidates().size() || !shown.isShown(next);
    double top = open ? axes.box().y() : height(next) + 2.5;
    List<Double> rows = new ArrayList<>();
    double baseline = height(next - 1) - 5;
    while (baseline - ASCENT >= top) {
      boolean onLine = baseline - ASCENT < level + 1 && baseline + DESCENT > level - 1;
      if (onLine) {
        baseline = level - 1 - DESCENT;
      } else {
        rows.add(baseline);
        baseline -= ROW;
      }
    }
    return rows;
  }

  List<Flag> flags() {
    return List.copyOf(flags);
  }

  void draw(Canvas canvas) {
    mark.draw(canvas);
    for (Flag flag : flags) {
      double top = flag.baseline() - ASCENT + 0.5;
      canvas.segment(flag.x(), flag.foot(), flag.x(), top, Pen.solid(Palette.GREEN, 0.6));
      TextStyle.Anchor anchor = flag.leftwards() ? TextStyle.Anchor.END : TextStyle.Anchor.START;
      double x = flag.x() + (flag.leftwards() ? -BESIDE : BESIDE);
      canvas.text(x, flag.baseline(), flag.name(), TextStyle.of(anchor));
    }
  }
}
