package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;

/** Draws singular values in their order; those below the threshold are filled. */
record SpectrumPainter(SpectrumPanel panel) implements PanelPainter {
  @Override
  public double preferredHeight(double width) {
    return 140;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    Vec values = panel.values();
    double threshold = panel.threshold().orElse(Double.NaN);
    LogValues shown = LogValues.of(values, threshold);
    Plot axes =
        Plot.over(Plot.plotIn(box), new Range(0.5, values.size() + 0.5), shown.range(), true);
    axes.withWholeNumbers();
    double level = axes.y().at(threshold);
    if (!Double.isNaN(level)) {
      axes.segment(
          axes.box().x(), level, axes.box().right(), level, Pen.dashed(Palette.VERMILION, 0.8));
    }
    for (int i = 0; i < values.size(); i++) {
      if (shown.isShown(i)) {
        point(canvas, axes, shown, i);
      }
    }
    axes.draw(canvas, RichText.plain("candidate generator"), RichText.plain("singular value"));
    legend().draw(canvas, box, RichText.plain(""));
  }

  private void point(Canvas canvas, Plot axes, LogValues shown, int i) {
    double x = axes.x().at(i + 1.0);
    boolean symmetry = isSymmetry(i);
    if (shown.isBelow(i)) {
      Drawing.downwards(
          canvas, x, axes.box().bottom() - 1, symmetry ? Palette.GREEN : Palette.MUTED);
    } else if (symmetry) {
      Points dot = new Points(1);
      dot.add(x, axes.y().at(panel.values().get(i)));
      axes.dots(dot, 2.2, Palette.GREEN);
    } else {
      axes.ring(x, axes.y().at(panel.values().get(i)), 1.9, Pen.solid(Palette.MUTED, 0.9));
    }
  }

  private boolean isSymmetry(int i) {
    return panel.threshold().isPresent()
        && panel.values().get(i) <= panel.threshold().getAsDouble();
  }

  private int symmetries() {
    int count = 0;
    for (int i = 0; i < panel.values().size(); i++) {
      count += isSymmetry(i) ? 1 : 0;
    }
    return count;
  }

  private Legend legend() {
    Legend legend = new Legend();
    if (panel.threshold().isPresent()) {
      String text = symmetries() == 1 ? "1 symmetry" : symmetries() + " symmetries";
      legend
          .add(Legend.Mark.DOT, Palette.GREEN, text)
          .add(Legend.Mark.DASHES, Palette.VERMILION, "threshold");
    }
    return legend;
  }

  @Override
  public String caption() {
    return "Singular values of the candidate symmetry generators."
        + (panel.threshold().isPresent()
            ? " Filled: below the threshold, hence symmetries of the model."
            : "")
        + (Range.of(panel.values()).min() <= 0 ? " Triangle: zero." : "");
  }
}
