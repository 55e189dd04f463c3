package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws medians and ranges of several methods against the size of the problem. */
record ComparisonPainter(ComparisonPanel panel) implements PanelPainter {
  private static final int RANGE_COLOUR = 0xE4E4E4;
  private static final double NAME_HEIGHT = 9.5;

  @Override
  public double preferredHeight(double width) {
    return width > 300 ? 190 : 150;
  }

  @Override
  public boolean isSmall() {
    return true;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    RichText title = RichText.plain(panel.title());
    boolean above = !panel.named() || names().leavesRoomFor(title, box);
    Plot axes =
        Plot.over(
            Plot.plotIn(box),
            Range.of(values(p -> DoubleStream.of(p.size()))).padded(0.06),
            needs(above ? 0 : NAME_HEIGHT * panel.series().size() / Plot.plotIn(box).height()),
            true);
    axes.withWholeNumbers();
    int colour = 0;
    for (Series series : panel.series()) {
      switch (series.look()) {
        case BASELINE -> baseline(canvas, axes, series.points());
        case MEASURED -> measured(axes, series.points(), Palette.series(colour++));
        case REFERENCE -> axes.line(medians(axes, series.points()), reference());
      }
    }
    axes.draw(canvas, RichText.plain(panel.size()), RichText.plain(panel.need()));
    (above ? names() : new Legend()).draw(canvas, box, title);
    if (!above) {
      names().drawDown(canvas, axes.box().x() + 5, axes.box().y() + 8, NAME_HEIGHT);
    }
  }

  /** All that is drawn, with room above for names that take such a part of the height. */
  private Range needs(double names) {
    Range range =
        Range.ofPositive(values(p -> DoubleStream.of(p.least(), p.median(), p.most())))
            .paddedLog(0.06);
    double taken = Math.min(0.45, (isHighAtTheLeft() ? 1 : 0.6) * names);
    double room = Math.pow(range.max() / range.min(), taken / (1 - taken));
    return labelled(new Range(range.min(), range.max() * room));
  }

  /** Whether the largest values stand beneath the names, which then need room of their own. */
  private boolean isHighAtTheLeft() {
    Range sizes = Range.of(values(p -> DoubleStream.of(p.size())));
    double left = sizes.min() + (sizes.max() - sizes.min()) / 4;
    double highest = Range.of(values(p -> DoubleStream.of(p.most()))).max();
    return panel.series().stream()
        .flatMap(series -> series.points().stream())
        .anyMatch(point -> point.size() <= left && point.most() >= highest);
  }

  /** Only powers of ten are labelled: where there is less than two, on to the nearest other. */
  private static Range labelled(Range range) {
    double low = Math.log10(range.min());
    double high = Math.log10(range.max());
    if (Math.floor(high) > Math.ceil(low)) {
      return range;
    }
    boolean down = low - Math.floor(low) <= Math.ceil(high) - high;
    // A label at the very end of an axis would be left out.
    return range.with(
        down ? 0.97 * Math.pow(10, Math.floor(low)) : 1.03 * Math.pow(10, Math.ceil(high)));
  }

  private interface Values {
    DoubleStream of(Point point);
  }

  private Vec values(Values values) {
    return Vec.of(
        panel.series().stream()
            .flatMap(s -> s.points().stream())
            .flatMapToDouble(values::of)
            .toArray());
  }

  private static void baseline(Canvas canvas, Plot axes, List<Point> points) {
    if (points.size() == 1) {
      bars(axes, points, Palette.DATA);
    }
    Points band = new Points(2 * points.size());
    for (Point point : points) {
      band.add(axes.x().at(point.size()), axes.y().at(point.most()));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      band.add(axes.x().at(points.get(i).size()), axes.y().at(points.get(i).least()));
    }
    canvas.polygon(band, RANGE_COLOUR);
    axes.line(medians(axes, points), Pen.solid(Palette.MUTED, 1.2));
    axes.dots(medians(axes, points), 1.4, Palette.MUTED);
  }

  private static void measured(Plot axes, List<Point> points, int colour) {
    bars(axes, points, colour);
    axes.line(medians(axes, points), Pen.solid(colour, 1.2));
    axes.dots(medians(axes, points), 1.7, colour);
  }

  private static void bars(Plot axes, List<Point> points, int colour) {
    for (Point point : points) {
      double x = axes.x().at(point.size());
      axes.segment(
          x, axes.y().at(point.least()), x, axes.y().at(point.most()), Pen.solid(colour, 0.6));
    }
  }

  private static Points medians(Plot axes, List<Point> points) {
    Points line = new Points(points.size());
    points.forEach(point -> line.add(axes.x().at(point.size()), axes.y().at(point.median())));
    return line;
  }

  private static Pen reference() {
    return Pen.dashed(Palette.INK, 0.8);
  }

  private Legend names() {
    Legend legend = new Legend();
    if (!panel.named()) {
      return legend;
    }
    int colour = 0;
    for (Series series : panel.series()) {
      switch (series.look()) {
        case BASELINE -> legend.add(Legend.Mark.BAND, Palette.MUTED, series.name());
        case MEASURED -> legend.add(Legend.Mark.LINE, Palette.series(colour++), series.name());
        case REFERENCE -> legend.add(Legend.Mark.DASHES, Palette.INK, series.name());
      }
    }
    return legend;
  }

  @Override
  public String caption() {
    boolean ranged = panel.series().stream().anyMatch(s -> s.look() == Look.BASELINE);
    return (panel.title().isEmpty() ? "" : panel.title() + ": ")
        + panel.need()
        + " against "
        + panel.size()
        + ", medians; bars"
        + (ranged ? " and the grey band" : "")
        + " reach from the least to the largest.";
  }
}
