package io.github.sindy4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** Draws states over time: a strip for each, one time axis below the last. */
record ReplayPainter(ReplayPanel panel) implements PanelPainter {
  private static final double BETWEEN = 7;

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
    RichText note = RichText.plain(panel.endNote());
    Legend legend = legend();
    boolean ownLine = !legend.leavesRoomFor(note, box);
    Box plot = Plot.plotIn(ownLine ? box.inset(0, 9, 0, 0) : box);
    List<ReplayPanel.State> states = panel.shown();
    double height = (plot.height() - BETWEEN * (states.size() - 1)) / states.size();
    Range times = times();
    for (int i = 0; i < states.size(); i++) {
      Box strip = new Box(plot.x(), plot.y() + i * (height + BETWEEN), plot.width(), height);
      Plot axes = Plot.over(strip, times, values(states.get(i)), false);
      strip(canvas, axes, states.get(i), Palette.series(i), i == states.size() - 1);
    }
    if (!panel.endNote().isEmpty()) {
      double end = Scale.linear(times, plot.x(), plot.right()).at(replayEnd());
      if (!Double.isNaN(end)) {
        canvas.segment(end, plot.y(), end, plot.bottom(), Pen.dashed(Palette.MUTED, 0.6));
      }
    }
    legend.draw(canvas, box, ownLine ? RichText.plain("") : note);
    if (ownLine) {
      canvas.text(plot.x(), plot.y() - 3.5, note.fitted(8, plot.width()), Legend.NOTE_STYLE);
    }
  }

  private void strip(Canvas canvas, Plot plot, ReplayPanel.State state, int colour, boolean last) {
    hatchGaps(canvas, plot);
    data(canvas, plot, state);
    Ribbon.draw(canvas, plot, state.smoothed(), Palette.tint(colour));
    plot.line(
        Thinning.overAxis(state.replay(), plot.x(), plot.y(), List.of()), Pen.solid(colour, 0.9));
    if (!last) {
      plot.withoutXLabels();
    }
    RichText time = last ? MathText.label(panel.timeLabel()) : RichText.plain("");
    plot.draw(canvas, time, MathText.label(state.name()));
  }

  /** Many points lie below a band, which is narrower than their scatter; few lie above it. */
  private void data(Canvas canvas, Plot plot, ReplayPanel.State state) {
    Points points = Thinning.overAxis(state.data(), plot.x(), plot.y(), panel.gaps());
    boolean dense = isDense(state, plot.box().width());
    if (dense && !state.smoothed().isEmpty()) {
      Cells cells = new Cells(plot.box(), 0.75);
      canvas.dots(Thinning.cloud(state.data(), plot.x(), plot.y(), cells), 0.5, Palette.DATA);
    } else if (dense) {
      plot.line(points, Pen.solid(Palette.DATA_LINE, 2));
    } else {
      plot.rings(points, 1.5, Pen.solid(Drawing.POINT, 0.7));
    }
  }

  private static boolean isDense(ReplayPanel.State state, double width) {
    return state.data().size() > width / 3.5;
  }

  private void hatchGaps(Canvas canvas, Plot axes) {
    double drawnTo = Double.NEGATIVE_INFINITY;
    for (Interval gap : panel.gaps()) {
      double from = Math.max(axes.x().at(gap.from()), axes.box().x());
      double to = Math.min(axes.x().at(gap.to()), axes.box().right());
      if (to > from && to - drawnTo > 0.5) {
        Box box = new Box(from, axes.box().y(), Math.max(0.6, to - from), axes.box().height());
        Drawing.hatch(canvas, box);
        drawnTo = to;
      }
    }
  }

  private Legend legend() {
    Legend legend = new Legend();
    List<ReplayPanel.State> states = panel.shown();
    if (states.stream().anyMatch(state -> state.data().size() > 0)) {
      boolean dense = states.stream().anyMatch(state -> isDense(state, 200));
      legend.add(
          !dense ? Legend.Mark.RING : smoothed() ? Legend.Mark.DOT : Legend.Mark.BAND,
          !dense ? Drawing.POINT : smoothed() ? Palette.DATA : Palette.DATA_LINE,
          "data");
    }
    if (smoothed()) {
      legend.add(
          Legend.Mark.BAND,
          IntStream.range(0, states.size()).mapToObj(i -> Palette.tint(Palette.series(i))).toList(),
          "smoothed, 95 %");
    }
    if (states.stream().anyMatch(state -> state.replay().size() > 0)) {
      List<Integer> colours = IntStream.range(0, states.size()).mapToObj(Palette::series).toList();
      legend.add(Legend.Mark.LINE, colours, "replay");
    }
    if (!panel.gaps().isEmpty()) {
      legend.add(Legend.Mark.HATCH, Palette.MUTED, "gap");
    }
    return legend;
  }

  private boolean smoothed() {
    return panel.shown().stream().anyMatch(state -> !state.smoothed().isEmpty());
  }

  private Range times() {
    Range range = Range.EMPTY;
    for (ReplayPanel.State state : panel.shown()) {
      range = range.union(Range.of(state.data().x())).union(Range.of(state.replay().x()));
    }
    return range.padded(0.01);
  }

  private static Range values(ReplayPanel.State state) {
    Range data = Range.of(state.data().y());
    return data.extendedTo(Range.of(state.replay().y()), 0.4).padded(0.06);
  }

  private double replayEnd() {
    Range range = Range.EMPTY;
    for (ReplayPanel.State state : panel.shown()) {
      range = range.union(Range.of(state.replay().x()));
    }
    return range.isEmpty() ? Double.NaN : range.max();
  }

  @Override
  public String caption() {
    List<ReplayPanel.State> states = panel.shown();
    boolean dense = states.stream().anyMatch(state -> isDense(state, 200));
    StringBuilder text =
        new StringBuilder("Measured states (" + (dense ? "grey" : "circles") + ") over time");
    text.append(
        smoothed()
            ? ", where they were with probability 95 %, given the data and the terms of the model"
                + " (bands, drawn as lines where they are narrower), and the model’s replay from"
                + " the first smoothed state (coloured)."
            : " and the model’s replay from the first sample (coloured).");
    if (panel.states().size() > states.size()) {
      text.append(" The first ").append(states.size()).append(" of ").append(panel.states().size());
      text.append(" states are shown.");
    }
    if (!panel.gaps().isEmpty()) {
      text.append(" Hatched: no data (")
          .append(Drawing.count(panel.gaps().size(), "gap"))
          .append(").");
    }
    if (!panel.endNote().isEmpty()) {
      text.append(" Dashed line: ").append(panel.endNote()).append('.');
    }
    return text.toString();
  }
}
