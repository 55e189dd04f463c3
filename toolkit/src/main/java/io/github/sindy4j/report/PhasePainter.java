package io.github.sindy4j.report;

/** Draws two states against each other over the flow. */
record PhasePainter(PhasePanel panel) implements PanelPainter {
  private static final int LONG = 6000;
  private static final int SPARSE = 80;
  private static final int REPLAY = 0xC2569A;
  private static final int DATA = 0x8A8A8A;

  @Override
  public double preferredHeight(double width) {
    return 150;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    Box plot = Plot.plotIn(box);
    Range xs = Range.of(panel.data().x()).extendedTo(Range.of(panel.replay().x()), 0.3);
    Range ys = Range.of(panel.data().y()).extendedTo(Range.of(panel.replay().y()), 0.3);
    Plot axes = Plot.over(plot, xs.padded(0.06), ys.padded(0.06), false);
    axes.withoutGrid();
    flow(axes);
    data(axes);
    curve(axes, panel.replay(), Pen.solid(REPLAY, 0.8));
    start(axes);
    axes.draw(canvas, MathText.label(panel.xName()), MathText.label(panel.yName()));
    legend().draw(canvas, box, RichText.plain(""));
  }

  private void data(Plot axes) {
    if (panel.data().size() <= SPARSE) {
      Points points = Thinning.inPlane(panel.data(), axes.x(), axes.y());
      axes.line(points, Pen.solid(Palette.DATA_LINE, 0.6));
      axes.rings(points, 1.5, Pen.solid(Drawing.POINT, 0.7));
    } else {
      curve(axes, panel.data(), Pen.solid(DATA, 0.8));
    }
  }

  private void start(Plot axes) {
    Points start = new Points(1);
    if (panel.data().size() > 0) {
      start.add(axes.x().at(panel.data().x().first()), axes.y().at(panel.data().y().first()));
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

  private void flow(Plot axes) {
    Flow flow = panel.flow();
    if (flow.size() == 0) {
      return;
    }
    Box plot = axes.box();
    double perX = plot.width() / axes.x().range().span();
    double perY = plot.height() / axes.y().range().span();
    double length = Math.min(11, 0.62 * Math.sqrt(plot.width() * plot.height() / flow.size()));
    Points lines = new Points(7 * flow.size());
    for (int i = 0; i < flow.size(); i++) {
      double x = axes.x().at(flow.x().get(i));
      double y = axes.y().at(flow.y().get(i));
      double dx = flow.dx().get(i) * perX;
      double dy = -flow.dy().get(i) * perY;
      double norm = Math.hypot(dx, dy);
      if (norm > 0 && Range.isUsable(norm) && !Double.isNaN(x) && !Double.isNaN(y)) {
        Drawing.arrow(lines, x, y, dx / norm * length, dy / norm * length);
      }
    }
    axes.line(lines, Pen.solid(Palette.FLOW, 0.6));
  }

  private Legend legend() {
    Legend legend = new Legend();
    if (panel.data().size() > 0) {
      boolean sparse = panel.data().size() <= SPARSE;
      legend.add(Legend.Mark.DOT, Palette.INK, "start");
      legend.add(
          sparse ? Legend.Mark.RING : Legend.Mark.LINE, sparse ? Drawing.POINT : DATA, "data");
    }
    if (panel.replay().size() > 0) {
      legend.add(Legend.Mark.LINE, REPLAY, "replay");
    }
    if (panel.flow().size() > 0) {
      legend.add(Legend.Mark.ARROW, Palette.FLOW, "flow");
    }
    return legend;
  }

  @Override
  public String caption() {
    return "Two states against each other"
        + (panel.flow().size() > 0 ? ", over the direction of the model’s flow." : ".");
  }
}
