package io.github.sindy4j.report;

/**
 * The area between two curves over one axis, column by column of {@link Thinning#COLUMN} points:
 * the lowest of the lower one to the highest of the upper one, and never thinner than a line.
 */
final class Ribbon {
  private static final double THINNEST = 1.8;

  private final Canvas canvas;
  private final int colour;
  private final Points low = new Points(1024);
  private final Points high = new Points(1024);
  private long column = Long.MIN_VALUE;

  private Ribbon(Canvas canvas, int colour) {
    this.canvas = canvas;
    this.colour = colour;
  }

  /** Draws it into the box of a plot. */
  static void draw(Canvas canvas, Plot plot, ReplayPanel.Band band, int colour) {
    Ribbon ribbon = new Ribbon(canvas, colour);
    canvas.clip(plot.box());
    for (int k = 0; k < band.lower().size(); k++) {
      double x = plot.x().at(band.lower().x().get(k));
      double lower = plot.y().at(band.lower().y().get(k));
      double upper = plot.y().at(band.upper().y().get(k));
      ribbon.add(x, lower, upper);
    }
    ribbon.end();
    canvas.unclip();
  }

  /** Values grow upwards, paper downwards. */
  private void add(double x, double lower, double upper) {
    if (Double.isNaN(x) || Double.isNaN(lower) || Double.isNaN(upper)) {
      end();
      return;
    }
    double thin = Math.max(0, THINNEST - (lower - upper)) / 2;
    double bottom = lower + thin;
    double top = upper - thin;
    long here = (long) Math.floor(x / Thinning.COLUMN);
    if (here == column) {
      low.extend(bottom, true);
      high.extend(top, false);
    } else {
      low.add(x, bottom);
      high.add(x, top);
      column = here;
    }
  }

  private void end() {
    if (low.size() > 1) {
      Points outline = new Points(2 * low.size());
      for (int i = 0; i < low.size(); i++) {
        outline.add(low.x(i), low.y(i));
      }
      for (int i = high.size() - 1; i >= 0; i--) {
        outline.add(high.x(i), high.y(i));
      }
      canvas.polygon(outline, colour);
    }
    low.clear();
    high.clear();
    column = Long.MIN_VALUE;
  }
}
