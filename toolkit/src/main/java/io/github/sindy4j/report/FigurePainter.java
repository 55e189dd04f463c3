package io.github.sindy4j.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Places the panels two in a row, letters them and draws them; if their number is odd, one that
 * wants it, or else the first, has a row of its own. Threes of small panels stand three in a row.
 */
final class FigurePainter {
  /** 180 mm in points. */
  static final double WIDTH = 180 / 25.4 * 72;

  private static final double BETWEEN_COLUMNS = 12;
  private static final double BETWEEN_ROWS = 8;
  private static final double EDGE = 2;
  private final List<PanelPainter> panels;
  private final List<Box> boxes = new ArrayList<>();
  private final double height;

  FigurePainter(List<PanelPainter> panels) {
    this.panels = panels;
    double y = EDGE;
    int next = 0;
    boolean threes = panels.size() % 3 == 0 && panels.stream().allMatch(PanelPainter::isSmall);
    int alone = panels.size() % 2 == 1 && !threes ? alone(panels) : -1;
    while (next < panels.size()) {
      int inRow = threes ? 3 : next == alone ? 1 : 2;
      y += placeRow(panels.subList(next, next + inRow), y) + BETWEEN_ROWS;
      next += inRow;
    }
    height = Math.max(24, y - BETWEEN_ROWS + EDGE);
  }

  /** The first panel that wants a row and can have it without breaking a pair; else the first. */
  private static int alone(List<PanelPainter> panels) {
    for (int i = 0; i < panels.size(); i += 2) {
      if (panels.get(i).isWide()) {
        return i;
      }
    }
    return 0;
  }

  private double placeRow(List<PanelPainter> row, double y) {
    double width = (WIDTH - 2 * EDGE - BETWEEN_COLUMNS * (row.size() - 1)) / row.size();
    double tallest =
        row.stream().mapToDouble(panel -> panel.preferredHeight(width)).max().orElse(0);
    for (int i = 0; i < row.size(); i++) {
      boxes.add(new Box(EDGE + i * (width + BETWEEN_COLUMNS), y, width, tallest));
    }
    return tallest;
  }

  double height() {
    return height;
  }

  void paint(Canvas canvas) {
    for (int i = 0; i < panels.size(); i++) {
      Box box = boxes.get(i);
      if (panels.size() > 1) {
        RichText letter = RichText.plain(letter(i));
        canvas.text(
            box.x(), box.y() + 8, letter, TextStyle.of(TextStyle.Anchor.START).sized(9).asBold());
      }
      panels.get(i).paint(canvas, box);
    }
  }

  /** (a), (b), … */
  static String letter(int index) {
    return "(" + (char) ('a' + index) + ")";
  }
}
