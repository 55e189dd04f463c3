package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** Draws defects, the number kept and the held-out error in strips over one axis of weights. */
record PromotionPainter(PromotionPanel panel) implements PanelPainter {
  private static final double DEFECTS = 74;
  private static final double COUNTS = 36;
  private static final double ERRORS = 48;
  private static final double BETWEEN = 9;

  /** Smaller defects are drawn at the lower edge. */
  private static final double LEAST = 1e-4;

  @Override
  public double preferredHeight(double width) {
    double errors = panel.hasErrors() ? BETWEEN + ERRORS : 0;
    return Plot.TOP + DEFECTS + BETWEEN + COUNTS + errors + Plot.BOTTOM;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    Box plot = Plot.plotIn(box);
    double scale = plot.height() / (preferredHeight(0) - Plot.TOP - Plot.BOTTOM);
    double at = plot.y();
    double height = DEFECTS * scale;
    Plot defects = strip(plot, at, height, defects(), true);
    defects(defects);
    finish(canvas, defects, "defect", false);
    at += height + BETWEEN * scale;
    height = COUNTS * scale;
    Plot counts = strip(plot, at, height, counts(), false);
    counts(counts);
    counts.withWholeNumbersUpwards();
    finish(canvas, counts, "within", !panel.hasErrors());
    if (panel.hasErrors()) {
      at += height + BETWEEN * scale;
      Plot errors = strip(plot, at, ERRORS * scale, errors().range(), true);
      errors(errors);
      finish(canvas, errors, "held-out error", true);
    }
    legend().draw(canvas, box, RichText.plain(""));
  }

  private Plot strip(Box plot, double y, double height, Range values, boolean logarithmic) {
    Range across = new Range(exponent(0), exponent(panel.steps().size() - 1)).padded(0.03);
    Plot axes = Plot.over(new Box(plot.x(), y, plot.width(), height), across, values, logarithmic);
    axes.withDecades();
    double chosen = axes.x().at(Math.log10(panel.chosen()));
    axes.segment(chosen, y, chosen, y + height, Pen.solid(Palette.AMBER, 1.2));
    return axes;
  }

  private static void finish(Canvas canvas, Plot axes, String name, boolean last) {
    if (!last) {
      axes.withoutXLabels();
    }
    RichText across =
        last
            ? MathText.of("lambda").then(" / ").then(MathText.of("lambda_max"))
            : RichText.plain("");
    axes.draw(canvas, across, RichText.plain(name));
  }

  private double exponent(int step) {
    return Math.log10(panel.steps().get(step).fraction());
  }

  private Range defects() {
    double largest = panel.tolerance();
    double least = panel.tolerance();
    for (PromotionPanel.Step step : panel.steps()) {
      for (int a = 0; a < step.defects().size(); a++) {
        largest = Math.max(largest, step.defects().get(a));
        least = Math.min(least, Math.max(LEAST, step.defects().get(a)));
      }
    }
    return new Range(least, largest).paddedLog(0.08);
  }

  private void defects(Plot axes) {
    double level = axes.y().at(panel.tolerance());
    axes.segment(
        axes.box().x(), level, axes.box().right(), level, Pen.dashed(Palette.VERMILION, 0.8));
    for (boolean enforced : new boolean[] {false, true}) {
      for (int a = 0; a < panel.enforced().size(); a++) {
        if (panel.enforced().get(a) == enforced) {
          Pen pen = enforced ? Pen.solid(Palette.BLUE, 1.2) : Pen.solid(Palette.DATA, 0.7);
          axes.line(defect(axes, a), pen);
        }
      }
    }
  }

  private Points defect(Plot axes, int candidate) {
    Points line = new Points(panel.steps().size());
    for (int k = 0; k < panel.steps().size(); k++) {
      double value = panel.steps().get(k).defects().get(candidate);
      double shown = Math.max(axes.y().range().min(), value);
      line.add(axes.x().at(exponent(k)), axes.y().at(shown));
    }
    return line;
  }

  private Range counts() {
    int most = panel.steps().stream().mapToInt(PromotionPanel.Step::kept).max().orElse(0);
    return new Range(-0.15 * Math.max(1, most), 1.15 * Math.max(1, most));
  }

  /** A staircase: a count holds halfway to the next weight. */
  private void counts(Plot axes) {
    Points line = new Points(2 * panel.steps().size());
    for (int k = 0; k < panel.steps().size(); k++) {
      double y = axes.y().at(panel.steps().get(k).kept());
      double here = exponent(k);
      double before = k == 0 ? here : (exponent(k - 1) + here) / 2;
      double after = k == panel.steps().size() - 1 ? here : (exponent(k + 1) + here) / 2;
      line.add(axes.x().at(before), y);
      line.add(axes.x().at(after), y);
    }
    axes.line(line, Pen.solid(Palette.BLUE, 1.2));
  }

  private LogValues errors() {
    return LogValues.of(
        Vec.of(panel.steps().stream().mapToDouble(PromotionPanel.Step::error).toArray()));
  }

  private void errors(Plot axes) {
    Points line = new Points(panel.steps().size());
    List<Integer> shown = new ArrayList<>();
    for (int k = 0; k < panel.steps().size(); k++) {
      double error = panel.steps().get(k).error();
      if (Range.isUsable(error) && error > 0) {
        line.add(axes.x().at(exponent(k)), axes.y().at(error));
        shown.add(k);
      }
    }
    axes.line(line, Pen.solid(Palette.DATA_LINE, 0.8));
    axes.dots(line, 1.5, Palette.BLUE);
    for (int k : shown) {
      if (panel.steps().get(k).fraction() == panel.chosen()) {
        double y = axes.y().at(panel.steps().get(k).error());
        axes.ring(axes.x().at(exponent(k)), y, 3.6, Pen.solid(Palette.AMBER, 1.1));
      }
    }
  }

  private Legend legend() {
    return new Legend()
        .add(Legend.Mark.LINE, Palette.BLUE, "enforced")
        .add(Legend.Mark.LINE, Palette.DATA, "broken")
        .add(Legend.Mark.DASHES, Palette.VERMILION, "tolerance")
        .add(Legend.Mark.LINE, Palette.AMBER, "weight taken");
  }

  @Override
  public String caption() {
    return "Symmetries promoted while fitting, against the weight of the penalty: relative singular"
        + " values of the Lie derivative of the penalised fit, how many candidates are within the"
        + " tolerance"
        + (panel.hasErrors() ? ", and the error on held-out rows." : ".")
        + " The vertical line is the weight that was taken; blue is what was kept and enforced."
        + " Smaller defects run along the lower edge.";
  }
}
