package io.github.sindy4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** Draws two states against each other over the flow. */
record PhasePainter(PhasePanel panel) implements PanelPainter {
  private static final int LONG = 6000;
  private static final int SPARSE = 80;
  private static final int REPLAY = 0xC2569A;
  private static final int DATA = 0x8A8A8A;
  private static final double NAMES = 10;
  private static final int[] GENERATORS = {Palette.GREEN, Palette.BLUE};

  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    double names = panel.shown().isEmpty() ? 0 : NAMES;
    Box plot = Plot.plotIn(box.inset(0, names, 0, 0));
    boolean measured = panel.data().size() > 0;
    Range xs = Range.of(measured ? panel.data().x() : grid().x());
    Range ys = Range.of(measured ? panel.data().y() : grid().y());
    xs = xs.extendedTo(Range.of(panel.replay().x()), 0.3);
    ys = ys.extendedTo(Range.of(panel.replay().y()), 0.3);
    Plot axes = Plot.over(plot, xs.padded(0.06), ys.padded(0.06), false);
    axes.withoutGrid();
    flow(axes, panel.flow(), Math.min(11, spacing(axes, panel.flow())), Palette.FLOW);
    for (int i = 0; i < panel.shown().size(); i++) {
      generator(axes, panel.shown().get(i), GENERATORS[i]);
    }
    data(axes);
    curve(axes, panel.replay(), Pen.solid(REPLAY, 0.8));
    start(axes);
    axes.draw(canvas, MathText.label(panel.xName()), MathText.label(panel.yName()));
    legend().draw(canvas, box, RichText.plain(""));
    names(plot.width()).draw(canvas, box.inset(0, names, 0, 0), RichText.plain(""));
  }

  /** Arrows over the region, which stand for it where there are no data. */
  private Flow grid() {
    return panel.flow().size() > 0 || panel.shown().isEmpty()
        ? panel.flow()
        : panel.shown().get(0).arrows();
  }

  private void data(Plot axes) {
    if (isSmoothed()) {
      axes.dots(
          Thinning.cloud(panel.data(), axes.x(), axes.y(), new Cells(axes.box(), 0.75)),
          panel.data().size() <= SPARSE ? 1.2 : 0.5,
          Palette.DATA_LINE);
      curve(axes, panel.smoothed(), Pen.solid(DATA, 0.8));
    } else if (panel.data().size() <= SPARSE) {
      Points points = Thinning.inPlane(panel.data(), axes.x(), axes.y());
      axes.line(points, Pen.solid(Palette.DATA_LINE, 0.6));
      axes.rings(points, 1.5, Pen.solid(Drawing.POINT, 0.7));
    } else {
      curve(axes, panel.data(), Pen.solid(DATA, 0.8));
    }
  }

  private boolean isSmoothed() {
    return panel.smoothed().size() > 0;
  }

  private void start(Plot axes) {
    Points start = new Points(1);
    Curve from = isSmoothed() ? panel.smoothed() : panel.data();
    if (from.size() > 0) {
      start.add(axes.x().at(from.x().first()), axes.y().at(from.y().first()));
    }
    axes.dots(start, 2, Palette.INK);
  }

  private static void curve(Plot axes, Curve curve, Pen pen) {
    Points points = Thinning.inPlane(curve, axes.x(), axes.y());
    if (points.size() <= LONG) {
      axes.line(points, pen);
    } else {
      axes.dots(
          Thinning.cloud(curve, axes.x(), axes.y(), new Cells(axes.box(), 0.75)),
          0.36,
          pen.colour());
    }
  }

  /** The room of one arrow. */
  private static double spacing(Plot axes, Flow flow) {
    Box plot = axes.box();
    return 0.62 * Math.sqrt(plot.width() * plot.height() / Math.max(1, flow.size()));
  }

  private static void flow(Plot axes, Flow flow, double length, int colour) {
    if (flow.size() == 0) {
      return;
    }
    Points lines = new Points(7 * flow.size());
    for (int i = 0; i < flow.size(); i++) {
      double x = axes.x().at(flow.x().get(i));
      double y = axes.y().at(flow.y().get(i));
      double[] d = direction(axes, flow.dx().get(i), flow.dy().get(i));
      if (d.length > 0 && !Double.isNaN(x) && !Double.isNaN(y)) {
        Drawing.arrow(lines, x, y, d[0] * length, d[1] * length);
      }
    }
    axes.line(lines, Pen.solid(colour, 0.6));
  }

  /** The direction on paper, of length 1; nothing if there is none. */
  private static double[] direction(Plot axes, double dx, double dy) {
    double x = dx * axes.box().width() / axes.x().range().span();
    double y = -dy * axes.box().height() / axes.y().range().span();
    double norm = Math.hypot(x, y);
    return norm > 0 && Range.isUsable(norm) ? new double[] {x / norm, y / norm} : new double[0];
  }

  /** A head in the middle of the points of an orbit that are seen. */
  private static void head(Plot axes, Curve orbit, Points heads) {
    int[] seen =
        IntStream.range(1, orbit.size())
            .filter(k -> axes.x().contains(orbit.x().get(k)))
            .filter(k -> axes.y().contains(orbit.y().get(k)))
            .toArray();
    if (seen.length == 0) {
      return;
    }
    int k = seen[seen.length / 2];
    double dx = orbit.x().get(k) - orbit.x().get(k - 1);
    double dy = orbit.y().get(k) - orbit.y().get(k - 1);
    double[] d = direction(axes, dx, dy);
    if (d.length > 0) {
      Drawing.head(heads, axes.x().at(orbit.x().get(k)), axes.y().at(orbit.y().get(k)), d);
    }
  }

  /** Orbits with a head in their middle; where there are none, arrows. */
  private static void generator(Plot axes, GeneratorField generator, int colour) {
    if (generator.orbits().isEmpty()) {
      flow(axes, generator.arrows(), 9, colour);
      return;
    }
    Points heads = new Points(6 * generator.orbits().size());
    for (Curve orbit : generator.orbits()) {
      axes.line(Thinning.inPlane(orbit, axes.x(), axes.y()), Pen.solid(colour, 0.8));
      head(axes, orbit, heads);
    }
    axes.line(heads, Pen.solid(colour, 0.8));
  }

  private Legend legend() {
    Legend legend = new Legend();
    if (panel.data().size() > 0) {
      boolean sparse = panel.data().size() <= SPARSE;
      legend.add(Legend.Mark.DOT, Palette.INK, "start");
      if (isSmoothed()) {
        legend.add(Legend.Mark.DOT, Palette.DATA_LINE, "data");
        legend.add(Legend.Mark.LINE, DATA, "smoothed");
      } else {
        legend.add(
            sparse ? Legend.Mark.RING : Legend.Mark.LINE, sparse ? Drawing.POINT : DATA, "data");
      }
    }
    if (panel.replay().size() > 0) {
      legend.add(Legend.Mark.LINE, REPLAY, "replay");
    }
    if (!panel.flow().isStill()) {
      legend.add(Legend.Mark.ARROW, Palette.FLOW, "flow");
    }
    return legend;
  }

  /** The generators in a line of their own: their names are long. */
  private Legend names(double width) {
    Legend legend = new Legend();
    List<GeneratorField> shown = panel.shown();
    for (int i = 0; i < shown.size(); i++) {
      RichText name = MathText.of(shown.get(i).name()).fitted(8, width / shown.size() - 24);
      legend.add(Legend.Mark.ARROW, List.of(GENERATORS[i]), name);
    }
    return legend;
  }

  @Override
  public String caption() {
    return "Two states against each other"
        + (isSmoothed() ? ", measured (dots) and smoothed (grey line)" : "")
        + (!panel.flow().isStill() ? ", over the direction of the model’s flow." : ".")
        + (panel.shown().isEmpty()
            ? ""
            : " Coloured, with heads: how the symmetry "
                + (panel.shown().size() == 1 ? "generator moves" : "generators move")
                + " points.");
  }
}
