package io.github.sindy4j.derivative;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleBiFunction;

/**
 * The least of f(u, v) near a start, by the simplex of J. A. Nelder and R. Mead, Computer Journal 7
 * (1965) 308–313.
 *
 * @param width of the first triangle
 * @param resolution the width at which it is small enough
 * @param most evaluations, at about which it stops in any case
 */
record SimplexSearch(double width, double resolution, int most) {
  record Point(double u, double v, double value) {}

  Point least(double u, double v, ToDoubleBiFunction<Double, Double> f) {
    Point[] points = {at(u, v, f), at(u + width, v, f), at(u, v + width, f)};
    Comparator<Point> byValue = Comparator.comparingDouble(Point::value);
    Arrays.sort(points, byValue);
    for (int used = 3; used < most && spread(points) > resolution; used += 2) {
      double midU = (points[0].u() + points[1].u()) / 2;
      double midV = (points[0].v() + points[1].v()) / 2;
      Point worst = points[2];
      Point turned = along(midU, midV, worst, -1, f);
      if (turned.value() < points[0].value()) {
        Point further = along(midU, midV, worst, -2, f);
        points[2] = further.value() < turned.value() ? further : turned;
      } else if (turned.value() < points[1].value()) {
        points[2] = turned;
      } else {
        Point inside = along(midU, midV, worst, turned.value() < worst.value() ? -0.5 : 0.5, f);
        if (inside.value() < Math.min(worst.value(), turned.value())) {
          points[2] = inside;
        } else {
          points[1] = along(points[0].u(), points[0].v(), points[1], 0.5, f);
          points[2] = along(points[0].u(), points[0].v(), worst, 0.5, f);
        }
      }
      Arrays.sort(points, byValue);
    }
    return points[0];
  }

  private static Point at(double u, double v, ToDoubleBiFunction<Double, Double> f) {
    return new Point(u, v, f.applyAsDouble(u, v));
  }

  /** The point at this multiple of the way from (u, v) to another. */
  private static Point along(
      double u, double v, Point to, double part, ToDoubleBiFunction<Double, Double> f) {
    return at(u + part * (to.u() - u), v + part * (to.v() - v), f);
  }

  private static double spread(Point[] points) {
    double widest = 0;
    for (Point p : points) {
      widest = Math.max(widest, Math.abs(p.u() - points[0].u()));
      widest = Math.max(widest, Math.abs(p.v() - points[0].v()));
    }
    return widest;
  }
}
