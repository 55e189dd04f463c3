package io.github.sindy4j.report;

/**
 * What the painters need of a picture format; all lengths are points (1/72 inch), y grows
 * downwards.
 */
interface Canvas {
  /** A plot with its axes. */
  void plot(Plot plot);

  /** The polyline through the points; a point that is not a number breaks it. */
  void line(Points points, Pen pen);

  /** A filled disc at every point. */
  void dots(Points points, double radius, int colour);

  /** A circle. */
  void ring(double x, double y, double radius, Pen pen);

  /** A filled rectangle. */
  void fill(Box box, int colour);

  /** A filled polygon. */
  void polygon(Points points, int colour);

  /** Text whose baseline starts, is centred or ends at the point. */
  void text(double x, double y, RichText text, TextStyle style);

  /** Draws only inside the box until {@link #unclip()}. */
  void clip(Box box);

  /** Ends {@link #clip}. */
  void unclip();

  /** A straight line. */
  default void segment(double x1, double y1, double x2, double y2, Pen pen) {
    Points points = new Points(2);
    points.add(x1, y1);
    points.add(x2, y2);
    line(points, pen);
  }
}
