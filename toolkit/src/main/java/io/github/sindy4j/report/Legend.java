package io.github.sindy4j.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What the marks of a panel mean, in one line above the plot: it covers no data and needs no frame.
 */
final class Legend {
  /** How something is drawn. */
  enum Mark {
    LINE,
    BAND,
    RING,
    DOT,
    HALF,
    BIG_RING,
    HATCH,
    ARROW,
    DASHES
  }

  private record Entry(Mark mark, List<Integer> colours, RichText text) {
    double width() {
      return markWidth() + 3 + text.width(8);
    }

    double markWidth() {
      return switch (mark) {
        case RING, DOT, HALF -> 4;
        case BIG_RING -> 7;
        default -> 12;
      };
    }
  }

  /** How notes are set. */
  static final TextStyle NOTE_STYLE = TextStyle.of(TextStyle.Anchor.START).coloured(Palette.MUTED);

  private static final double BETWEEN = 8;
  private static final double NOTE = 17;
  private final List<Entry> entries = new ArrayList<>();

  Legend add(Mark mark, int colour, String text) {
    return add(mark, List.of(colour), text);
  }

  Legend add(Mark mark, List<Integer> colours, String text) {
    return add(mark, colours, RichText.plain(text));
  }

  Legend add(Mark mark, List<Integer> colours, RichText text) {
    entries.add(new Entry(mark, List.copyOf(colours), text));
    return this;
  }

  /**
   * Draws it at the right of the panel's first line, and a note, as far as it fits, at the left of
   * it.
   */
  void draw(Canvas canvas, Box panel, RichText note) {
    double at = left(panel);
    canvas.text(panel.x() + NOTE, panel.y() + 8, note.fitted(8, room(panel)), NOTE_STYLE);
    for (Entry entry : entries) {
      mark(canvas, entry, at, panel.y() + 5.2);
      double textAt = at + entry.markWidth() + 3;
      canvas.text(textAt, panel.y() + 8, entry.text(), TextStyle.of(TextStyle.Anchor.START));
      at += entry.width() + BETWEEN;
    }
  }

  /** Draws one entry below the other, the first mark's left end at a point on its middle line. */
  void drawDown(Canvas canvas, double x, double y, double pitch) {
    double widest = entries.stream().mapToDouble(Entry::markWidth).max().orElse(0);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double middle = y + i * pitch;
      mark(canvas, entry, x + (widest - entry.markWidth()) / 2, middle);
      canvas.text(x + widest + 3, middle + 2.8, entry.text(), TextStyle.of(TextStyle.Anchor.START));
    }
  }

  /** Whether a note fits beside the legend. */
  boolean leavesRoomFor(RichText note, Box panel) {
    return note.width(8) <= room(panel);
  }

  private double left(Box panel) {
    double total =
        entries.stream().mapToDouble(Entry::width).sum()
            + BETWEEN * Math.max(0, entries.size() - 1);
    return panel.right() - Plot.RIGHT - total;
  }

  private double room(Box panel) {
    return left(panel) - panel.x() - NOTE - 6;
  }

  private static void pieces(Canvas canvas, Entry entry, double x, double y, double pen) {
    double piece = entry.markWidth() / entry.colours().size();
    for (int i = 0; i < entry.colours().size(); i++) {
      double from = x + i * piece;
      canvas.segment(from, y, from + piece, y, Pen.solid(entry.colours().get(i), pen));
    }
  }

  private static void mark(Canvas canvas, Entry entry, double x, double y) {
    double width = entry.markWidth();
    int colour = entry.colours().get(0);
    switch (entry.mark()) {
      case LINE -> pieces(canvas, entry, x, y, 1.2);
      case BAND -> pieces(canvas, entry, x, y, 2.2);
      case DASHES -> canvas.segment(x, y, x + width, y, Pen.dashed(colour, 0.8));
      case RING -> canvas.ring(x + width / 2, y, 1.5, Pen.solid(colour, 0.7));
      case BIG_RING -> canvas.ring(x + width / 2, y, 3.4, Pen.solid(colour, 1));
      case DOT -> {
        Points dot = new Points(1);
        dot.add(x + width / 2, y);
        canvas.dots(dot, 1.9, colour);
      }
      case HALF -> Drawing.half(canvas, x + width / 2, y, 1.7, colour);
      case HATCH -> Drawing.hatch(canvas, new Box(x, y - 3.4, width, 6.8));
      case ARROW -> Drawing.arrow(canvas, x + width / 2, y, width, 0, Pen.solid(colour, 0.8));
    }
  }
}
