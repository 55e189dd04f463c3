package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;

/**
 * The nearest of N points, by a k-d tree: O(N log² N) to build, O(log N) for each query where
 * points are spread evenly. Points at equal distance are taken in the order of their numbers.
 */
final class NearestPoints {
  private static final int LEAF = 12;

  private final int dimension;
  private final double[] points;
  private final int[] order;
  private final int[] axes;

  /** Of the rows of this matrix. */
  NearestPoints(Matrix points) {
    this.dimension = points.cols();
    this.points = points.toArray();
    this.order = new int[points.rows()];
    Arrays.setAll(order, i -> i);
    this.axes = new int[points.rows()];
    split(0, order.length);
  }

  /** Halves a range at its middle, which becomes the node; along its widest axis. */
  private void split(int from, int to) {
    if (to - from <= LEAF) {
      return;
    }
    int axis = widest(from, to);
    Integer[] sorted = new Integer[to - from];
    Arrays.setAll(sorted, k -> order[from + k]);
    Arrays.sort(
        sorted,
        (a, b) -> {
          int byPlace = Double.compare(at(a, axis), at(b, axis));
          return byPlace != 0 ? byPlace : Integer.compare(a, b);
        });
    for (int k = from; k < to; k++) {
      order[k] = sorted[k - from];
    }
    int middle = (from + to) >>> 1;
    axes[middle] = axis;
    split(from, middle);
    split(middle + 1, to);
  }

  private int widest(int from, int to) {
    int widest = 0;
    double most = -1;
    for (int axis = 0; axis < dimension; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = from; k < to; k++) {
        low = Math.min(low, at(order[k], axis));
        high = Math.max(high, at(order[k], axis));
      }
      if (high - low > most) {
        most = high - low;
        widest = axis;
      }
    }
    return widest;
  }

  private double at(int point, int axis) {
    return points[point * dimension + axis];
  }

  /** The k points nearest to one of them, itself first. */
  int[] of(int point, int k) {
    Nearest nearest = new Nearest(Math.min(k, order.length), point);
    search(0, order.length, nearest);
    return nearest.sorted();
  }

  private void search(int from, int to, Nearest nearest) {
    if (to - from <= LEAF) {
      for (int k = from; k < to; k++) {
        nearest.offer(order[k]);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    double beyond = at(nearest.centre, axes[middle]) - at(order[middle], axes[middle]);
    nearest.offer(order[middle]);
    if (beyond < 0) {
      search(from, middle, nearest);
    } else {
      search(middle + 1, to, nearest);
    }
    if (beyond * beyond <= nearest.farthest()) {
      if (beyond < 0) {
        search(middle + 1, to, nearest);
      } else {
        search(from, middle, nearest);
      }
    }
  }

  /** The nearest seen so far: a heap whose root is the farthest of them. */
  private final class Nearest {
    private final int[] heap;
    private final double[] squares;
    private final int centre;
    private int count;

    Nearest(int k, int centre) {
      this.heap = new int[k];
      this.squares = new double[k];
      this.centre = centre;
    }

    double farthest() {
      return count < heap.length ? Double.POSITIVE_INFINITY : squares[0];
    }

    void offer(int point) {
      double square = 0;
      for (int axis = 0; axis < dimension; axis++) {
        double difference = at(point, axis) - at(centre, axis);
        square += difference * difference;
      }
      if (count < heap.length) {
        rise(count++, point, square);
      } else if (isFarther(squares[0], heap[0], square, point)) {
        sink(0, count, point, square);
      }
    }

    private boolean isFarther(double a, int pointA, double b, int pointB) {
      return a > b || (a == b && pointA > pointB);
    }

    private void rise(int from, int point, double square) {
      int place = from;
      while (place > 0) {
        int parent = (place - 1) / 2;
        if (!isFarther(square, point, squares[parent], heap[parent])) {
          break;
        }
        set(place, heap[parent], squares[parent]);
        place = parent;
      }
      set(place, point, square);
    }

    private void sink(int from, int end, int point, double square) {
      int place = from;
      while (2 * place + 1 < end) {
        int child = 2 * place + 1;
        if (child + 1 < end
            && isFarther(squares[child + 1], heap[child + 1], squares[child], heap[child])) {
          child++;
        }
        if (!isFarther(squares[child], heap[child], square, point)) {
          break;
        }
        set(place, heap[child], squares[child]);
        place = child;
      }
      set(place, point, square);
    }

    private void set(int place, int point, double square) {
      heap[place] = point;
      squares[place] = square;
    }

    /** Nearest first; what was a heap is none any more. */
    int[] sorted() {
      for (int end = count - 1; end > 0; end--) {
        int point = heap[end];
        double square = squares[end];
        set(end, heap[0], squares[0]);
        sink(0, end, point, square);
      }
      return Arrays.copyOf(heap, count);
    }
  }
}
