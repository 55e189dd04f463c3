package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws how far conserved quantities stray: a strip for each, signed on a linear axis, or, where
 * data and rollout differ by more than a picture can show, their sizes on a logarithmic one.
 */
record DriftPainter(DriftPanel panel) implements PanelPainter {
  private static final double FIRST_TITLE = 9;
  private static final double TITLE = 17;
  private static final double STRIP = 50;
  private static final double SMALLEST = 1e-17;

  @Override
  public double preferredHeight(double width) {
    int count = panel.shown().size();
    double strip = count == 1 ? 90 : STRIP;
    return Plot.TOP + FIRST_TITLE + count * (strip + TITLE) - TITLE + Plot.BOTTOM;
  }

  @Override
  public boolean isWide() {
    return panel.shown().size() > 2;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    List<Deviations> all = panel.shown().stream().map(Deviations::of).toList();
    boolean logarithmic = isLogarithmic(all);
    Box plot = Plot.plotIn(box);
    double height = (plot.height() - FIRST_TITLE + TITLE) / all.size() - TITLE;
    Range times = times(all);
    for (int i = 0; i < all.size(); i++) {
      double y = plot.y() + FIRST_TITLE + i * (height + TITLE);
      Deviations shown = logarithmic ? all.get(i).sizes() : all.get(i);
      Range values = logarithmic ? sizes(shown) : Range.of(Vec.of(shown.all())).padded(0.08);
      Box strip = new Box(plot.x(), y, plot.width(), height);
      Plot axes = Plot.over(strip, times, values, logarithmic);
      strip(canvas, axes, shown, i, i == all.size() - 1);
    }
    legend(all).draw(canvas, box, RichText.plain(""));
  }

  private void strip(Canvas canvas, Plot axes, Deviations shown, int index, boolean last) {
    shown.data().forEach(curve -> data(axes, curve));
    Pen pen = Pen.solid(Palette.series(index), 0.9);
    shown.rollout().forEach(curve -> axes.line(thinned(axes, curve), pen));
    if (!last) {
      axes.withoutXLabels();
    }
    String name = panel.shown().size() == 1 ? "h" : "h_" + (index + 1);
    RichText symbol = MathText.of("delta").then(MathText.of(name));
    if (axes.y().logarithmic()) {
      symbol = RichText.plain("|").then(symbol).then("|");
    }
    RichText time = last ? MathText.label(panel.timeLabel()) : RichText.plain("");
    axes.draw(canvas, time, symbol);
    RichText title =
        MathText.of(name).then(" = ").then(MathText.of(panel.shown().get(index).expression()));
    Box box = axes.box();
    canvas.text(
        box.x(), box.y() - 4, title.fitted(8, box.width()), TextStyle.of(TextStyle.Anchor.START));
  }

  private static void data(Plot axes, Curve curve) {
    if (isSparse(axes, curve)) {
      axes.rings(thinned(axes, curve), 1.5, Pen.solid(Drawing.POINT, 0.7));
    } else {
      Cells cells = new Cells(axes.box(), 0.75);
      Points cloud = Thinning.cloud(kept(axes, curve), axes.x(), axes.y(), cells);
      axes.dots(cloud, 0.5, Palette.DATA);
    }
  }

  private static boolean isSparse(Plot axes, Curve curve) {
    return curve.size() <= axes.box().width() / 3.5;
  }

  private static Points thinned(Plot axes, Curve curve) {
    return Thinning.overAxis(kept(axes, curve), axes.x(), axes.y(), List.of());
  }

  /** On a logarithmic axis what is too small for it runs along its lower edge. */
  private static Curve kept(Plot axes, Curve curve) {
    double least = axes.y().range().min();
    return axes.y().logarithmic()
        ? new Curve(curve.x(), curve.y().map(v -> v < least ? least : v))
        : curve;
  }

  private static boolean isLogarithmic(List<Deviations> all) {
    return all.stream().anyMatch(Deviations::differMuch);
  }

  /** From the twentieth part of the sizes to the largest: crossings of zero would fill the axis. */
  private static Range sizes(Deviations shown) {
    double[] sorted = Arrays.stream(shown.all()).filter(v -> v > SMALLEST).sorted().toArray();
    if (sorted.length == 0) {
      return Range.EMPTY.paddedLog(0);
    }
    double least = sorted[sorted.length / 20];
    return new Range(Math.min(least, sorted[sorted.length - 1]), sorted[sorted.length - 1])
        .paddedLog(0.08);
  }

  private static Range times(List<Deviations> all) {
    Range range = Range.EMPTY;
    for (Deviations deviations : all) {
      for (Curve curve : deviations.data()) {
        range = range.union(Range.of(curve.x()));
      }
      for (Curve curve : deviations.rollout()) {
        range = range.union(Range.of(curve.x()));
      }
    }
    return range.padded(0.01);
  }

  private Legend legend(List<Deviations> all) {
    Legend legend = new Legend();
    if (all.stream().anyMatch(d -> !d.data().isEmpty())) {
      legend.add(Legend.Mark.DOT, Palette.DATA, "data");
    }
    if (all.stream().anyMatch(d -> !d.rollout().isEmpty())) {
      List<Integer> colours = IntStream.range(0, all.size()).mapToObj(Palette::series).toList();
      legend.add(Legend.Mark.LINE, colours, "rollout");
    }
    return legend;
  }

  @Override
  public String caption() {
    List<Deviations> all = panel.shown().stream().map(Deviations::of).toList();
    int left = panel.quantities().size() - all.size();
    return "How far conserved quantities stray, relative to their size: along the data about their"
        + " mean, along the model’s rollout from its start."
        + (isLogarithmic(all) ? " Sizes, on a logarithmic axis." : "")
        + (left == 0 ? "" : " " + left + " more not shown.")
        + (longest() > DriftPanel.MAX_TRAJECTORIES
            ? " The first " + DriftPanel.MAX_TRAJECTORIES + " trajectories are shown."
            : "");
  }

  private int longest() {
    return panel.shown().stream()
        .mapToInt(q -> Math.max(q.data().size(), q.rollout().size()))
        .max()
        .orElse(0);
  }
}
