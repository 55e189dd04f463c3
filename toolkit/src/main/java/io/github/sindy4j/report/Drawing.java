package io.github.sindy4j.report;

/** Small things that several panels draw. */
final class Drawing {
  /** The colour of single data points. */
  static final int POINT = 0x6F6F6F;

  private static final double HATCH_STEP = 3.6;

  private Drawing() {}

  /** Grey diagonals in a box: no data here. */
  static void hatch(Canvas canvas, Box box) {
    canvas.clip(box);
    canvas.fill(box, 0xF6F6F6);
    Points lines = new Points(64);
    double first = Math.floor((box.x() - box.height()) / HATCH_STEP) * HATCH_STEP;
    for (double x = first; x < box.right(); x += HATCH_STEP) {
      lines.add(x, box.bottom());
      lines.add(x + box.height(), box.y());
      lines.lift();
    }
    canvas.line(lines, Pen.solid(0xBBBBBB, 0.5));
    canvas.unclip();
  }

  /** An arrow of extent (dx, dy) about a centre. */
  static void arrow(Canvas canvas, double x, double y, double dx, double dy, Pen pen) {
    Points lines = new Points(7);
    arrow(lines, x, y, dx, dy);
    canvas.line(lines, pen);
  }

  /** Adds an arrow of extent (dx, dy) about a centre to some lines. */
  static void arrow(Points lines, double x, double y, double dx, double dy) {
    double tipX = x + dx / 2;
    double tipY = y + dy / 2;
    lines.add(x - dx / 2, y - dy / 2);
    lines.add(tipX, tipY);
    lines.lift();
    double barb = Math.min(2.6, 0.35 * Math.hypot(dx, dy)) / Math.max(1e-9, Math.hypot(dx, dy));
    lines.add(tipX - barb * (dx + 0.55 * dy), tipY - barb * (dy - 0.55 * dx));
    lines.add(tipX, tipY);
    lines.add(tipX - barb * (dx - 0.55 * dy), tipY - barb * (dy + 0.55 * dx));
    lines.lift();
  }

  /** Adds the head of an arrow with its tip at a point, in a direction of length one. */
  static void head(Points lines, double x, double y, double[] direction) {
    double dx = 3.4 * direction[0];
    double dy = 3.4 * direction[1];
    lines.add(x - dx - 0.55 * dy, y - dy + 0.55 * dx);
    lines.add(x, y);
    lines.add(x - dx + 0.55 * dy, y - dy - 0.55 * dx);
    lines.lift();
  }

  /** A filled triangle that points down, for a value below the axis. */
  static void downwards(Canvas canvas, double x, double y, int colour) {
    Points triangle = new Points(3);
    triangle.add(x - 2.4, y - 4);
    triangle.add(x + 2.4, y - 4);
    triangle.add(x, y);
    canvas.polygon(triangle, colour);
  }

  /** A circle whose left half is filled. */
  static void half(Canvas canvas, double x, double y, double radius, int colour) {
    int pieces = 16;
    Points left = new Points(pieces + 1);
    for (int i = 0; i <= pieces; i++) {
      double angle = Math.PI * (0.5 + i / (double) pieces);
      left.add(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    canvas.polygon(left, colour);
    canvas.ring(x, y, radius, Pen.solid(colour, 0.9));
  }

  /** An upright line with a head at each end. */
  static void extent(Canvas canvas, double x, double top, double bottom, Pen pen) {
    double head = Math.min(3.5, 0.4 * (bottom - top));
    Points lines = new Points(8);
    lines.add(x, top);
    lines.add(x, bottom);
    lines.lift();
    for (double[] end : new double[][] {{top, head}, {bottom, -head}}) {
      lines.add(x - 0.6 * head, end[0] + end[1]);
      lines.add(x, end[0]);
      lines.add(x + 0.6 * head, end[0] + end[1]);
      lines.lift();
    }
    canvas.line(lines, pen);
  }

  /** Text for a count with its noun. */
  static String count(int count, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return count + " " + (count == 1 ? noun : plural);
  }
}
