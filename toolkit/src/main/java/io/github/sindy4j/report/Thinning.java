package io.github.sindy4j.report;

import java.util.List;

/**
 * Reduces curves of any length to what can be seen on paper, without losing an extreme.
 *
 * <p>Over an axis, each column of {@link #COLUMN} points keeps its first, lowest, highest and last
 * point. In a plane, points too near to the last one kept are dropped; what is still too long
 * becomes a cloud with at most one dot in a cell.
 */
final class Thinning {
  /** The width of a column in points: one pixel and a quarter at 300 dots per inch. */
  static final double COLUMN = 0.3;

  private static final double NEAR = 0.35;
  private static final double WIDTH = 0.04;

  private Thinning() {}

  /** A curve over an axis, broken at the gaps and wherever the axis runs back. */
  static Points overAxis(Curve curve, Scale x, Scale y, List<Interval> gaps) {
    Points out = new Points(4096);
    Column column = new Column(out);
    double shortest =
        gaps.stream()
            .mapToDouble(gap -> gap.to() - gap.from())
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double previous = Double.NaN;
    for (int i = 0; i < curve.size(); i++) {
      double at = curve.x().get(i);
      double px = x.at(at);
      double py = y.at(curve.y().get(i));
      boolean drawn = !Double.isNaN(px) && !Double.isNaN(py);
      boolean jumps = at < previous || (at - previous >= shortest && spansGap(previous, at, gaps));
      if (!drawn || jumps) {
        column.flush();
        out.lift();
      }
      if (drawn) {
        column.add(px, py);
      }
      previous = at;
    }
    column.flush();
    return straightened(out);
  }

  private static boolean spansGap(double before, double after, List<Interval> gaps) {
    return gaps.stream()
        .anyMatch(gap -> before <= gap.from() && after >= gap.to() && after > before);
  }

  /** A curve in a plane. */
  static Points inPlane(Curve curve, Scale x, Scale y) {
    Points out = new Points(4096);
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    double heldX = Double.NaN;
    double heldY = Double.NaN;
    for (int i = 0; i < curve.size(); i++) {
      double px = x.at(curve.x().get(i));
      double py = y.at(curve.y().get(i));
      if (Double.isNaN(px) || Double.isNaN(py)) {
        release(out, heldX, heldY);
        out.lift();
        heldX = lastX = Double.NaN;
      } else if (Double.isNaN(lastX) || Math.hypot(px - lastX, py - lastY) >= NEAR) {
        out.add(px, py);
        lastX = px;
        lastY = py;
        heldX = Double.NaN;
      } else {
        heldX = px;
        heldY = py;
      }
    }
    release(out, heldX, heldY);
    return straightened(out);
  }

  /** Without the points that the lines between the others pass within {@link #WIDTH} of. */
  private static Points straightened(Points points) {
    Points out = new Points(points.size());
    Sleeve sleeve = new Sleeve(out);
    for (int i = 0; i < points.size(); i++) {
      if (points.isBreak(i)) {
        sleeve.end();
        out.lift();
      } else {
        sleeve.add(points.x(i), points.y(i));
      }
    }
    sleeve.end();
    return out;
  }

  private static void release(Points out, double x, double y) {
    if (!Double.isNaN(x)) {
      out.add(x, y);
    }
  }

  /**
   * At most one point for each square cell of the box; the others, and those outside, are dropped.
   */
  static Points cloud(Curve curve, Scale x, Scale y, Cells cells) {
    Points out = new Points(1024);
    for (int i = 0; i < curve.size(); i++) {
      double px = x.at(curve.x().get(i));
      double py = y.at(curve.y().get(i));
      if (cells.take(px, py)) {
        out.add(px, py);
      }
    }
    return out;
  }

  /** Collects one column of a curve. */
  private static final class Column {
    private final Points out;
    private long index = Long.MIN_VALUE;
    private int count;
    private final double[] xs = new double[4];
    private final double[] ys = new double[4];
    private boolean lowestFirst;

    Column(Points out) {
      this.out = out;
    }

    void add(double x, double y) {
      long column = (long) Math.floor(x / COLUMN);
      if (column != index) {
        flush();
        index = column;
      }
      if (count == 0) {
        set(0, x, y);
        set(1, x, y);
        set(2, x, y);
        lowestFirst = true;
      } else if (y < ys[1]) {
        set(1, x, y);
        lowestFirst = false;
      } else if (y > ys[2]) {
        set(2, x, y);
        lowestFirst = true;
      }
      set(3, x, y);
      count++;
    }

    private void set(int slot, double x, double y) {
      xs[slot] = x;
      ys[slot] = y;
    }

    void flush() {
      if (count > 0) {
        emit(0);
        emit(lowestFirst ? 1 : 2);
        emit(lowestFirst ? 2 : 1);
        emit(3);
      }
      count = 0;
    }

    private void emit(int slot) {
      int last = out.size() - 1;
      if (last < 0 || out.x(last) != xs[slot] || out.y(last) != ys[slot]) {
        out.add(xs[slot], ys[slot]);
      }
    }
  }

  /** Follows a curve as long as one straight line from the last point kept stays near to it. */
  private static final class Sleeve {
    private final Points out;
    private boolean open;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;
    private double reach;
    private double low;
    private double high;
    private double axis;

    Sleeve(Points out) {
      this.out = out;
    }

    void add(double x, double y) {
      if (!open) {
        restart(x, y);
      } else if (!fits(x, y)) {
        restart(lastX, lastY);
        fits(x, y);
      }
      lastX = x;
      lastY = y;
    }

    void end() {
      if (open && reach > 0) {
        out.add(lastX, lastY);
      }
      open = false;
    }

    private void restart(double x, double y) {
      out.add(x, y);
      open = true;
      startX = lastX = x;
      startY = lastY = y;
      reach = 0;
    }

    /** Whether the point lies in the sleeve and further on; if so, narrows the sleeve to it. */
    private boolean fits(double x, double y) {
      double distance = Math.hypot(x - startX, y - startY);
      double direction = Math.atan2(y - startY, x - startX);
      double tolerance = Math.asin(Math.min(1, WIDTH / Math.max(distance, 1e-9)));
      if (reach == 0) {
        axis = direction;
        low = -tolerance;
        high = tolerance;
        reach = Math.max(distance, 1e-9);
        return true;
      }
      double turn = Math.IEEEremainder(direction - axis, 2 * Math.PI);
      if (distance < reach || turn < low || turn > high) {
        return false;
      }
      low = Math.max(low, turn - tolerance);
      high = Math.min(high, turn + tolerance);
      reach = distance;
      return true;
    }
  }
}
