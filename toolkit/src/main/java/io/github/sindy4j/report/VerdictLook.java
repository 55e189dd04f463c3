package io.github.sindy4j.report;

import io.github.sindy4j.symmetry.Verdict;

/** How a verdict looks: a colour, a shape and a word, each of which tells it alone. */
final class VerdictLook {
  private VerdictLook() {}

  static int colour(Verdict verdict) {
    return switch (verdict) {
      case HELD -> Palette.GREEN;
      case UNDECIDABLE -> Palette.AMBER;
      case BROKEN -> Palette.MUTED;
    };
  }

  static Legend.Mark mark(Verdict verdict) {
    return switch (verdict) {
      case HELD -> Legend.Mark.DOT;
      case UNDECIDABLE -> Legend.Mark.HALF;
      case BROKEN -> Legend.Mark.RING;
    };
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "held";
      case UNDECIDABLE -> "undecidable";
      case BROKEN -> "broken";
    };
  }

  /** Adds the mark to a plot; crowded marks are smaller. */
  static void add(Plot plot, double x, double y, double size, Verdict verdict) {
    int colour = colour(verdict);
    switch (verdict) {
      case HELD -> plot.dot(x, y, 2.2 * size, colour);
      case UNDECIDABLE -> plot.half(x, y, 2 * size, Pen.solid(colour, 0.9 * size));
      case BROKEN -> plot.ring(x, y, 1.9 * size, Pen.solid(colour, 0.9 * size));
    }
  }

  /** Draws the mark beside a plot. */
  static void draw(Canvas canvas, double x, double y, Verdict verdict) {
    int colour = colour(verdict);
    switch (verdict) {
      case HELD -> {
        Points dot = new Points(1);
        dot.add(x, y);
        canvas.dots(dot, 2.2, colour);
      }
      case UNDECIDABLE -> Drawing.half(canvas, x, y, 2, colour);
      case BROKEN -> canvas.ring(x, y, 1.9, Pen.solid(colour, 0.9));
    }
  }
}
