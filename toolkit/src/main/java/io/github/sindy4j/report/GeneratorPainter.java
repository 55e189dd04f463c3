package io.github.sindy4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** Draws generators as heat maps, up to six in a wide row or three in a narrow one. */
record GeneratorPainter(GeneratorPanel panel) implements PanelPainter {
  private static final double BETWEEN = 8;
  private static final int PIECES = 25;
  private static final double PIECE = 1.6;

  @Override
  public double preferredHeight(double width) {
    double height = 0;
    for (List<HeatMap> row : rows(width)) {
      height += height(row) + BETWEEN;
    }
    return Plot.TOP + height;
  }

  @Override
  public boolean isWide() {
    return panel.shown().size() > 3;
  }

  /** The heat maps, spread evenly over as few rows as hold them. */
  private List<List<HeatMap>> rows(double width) {
    int most = width > 400 ? GeneratorPanel.MAX_GENERATORS : 3;
    int count = panel.shown().size();
    int rows = (count + most - 1) / most;
    int across = (count + rows - 1) / rows;
    double slot = (width - BETWEEN * (across - 1)) / across;
    List<HeatMap> maps = panel.shown().stream().map(g -> new HeatMap(g, slot)).toList();
    return IntStream.range(0, rows)
        .mapToObj(r -> maps.subList(r * across, Math.min(count, (r + 1) * across)))
        .toList();
  }

  private static double height(List<HeatMap> row) {
    return row.stream().mapToDouble(HeatMap::height).max().orElse(0);
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    double spare = box.height() - preferredHeight(box.width());
    double y = box.y() + Plot.TOP + Math.max(0, spare / 2);
    for (List<HeatMap> row : rows(box.width())) {
      double x = box.x();
      for (HeatMap map : row) {
        map.draw(canvas, x, y);
        x += map.width() + BETWEEN;
      }
      y += height(row) + BETWEEN;
    }
    bar(canvas, box);
  }

  /** What the colours mean, at the place of a legend. */
  private static void bar(Canvas canvas, Box box) {
    TextStyle style = TextStyle.of(TextStyle.Anchor.END);
    RichText end = RichText.plain(" 1 × largest entry");
    double right = box.right() - Plot.RIGHT - end.width(8) - 3;
    double left = right - PIECES * PIECE;
    canvas.text(box.right() - Plot.RIGHT, box.y() + 8, end, style);
    canvas.text(left - 3, box.y() + 8, RichText.plain("−1"), style);
    for (int i = 0; i < PIECES; i++) {
      // Each piece reaches to the end, so that no seam shows between neighbours.
      Box piece = new Box(left + i * PIECE, box.y() + 2, right - left - i * PIECE, 6.5);
      canvas.fill(piece, HeatMap.colour(2.0 * i / (PIECES - 1) - 1));
    }
  }

  @Override
  public String caption() {
    int left = panel.generators().size() - panel.shown().size();
    return "The generators as matrices: how fast each variable (row) moves in proportion to each"
        + " term (column)."
        + (left == 0 ? "" : " " + Drawing.count(left, "more generator") + " not shown.");
  }
}
