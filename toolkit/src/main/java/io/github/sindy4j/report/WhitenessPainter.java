package io.github.sindy4j.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws autocorrelations as stems from zero, those of one lag side by side. */
record WhitenessPainter(WhitenessPanel panel, StateColours colours) implements PanelPainter {
  private static final double SIDE_BY_SIDE = 0.6;

  /** The most room between two stems of one lag, in points. */
  private static final double WIDEST = 4;

  private static final double LEAST = 0.2;
  private static final int NAMED = 6;

  @Override
  public double preferredHeight(double width) {
    return 140;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    int lags =
        panel.equations().stream().mapToInt(s -> s.autocorrelations().size()).max().orElse(1);
    Range values = new Range(-LEAST, LEAST).with(1.25 * panel.limit()).with(-1.25 * panel.limit());
    for (WhitenessPanel.Series series : panel.equations()) {
      values = values.union(Range.of(series.autocorrelations()));
    }
    Plot axes = Plot.over(Plot.plotIn(box), new Range(0.3, lags + 0.7), values.padded(0.08), false);
    axes.withWholeNumbers();
    axes.withoutGrid();
    limits(canvas, axes);
    int count = panel.equations().size();
    double lag = axes.box().width() / (lags + 0.4);
    double apart = count == 1 ? 0 : Math.min(WIDEST / lag, SIDE_BY_SIDE / (count - 1));
    for (int i = 0; i < count; i++) {
      stems(axes, panel.equations().get(i), apart * (i - (count - 1) / 2.0));
    }
    axes.draw(canvas, RichText.plain("lag in samples"), RichText.plain("autocorrelation"));
    legend().draw(canvas, box, RichText.plain(""));
  }

  /** The white noise's band and the zero. */
  private void limits(Canvas canvas, Plot axes) {
    Box box = axes.box();
    double top = axes.y().at(panel.limit());
    double bottom = axes.y().at(-panel.limit());
    canvas.fill(new Box(box.x(), top, box.width(), bottom - top), Palette.GRID);
    double zero = axes.y().at(0);
    axes.segment(box.x(), zero, box.right(), zero, Pen.solid(Palette.DATA, 0.6));
  }

  private void stems(Plot axes, WhitenessPanel.Series series, double shift) {
    int colour = colours.of(series.state());
    double zero = axes.y().at(0);
    Points lines = new Points(3 * series.autocorrelations().size());
    Points ends = new Points(series.autocorrelations().size());
    for (int j = 0; j < series.autocorrelations().size(); j++) {
      double x = axes.x().at(j + 1 + shift);
      double y = axes.y().at(series.autocorrelations().get(j));
      lines.add(x, zero);
      lines.add(x, y);
      lines.lift();
      ends.add(x, y);
    }
    axes.line(lines, Pen.solid(colour, 0.8));
    axes.dots(ends, 1.3, colour);
  }

  private Legend legend() {
    Legend legend = new Legend();
    panel.equations().stream()
        .limit(NAMED)
        .forEach(
            series ->
                legend.add(
                    Legend.Mark.DOT,
                    List.of(colours.of(series.state())),
                    MathText.rate(series.state())));
    legend.add(Legend.Mark.BAND, Palette.GUIDE, "95 % of white noise");
    return legend;
  }

  @Override
  public String caption() {
    String tests =
        panel.equations().stream()
            .map(s -> s.state() + " " + probability(s.probability()))
            .collect(Collectors.joining(", "));
    return "Autocorrelations of the whitened residuals of each equation; in the band lie 95 % of those of white noise."
        + " Probability of residuals that are less white (Ljung and Box): "
        + tests
        + ".";
  }

  private static String probability(double p) {
    return Double.isNaN(p)
        ? "–"
        : p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
