package io.github.sindy4j.derivative;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * argmin f(x) over an interval in which f has one minimum: the vertex of the parabola through the
 * three best points where that settles, golden sections elsewhere.
 *
 * <p>Source: R. P. Brent, Algorithms for Minimization without Derivatives (Prentice-Hall 1973),
 * chapter 5.
 */
final class LineMinimum {
  private static final int MOST_STEPS = 100;
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

  private final double close;
  private double low;
  private double high;

  /** The best, second and third best point so far, and f there. */
  private final double[] points = new double[3];

  private final double[] values = new double[3];

  private LineMinimum(double low, double high, double close) {
    this.low = low;
    this.high = high;
    this.close = close;
  }

  /**
   * Within these ends.
   *
   * @param width of an interval about the minimum that is small enough
   */
  static LineMinimum between(double low, double high, double width) {
    return new LineMinimum(low, high, width / 4);
  }

  /** From a point at which f is known. */
  double from(double start, double value, DoubleUnaryOperator f) {
    Arrays.fill(points, start);
    Arrays.fill(values, value);
    return search(0, f);
  }

  /** From a point at which f is known, as it is at both ends, where it is not less. */
  double from(double start, double value, double atLow, double atHigh, DoubleUnaryOperator f) {
    boolean lowFirst = atLow <= atHigh;
    points[0] = start;
    values[0] = value;
    points[lowFirst ? 1 : 2] = low;
    values[lowFirst ? 1 : 2] = atLow;
    points[lowFirst ? 2 : 1] = high;
    values[lowFirst ? 2 : 1] = atHigh;
    return search(high - low, f);
  }

  private double search(double firstMove, DoubleUnaryOperator f) {
    double move = firstMove;
    double before = firstMove;
    for (int step = 0; step < MOST_STEPS; step++) {
      double middle = (low + high) / 2;
      double x = points[0];
      if (Math.abs(x - middle) <= 2 * close - (high - low) / 2) {
        break;
      }
      double vertex = vertex();
      if (Math.abs(vertex) < Math.abs(before) / 2 && x + vertex > low && x + vertex < high) {
        before = move;
        boolean atEnd = x + vertex - low < 2 * close || high - x - vertex < 2 * close;
        move = atEnd ? Math.copySign(close, middle - x) : vertex;
      } else {
        before = x < middle ? high - x : low - x;
        move = GOLDEN * before;
      }
      double next = Math.abs(move) >= close ? x + move : x + Math.copySign(close, move);
      keep(next, f.applyAsDouble(next));
    }
    return points[0];
  }

  /** From the best point to the vertex of the parabola; not a number where there is none. */
  private double vertex() {
    double toSecond = points[1] - points[0];
    double toThird = points[2] - points[0];
    double second = values[1] - values[0];
    double third = values[2] - values[0];
    double below = toThird * second - toSecond * third;
    return (toThird * toThird * second - toSecond * toSecond * third) / (2 * below);
  }

  /** Takes a new point in: one end of the interval moves, and the best points stay. */
  private void keep(double x, double value) {
    boolean better = value <= values[0];
    double end = better ? points[0] : x;
    if (better == x >= points[0]) {
      low = end;
    } else {
      high = end;
    }
    if (better) {
      shift(0, x, value);
    } else if (value <= values[1] || points[1] == points[0]) {
      shift(1, x, value);
    } else if (value <= values[2] || points[2] == points[0] || points[2] == points[1]) {
      shift(2, x, value);
    }
  }

  private void shift(int place, double x, double value) {
    for (int k = 2; k > place; k--) {
      points[k] = points[k - 1];
      values[k] = values[k - 1];
    }
    points[place] = x;
    values[place] = value;
  }
}
