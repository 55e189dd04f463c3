package io.github.sindy4j.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A plot as an XChart chart in the look of the whole figure: thin axes, marks outside, a faint
 * grid, no frame, no legend, transparent ground.
 *
 * <p>XChart counts in whole units and fits its plot area to its labels. So a unit is a quarter of a
 * point, and the chart is laid out once to learn how much room the labels take, then painted so
 * that its plot area falls on the plot's box.
 */
final class PlotChart {
  /** Units of XChart in one point. */
  static final int UNITS = 4;

  private static final Color NOTHING = new Color(255, 255, 255, 0);

  /** Room for half a label beyond the ends of an axis; XChart leaves out labels that do not fit. */
  private static final int MARGIN = 24 * UNITS;

  private final Plot plot;
  private final XYChart chart;
  private final double xUnit;
  private final double yUnit;

  PlotChart(Plot plot, Font font) {
    this.plot = plot;
    this.chart = new XYChart(100, 100);
    this.xUnit = unit(plot.x());
    this.yUnit = unit(plot.y());
    style(font);
    addNothing();
    int index = 0;
    for (Plot.Layer layer : plot.layers()) {
      add(layer, Integer.toString(index++));
    }
  }

  void paint(Graphics2D graphics) {
    Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    int width = (int) Math.round(plot.box().width() * UNITS) + 3 * MARGIN;
    int height = (int) Math.round(plot.box().height() * UNITS) + 3 * MARGIN;
    for (int round = 0; round < 3; round++) {
      chart.paint(trial, width, height);
      width += (int) Math.round(plot.box().width() * UNITS - (right() - left()));
      height += (int) Math.round(plot.box().height() * UNITS - (bottom() - top()));
    }
    chart.paint(trial, width, height);
    trial.dispose();
    AffineTransform before = graphics.getTransform();
    graphics.translate(plot.box().x(), plot.box().y());
    graphics.scale(
        plot.box().width() / (right() - left()), plot.box().height() / (bottom() - top()));
    graphics.translate(-left(), -top());
    chart.paint(graphics, width, height);
    graphics.setTransform(before);
  }

  /** What an axis is counted in: 1, or a power of ten where XChart's arithmetic would overflow. */
  private static double unit(Scale scale) {
    double largest = Math.max(Math.abs(scale.range().min()), Math.abs(scale.range().max()));
    boolean extreme = largest > 1e15 || (largest < 1e-15 && largest > 1e-290);
    return extreme && !scale.logarithmic() ? Math.pow(10, Math.floor(Math.log10(largest))) : 1;
  }

  private double left() {
    return 1.5 * acrossAt(0.25) - 0.5 * acrossAt(0.75);
  }

  private double right() {
    return 1.5 * acrossAt(0.75) - 0.5 * acrossAt(0.25);
  }

  private double top() {
    return 1.5 * downAt(0.75) - 0.5 * downAt(0.25);
  }

  private double bottom() {
    return 1.5 * downAt(0.25) - 0.5 * downAt(0.75);
  }

  /**
   * At the very ends of an axis XChart's answer is at the mercy of rounding; between, it is not.
   */
  private double acrossAt(double share) {
    Scale x = plot.x();
    return chart.getScreenXFromChart(x.inverse(x.from() + share * (x.to() - x.from())) / xUnit);
  }

  private double downAt(double share) {
    Scale y = plot.y();
    return chart.getScreenYFromChart(y.inverse(y.from() + share * (y.to() - y.from())) / yUnit);
  }

  private void style(Font font) {
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(NOTHING);
    styler.setPlotBackgroundColor(NOTHING);
    styler.setPlotBorderVisible(false);
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(MARGIN);
    styler.setLocale(Locale.ROOT);
    styler.setPlotContentSize(1);
    styler.setPlotMargin(0);
    styler.setAxisTitlesVisible(false);
    axes(styler, font);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridHorizontalLinesVisible(plot.hasGrid() && !plot.y().logarithmic());
    styler.setPlotGridLinesColor(new Color(Palette.GRID));
    styler.setPlotGridLinesStroke(stroke(Pen.solid(Palette.GRID, 0.5)));
    styler.setPlotTicksMarksVisible(false);
  }

  private void axes(XYStyler styler, Font font) {
    styler.setXAxisMin(plot.x().range().min() / xUnit);
    styler.setXAxisMax(plot.x().range().max() / xUnit);
    styler.setYAxisMin(plot.y().range().min() / yUnit);
    styler.setYAxisMax(plot.y().range().max() / yUnit);
    styler.setYAxisLogarithmic(plot.y().logarithmic());
    styler.setYAxisLogarithmicDecadeOnly(plot.y().logarithmic() && decades() > 1.5);
    styler.setAxisTickLabelsFont(font.deriveFont(8f * UNITS));
    styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    styler.setAxisTickLabelsColor(new Color(Palette.INK));
    styler.setAxisTickMarksColor(new Color(Palette.AXIS));
    styler.setAxisTickMarksStroke(stroke(Pen.solid(Palette.AXIS, 0.6)));
    styler.setAxisTickMarkLength(5 * UNITS / 2);
    styler.setAxisTickPadding(2 * UNITS);
    // XChart measures low plots by this too: it must stay below the height of a strip.
    styler.setXAxisTickMarkSpacingHint(36 * UNITS);
    styler.setYAxisTickMarkSpacingHint(20 * UNITS);
    styler.setYAxisTicksVisible(plot.hasYAxis());
    chart.setCustomYAxisTickLabelsFormatter(this::yLabel);
    chart.setCustomXAxisTickLabelsFormatter(this::xLabel);
  }

  private double decades() {
    return Math.log10(plot.y().range().max() / plot.y().range().min());
  }

  /**
   * On a logarithmic axis of few decades XChart marks every digit: 1, 2 and 5 are labelled; of many
   * decades, about six.
   */
  private String yLabel(double counted) {
    double value = counted * yUnit;
    if (!plot.y().logarithmic() || !plot.y().contains(value)) {
      return TickLabel.of(value, plot.y().logarithmic());
    }
    int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
    double digit = value / Math.pow(10, exponent);
    boolean one = Math.abs(digit - 1) < 1e-6;
    boolean few = decades() <= 1.5;
    boolean shown =
        few
            ? one || Math.abs(digit - 2) < 1e-6 || Math.abs(digit - 5) < 1e-6
            : one && exponent % (int) Math.ceil(decades() / 6) == 0;
    return shown ? TickLabel.of(value, true) : "";
  }

  /** XChart asks for the labels of the axis's ends first, and gives up when they are the same. */
  private String xLabel(double counted) {
    double value = counted * xUnit;
    Range range = plot.x().range();
    boolean end = counted == range.min() / xUnit || counted == range.max() / xUnit;
    boolean whole = Math.abs(value - Math.rint(value)) < 1e-9;
    boolean shown = plot.hasXLabels() && (whole || !plot.hasWholeNumbers());
    return shown || end ? TickLabel.of(value, false) : "";
  }

  /** Adds a layer unless nothing of it can be drawn, which XChart refuses. */
  private void add(Plot.Layer layer, String name) {
    Points points = layer.points();
    double[] xs = new double[points.size()];
    double[] ys = new double[points.size()];
    double last = plot.x().range().min() / xUnit;
    boolean any = false;
    for (int i = 0; i < xs.length; i++) {
      double x = plot.x().inverse(points.x(i)) / xUnit;
      double y = plot.y().inverse(points.y(i)) / yUnit;
      boolean drawn = !points.isBreak(i) && Double.isFinite(x) && Double.isFinite(y);
      last = drawn ? x : last;
      any |= drawn;
      xs[i] = last;
      ys[i] = drawn ? y : Double.NaN;
    }
    if (any) {
      look(chart.addSeries(name, xs, ys), layer);
    }
  }

  private static void look(XYSeries series, Plot.Layer layer) {
    Color colour = new Color(layer.pen().colour());
    if (layer.mark() == Plot.Mark.LINE) {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(colour);
      series.setLineStyle(stroke(layer.pen()));
    } else {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
      series.setMarker(
          layer.mark() == Plot.Mark.DOTS
              ? new DotMarker(layer.radius() * UNITS)
              : new RingMarker(layer.radius() * UNITS, stroke(layer.pen())));
      series.setMarkerColor(colour);
    }
  }

  /** XChart refuses a chart without series; a point without a mark is one. */
  private void addNothing() {
    double x = plot.x().inverse(plot.box().centreX()) / xUnit;
    double y = plot.y().inverse(plot.box().centreY()) / yUnit;
    chart.addSeries("nothing", new double[] {x}, new double[] {y}).setMarker(SeriesMarkers.NONE);
  }

  private static BasicStroke stroke(Pen pen) {
    float width = (float) (pen.width() * UNITS);
    float[] dashes = {(float) Math.max(pen.dash() * UNITS, 1e-3)};
    return pen.dash() > 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
