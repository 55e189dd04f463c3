package io.github.sindy4j.report;

import java.util.Arrays;

/** A growing list of points on paper; mutable, for one owner. */
final class Points {
  private double[] xs;
  private double[] ys;
  private int size;

  Points(int capacity) {
    xs = new double[Math.max(4, capacity)];
    ys = new double[Math.max(4, capacity)];
  }

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  /** Ends the current polyline. */
  void lift() {
    if (size > 0 && !isBreak(size - 1)) {
      add(Double.NaN, Double.NaN);
    }
  }

  /** Moves the last point to this height if it lies further down, or further up, on paper. */
  void extend(double y, boolean down) {
    ys[size - 1] = down ? Math.max(ys[size - 1], y) : Math.min(ys[size - 1], y);
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  boolean isBreak(int i) {
    return Double.isNaN(xs[i]) || Double.isNaN(ys[i]);
  }
}
