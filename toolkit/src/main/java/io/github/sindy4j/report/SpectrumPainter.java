package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Verdict;
import java.util.List;

/** Draws the defects of candidate generators, the gap between them, and the names of the held. */
record SpectrumPainter(SpectrumPanel panel) implements PanelPainter {
  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    LogValues shown = shown();
    int count = panel.candidates().size();
    Plot axes = Plot.over(Plot.plotIn(box), new Range(0.5, count + 0.5), shown.range(), true);
    axes.withWholeNumbers();
    Gap gap = Gap.of(panel, shown, axes);
    if (gap.isMarked()) {
      canvas.fill(gap.band(), Palette.BAND);
    }
    double level = axes.y().at(panel.tolerance());
    if (!Double.isNaN(level)) {
      axes.segment(
          axes.box().x(), level, axes.box().right(), level, Pen.dashed(Palette.VERMILION, 0.8));
    }
    points(axes, shown);
    axes.draw(canvas, RichText.plain("candidate generator"), RichText.plain("relative defect"));
    marks(canvas, axes, shown);
    SpectrumNames.of(panel, shown, axes, gap).draw(canvas);
    legend().draw(canvas, box, RichText.plain(""));
  }

  private LogValues shown() {
    List<SpectrumPanel.Candidate> candidates = panel.candidates();
    Vec values =
        Vec.of(candidates.stream().mapToDouble(SpectrumPanel.Candidate::defect).toArray())
            .map(value -> value <= SpectrumPanel.ZERO ? 0 : value);
    // The axis reaches down to what counts as zero, so that a triangle does not exaggerate a gap.
    return values.first() == 0
        ? LogValues.of(values, panel.tolerance(), SpectrumPanel.ZERO)
        : LogValues.of(values, panel.tolerance());
  }

  private void points(Plot axes, LogValues shown) {
    double pitch = axes.box().width() / panel.candidates().size();
    double size = Math.max(0.5, Math.min(1, pitch / 5));
    for (int i = 0; i < panel.candidates().size(); i++) {
      Verdict verdict = panel.candidates().get(i).verdict();
      double x = axes.x().at(i + 1.0);
      double y = axes.y().at(shown.values().get(i));
      if (!Double.isNaN(y) && !shown.isBelow(i)) {
        VerdictLook.add(axes, x, y, size, verdict);
      }
    }
  }

  /** What a plot does not know: triangles at its lower edge. */
  private void marks(Canvas canvas, Plot axes, LogValues shown) {
    for (int i = 0; i < panel.candidates().size(); i++) {
      if (shown.isShown(i) && shown.isBelow(i)) {
        int colour = VerdictLook.colour(panel.candidates().get(i).verdict());
        Drawing.downwards(canvas, axes.x().at(i + 1.0), axes.box().bottom() - 1, colour);
      }
    }
  }

  private Legend legend() {
    Legend legend = new Legend();
    for (Verdict verdict : List.of(Verdict.HELD, Verdict.UNDECIDABLE, Verdict.BROKEN)) {
      int count = panel.count(verdict);
      if (count > 0) {
        legend.add(
            VerdictLook.mark(verdict),
            VerdictLook.colour(verdict),
            count + " " + VerdictLook.word(verdict));
      }
    }
    if (Range.isUsable(panel.tolerance()) && panel.tolerance() > 0) {
      legend.add(Legend.Mark.DASHES, Palette.VERMILION, "tolerance");
    }
    return legend;
  }

  @Override
  public String caption() {
    boolean marked = panel.before() > 0 && panel.before() < panel.candidates().size();
    boolean below = panel.candidates().get(0).defect() <= SpectrumPanel.ZERO;
    return "Relative defects of the candidate symmetry generators in ascending order; those held"
        + " are named where there is room."
        + (marked
            ? " The grey band is the gap above the last one held: a tolerance anywhere in it gives"
                + " the same symmetries."
            : "")
        + (panel.count(Verdict.UNDECIDABLE) > 0 ? " Half-filled: the data do not decide." : "")
        + (below ? " Triangle: zero to rounding." : "");
  }
}
