package io.github.sindy4j.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
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
  private final Counting across;
  private final Counting down;

  PlotChart(Plot plot, Font font) {
    this.plot = plot;
    this.chart = new XYChart(100, 100);
    this.across = Counting.of(plot.x());
    this.down = Counting.of(plot.y());
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
    boolean fits = false;
    for (int round = 0; round < 4 && !fits; round++) {
      chart.paint(trial, width, height);
      int wider = (int) Math.round(plot.box().width() * UNITS - (right() - left()));
      int higher = (int) Math.round(plot.box().height() * UNITS - (bottom() - top()));
      fits = round == 3 || (wider == 0 && higher == 0);
      width += fits ? 0 : wider;
      height += fits ? 0 : higher;
    }
    trial.dispose();
    AffineTransform before = graphics.getTransform();
    graphics.translate(plot.box().x(), plot.box().y());
    graphics.scale(
        plot.box().width() / (right() - left()), plot.box().height() / (bottom() - top()));
    graphics.translate(-left(), -top());
    chart.paint(graphics, width, height);
    spines(graphics);
    graphics.setTransform(before);
  }

  /** The axes once more: XChart draws its grid over them. */
  private void spines(Graphics2D graphics) {
    graphics.setColor(new Color(Palette.AXIS));
    graphics.setStroke(stroke(Pen.solid(Palette.AXIS, 0.6)));
    graphics.draw(new Line2D.Double(left(), bottom(), right(), bottom()));
    if (plot.hasYAxis()) {
      graphics.draw(new Line2D.Double(left(), top(), left(), bottom()));
    }
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
    return chart.getScreenXFromChart(
        across.counted(x.inverse(x.from() + share * (x.to() - x.from()))));
  }

  private double downAt(double share) {
    Scale y = plot.y();
    return chart.getScreenYFromChart(
        down.counted(y.inverse(y.from() + share * (y.to() - y.from()))));
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
    styler.setXAxisMin(across.counted(plot.x().range().min()));
    styler.setXAxisMax(across.counted(plot.x().range().max()));
    styler.setYAxisMin(down.counted(plot.y().range().min()));
    styler.setYAxisMax(down.counted(plot.y().range().max()));
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
    boolean whole = Math.abs(counted - Math.rint(counted)) < 1e-9;
    boolean end =
        counted == down.counted(plot.y().range().min())
            || counted == down.counted(plot.y().range().max());
    if (plot.hasWholeNumbersUpwards() && !whole && !end) {
      return "";
    }
    if (!plot.y().logarithmic() || !plot.y().contains(counted)) {
      return plot.y().logarithmic() ? TickLabel.logarithmic(counted) : TickLabel.of(counted);
    }
    int exponent = (int) Math.floor(Math.log10(counted) + 1e-9);
    double digit = counted / Math.pow(10, exponent);
    boolean one = Math.abs(digit - 1) < 1e-6;
    boolean few = decades() <= 1.5;
    boolean shown =
        few
            ? one || Math.abs(digit - 2) < 1e-6 || Math.abs(digit - 5) < 1e-6
            : one && exponent % (int) Math.ceil(decades() / 6) == 0;
    return shown ? TickLabel.logarithmic(counted) : "";
  }

  /** XChart asks for the labels of the axis's ends first, and gives up when they are the same. */
  private String xLabel(double counted) {
    double value = across.value(counted);
    Range range = plot.x().range();
    boolean end = counted == across.counted(range.min()) || counted == across.counted(range.max());
    boolean whole = Math.abs(value - Math.rint(value)) < 1e-9;
    boolean shown = plot.hasXLabels() && (whole || !plot.hasWholeNumbers());
    if (plot.hasDecades() && (shown || end)) {
      return TickLabel.logarithmic(Math.pow(10, value));
    }
    return shown || end ? TickLabel.of(counted) : "";
  }

  /** Adds a layer unless nothing of it can be drawn, which XChart refuses. */
  private void add(Plot.Layer layer, String name) {
    Points points = layer.points();
    double[] xs = new double[points.size()];
    double[] ys = new double[points.size()];
    double last = across.counted(plot.x().range().min());
    boolean any = false;
    for (int i = 0; i < xs.length; i++) {
      double x = across.counted(plot.x().inverse(points.x(i)));
      double y = down.counted(plot.y().inverse(points.y(i)));
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
      series.setMarker(marker(layer));
      series.setMarkerColor(colour);
    }
  }

  private static Marker marker(Plot.Layer layer) {
    double radius = layer.radius() * UNITS;
    return switch (layer.mark()) {
      case LINE -> SeriesMarkers.NONE;
      case DOTS -> new DotMarker(radius);
      case RINGS -> new RingMarker(radius, stroke(layer.pen()));
      case HALVES -> new HalfMarker(radius, stroke(layer.pen()));
    };
  }

  /**
   * XChart refuses a chart without series; a point without a mark is one. It stands where no data
   * are equally spaced with it: XChart would put its marks at these instead of at round numbers.
   */
  private void addNothing() {
    double x = across.counted(plot.x().inverse(plot.box().x() + 0.3819 * plot.box().width()));
    double y = down.counted(plot.y().inverse(plot.box().centreY()));
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
