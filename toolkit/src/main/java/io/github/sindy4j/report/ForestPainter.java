package io.github.sindy4j.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws each coefficient's interval relative to its estimate, and prints the estimate beside it.
 */
record ForestPainter(ForestPanel panel, StateColours colours) implements PanelPainter {
  private static final double PITCH = 10.5;
  private static final double MOST = 150;

  @Override
  public double preferredHeight(double width) {
    return Plot.TOP + Plot.BOTTOM + Math.max(100, PITCH * shown().size());
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    List<ForestPanel.Row> rows = shown();
    double labels = rows.stream().mapToDouble(row -> label(row).width(8)).max().orElse(0);
    double values = rows.stream().mapToDouble(row -> value(row).width(8)).max().orElse(0);
    Range range = range(rows);
    double top = Plot.TOP + (reachesZero(range) ? 7 : 0);
    Box plot =
        box.inset(
            Math.min(labels + 8, 0.42 * box.width()),
            top,
            Math.min(values + 14, 0.35 * box.width()),
            Plot.BOTTOM);
    Plot axes = Plot.over(plot, range, new Range(0, rows.size()), false);
    axes.withoutGrid().withoutYAxis();
    double pitch = plot.height() / rows.size();
    centreLine(canvas, axes);
    for (int i = 0; i < rows.size(); i++) {
      double y = plot.y() + (i + 0.5) * pitch;
      row(canvas, axes, box, rows.get(i), y);
      if (i > 0 && !rows.get(i).equation().equals(rows.get(i - 1).equation())) {
        canvas.segment(
            box.x(), y - pitch / 2, box.right(), y - pitch / 2, Pen.solid(Palette.GRID, 0.5));
      }
    }
    axes.draw(canvas, RichText.plain("deviation from the estimate (%)"), RichText.plain(""));
    new Legend().draw(canvas, box, RichText.plain(selection()));
  }

  private void centreLine(Canvas canvas, Plot axes) {
    Box plot = axes.box();
    axes.segment(
        axes.x().at(0), plot.y(), axes.x().at(0), plot.bottom(), Pen.solid(Palette.GUIDE, 0.7));
    if (reachesZero(axes.x().range())) {
      double zero = axes.x().at(-100);
      axes.segment(zero, plot.y(), zero, plot.bottom(), Pen.dashed(Palette.MUTED, 0.6));
      TextStyle style = TextStyle.of(TextStyle.Anchor.MIDDLE).coloured(Palette.MUTED);
      canvas.text(zero, plot.y() - 2.5, RichText.plain("zero"), style);
    }
  }

  private void row(Canvas canvas, Plot axes, Box box, ForestPanel.Row row, double y) {
    Box plot = axes.box();
    int colour = colours.of(row.equation());
    canvas.text(
        plot.x() - 5,
        y + 2.8,
        label(row).fitted(8, plot.x() - box.x() - 5),
        TextStyle.of(TextStyle.Anchor.END));
    canvas.text(
        box.right() - 2,
        y + 2.8,
        value(row).fitted(8, box.right() - plot.right() - 4),
        TextStyle.of(TextStyle.Anchor.END));
    double centre = axes.x().at(0);
    if (row.isKnown() && row.halfWidth() > 0) {
      bar(canvas, axes, row, y, colour);
    }
    if (row.halfWidth() > 0) {
      Points dot = new Points(1);
      dot.add(centre, y);
      axes.dots(dot, 2, colour);
    } else {
      axes.ring(centre, y, 1.8, Pen.solid(colour, 0.8));
    }
  }

  private static void bar(Canvas canvas, Plot axes, ForestPanel.Row row, double y, int colour) {
    double a = axes.x().at(deviation(row.lower(), row.value()));
    double b = axes.x().at(deviation(row.upper(), row.value()));
    double left = Math.min(a, b);
    double right = Math.max(a, b);
    Box plot = axes.box();
    axes.segment(
        Math.max(left, plot.x()), y, Math.min(right, plot.right()), y, Pen.solid(colour, 1.1));
    if (left < plot.x()) {
      head(canvas, plot.x(), y, -1, colour);
    }
    if (right > plot.right()) {
      head(canvas, plot.right(), y, 1, colour);
    }
  }

  private static void head(Canvas canvas, double x, double y, int direction, int colour) {
    Points triangle = new Points(3);
    triangle.add(x + direction * 1.5, y);
    triangle.add(x - direction * 3, y - 2.2);
    triangle.add(x - direction * 3, y + 2.2);
    canvas.polygon(triangle, colour);
  }

  /** 100 (c − ĉ)/ĉ; without end where ĉ vanishes. */
  private static double deviation(double bound, double value) {
    double percent = 100 * (bound - value) / value;
    return Math.max(-1e6, Math.min(1e6, Double.isNaN(percent) ? 0 : percent));
  }

  /**
   * Symmetric about 0; it reaches the line of vanishing coefficients once an interval comes near
   * it.
   */
  private static Range range(List<ForestPanel.Row> rows) {
    double widest = 0;
    for (ForestPanel.Row row : rows) {
      if (row.isKnown()) {
        widest = Math.max(widest, Math.abs(deviation(row.lower(), row.value())));
        widest = Math.max(widest, Math.abs(deviation(row.upper(), row.value())));
      }
    }
    widest = Math.min(MOST, widest);
    if (widest == 0) {
      return new Range(-1, 1);
    }
    return widest > 60
        ? new Range(-Math.max(110, 1.08 * widest), Math.max(70, 1.08 * widest))
        : new Range(-1.1 * widest, 1.1 * widest);
  }

  private static boolean reachesZero(Range range) {
    return range.min() <= -100;
  }

  private RichText label(ForestPanel.Row row) {
    return (panel.ofRates() ? MathText.rate(row.equation()) : MathText.label(row.equation()))
        .then(" : ")
        .then(MathText.of(row.term()));
  }

  private static RichText value(ForestPanel.Row row) {
    return UncertainNumber.format(row.value(), row.halfWidth());
  }

  /** The most uncertain coefficients, in their order. */
  private List<ForestPanel.Row> shown() {
    List<ForestPanel.Row> rows = panel.rows();
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> -rows.get(i).relativeHalfWidth()))
        .limit(ForestPanel.MAX_ROWS)
        .sorted()
        .map(rows::get)
        .toList();
  }

  private String selection() {
    int all = panel.rows().size();
    int left = all - shown().size();
    return left == 0 ? "" : "the " + shown().size() + " most uncertain of " + all;
  }

  @Override
  public String caption() {
    int left = panel.rows().size() - shown().size();
    return "Coefficients with 95 % intervals, relative to the estimate printed at the right; at −100 % a coefficient vanishes."
        + " Open circle: no interval, because it is fixed or unknown."
        + (left == 0
            ? ""
            : " " + Drawing.count(left, "coefficient") + " with narrower intervals left out.");
  }
}
