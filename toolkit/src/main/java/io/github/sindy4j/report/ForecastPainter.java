package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/** Draws bands of forecasts over time, data and medians upon them: a strip for each state. */
record ForecastPainter(ForecastPanel panel, StateColours colours) implements PanelPainter {
  private static final double BETWEEN = 7;

  /** How much of a series' colour its band has. */
  private static final double TINT = 0.3;

  @Override
  public double preferredHeight(double width) {
    return switch (panel.shown().size()) {
      case 1 -> 140;
      case 2 -> 162;
      default -> 188;
    };
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    Box plot = Plot.plotIn(box);
    List<ForecastPanel.State> states = panel.shown();
    double height = (plot.height() - BETWEEN * (states.size() - 1)) / states.size();
    for (int i = 0; i < states.size(); i++) {
      Box strip = new Box(plot.x(), plot.y() + i * (height + BETWEEN), plot.width(), height);
      Plot axes = Plot.over(strip, times(), values(states.get(i)), false);
      strip(canvas, axes, states.get(i), colour(i), i == states.size() - 1);
    }
    legend().draw(canvas, box, RichText.plain(note()));
  }

  private int colour(int state) {
    String name = panel.states().get(state).name();
    return colours.of(Figure.bare(name));
  }

  private void strip(
      Canvas canvas, Plot plot, ForecastPanel.State state, int colour, boolean isLast) {
    for (ForecastPanel.Band band : state.bands()) {
      Points outline = outline(band, plot);
      if (outline.size() > 2) {
        canvas.polygon(outline, tint(colour));
      }
    }
    Points data = Thinning.overAxis(state.data(), plot.x(), plot.y(), List.of());
    if (isDense(state, plot.box().width())) {
      plot.line(data, Pen.solid(Palette.DATA, 0.5));
    } else {
      plot.rings(data, 1.5, Pen.solid(Drawing.POINT, 0.7));
    }
    for (ForecastPanel.Band band : state.bands()) {
      Curve median = new Curve(band.times(), band.median());
      plot.line(Thinning.overAxis(median, plot.x(), plot.y(), List.of()), Pen.solid(colour, 0.9));
    }
    if (!isLast) {
      plot.withoutXLabels();
    }
    RichText time = isLast ? MathText.label(panel.timeLabel()) : RichText.plain("");
    plot.draw(canvas, time, MathText.label(state.name()));
  }

  private static boolean isDense(ForecastPanel.State state, double width) {
    return state.data().size() > width / 3.5;
  }

  /**
   * There along the upper bounds, back along the lower ones, within the plot; of the times in one
   * column of {@link Thinning#COLUMN} points the widest bounds.
   */
  private static Points outline(ForecastPanel.Band band, Plot plot) {
    int n = band.times().size();
    Points upper = new Points(n);
    Points lower = new Points(n);
    for (int k = 0; k < n; ) {
      double x = plot.x().at(band.times().get(k));
      double top = level(band.upper(), k, plot);
      double bottom = level(band.lower(), k, plot);
      for (k++; k < n && plot.x().at(band.times().get(k)) < x + Thinning.COLUMN; k++) {
        top = Math.min(top, level(band.upper(), k, plot));
        bottom = Math.max(bottom, level(band.lower(), k, plot));
      }
      upper.add(x, top);
      lower.add(x, bottom);
    }
    for (int k = lower.size() - 1; k >= 0; k--) {
      upper.add(lower.x(k), lower.y(k));
    }
    return upper;
  }

  /** Where a bound is drawn: at the edge of the plot where it lies beyond. */
  private static double level(Vec bounds, int k, Plot plot) {
    Box box = plot.box();
    double bound = bounds.get(k);
    double y = Range.isUsable(bound) ? plot.y().at(bound) : bound > 0 ? box.y() : box.bottom();
    return Math.max(box.y(), Math.min(box.bottom(), y));
  }

  /** A series' colour on white, let through by {@link #TINT}. */
  private static int tint(int colour) {
    int tint = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = colour >> shift & 0xFF;
      tint |= (int) Math.round(255 - TINT * (255 - channel)) << shift;
    }
    return tint;
  }

  private Legend legend() {
    List<Integer> series = IntStream.range(0, panel.shown().size()).mapToObj(this::colour).toList();
    boolean dense = panel.shown().stream().anyMatch(state -> isDense(state, 200));
    return new Legend()
        .add(
            dense ? Legend.Mark.LINE : Legend.Mark.RING,
            dense ? Palette.DATA : Drawing.POINT,
            "data")
        .add(Legend.Mark.LINE, series, "median")
        .add(Legend.Mark.BAND, tint(series.get(0)), "95 % of models");
  }

  private String note() {
    return panel.stopped() == 0 ? "" : panel.stopped() + " stopped";
  }

  private Range times() {
    Range range = Range.EMPTY;
    for (ForecastPanel.State state : panel.shown()) {
      range = range.union(Range.of(state.data().x()));
      for (ForecastPanel.Band band : state.bands()) {
        range = range.union(Range.of(band.times()));
      }
    }
    return range.padded(0.01);
  }

  private static Range values(ForecastPanel.State state) {
    Range range = Range.of(state.data().y());
    for (ForecastPanel.Band band : state.bands()) {
      Range own = Range.of(band.lower()).union(Range.of(band.upper()));
      range = range.extendedTo(own.union(Range.of(band.median())), 0.4);
    }
    return range.padded(0.06);
  }

  @Override
  public String caption() {
    int shown = panel.shown().size();
    boolean dense = panel.shown().stream().anyMatch(state -> isDense(state, 200));
    StringBuilder text = new StringBuilder();
    text.append("Forecasts by ").append(Drawing.count(panel.models(), "model"));
    text.append(" fitted to resampled data, all from the same first state: median (line) and the");
    text.append(
        " band between the 2.5 % and 97.5 % quantiles (shaded), with the measured states (");
    text.append(dense ? "grey" : "circles").append(").");
    if (panel.stopped() > 0) {
      text.append(" ").append(panel.stopped());
      text.append(" of the models stopped before the end and count as beyond the band.");
    }
    if (panel.states().size() > shown) {
      text.append(" The first ").append(shown).append(" of ").append(panel.states().size());
      text.append(" states are shown.");
    }
    return text.toString();
  }
}
