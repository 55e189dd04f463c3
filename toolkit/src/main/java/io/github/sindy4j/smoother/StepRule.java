package io.github.sindy4j.smoother;

import io.github.sindy4j.data.Between;
import io.github.sindy4j.data.Grid;
import io.github.sindy4j.linalg.GaussLegendre;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;

/**
 * D and B of one piece, on any grid. Row k says
 *
 * <pre>
 *  order 1:  x(t_{k+1}) − x(t_k) = ∫ x′ dt over one step,
 *  order 2:  (x(t_{k+2}) − x(t_{k+1}))/h₂ − (x(t_{k+1}) − x(t_k))/h₁ = ∫ hat(t) x″ dt over two,
 * </pre>
 *
 * hat piecewise linear with hat(t_{k+1}) = 1, and ∫ ≈ Σⱼ b_{kj} F at a window of points, exact for
 * F a polynomial through them (Adams' way with a centred window, which is shifted inwards at the
 * ends).
 */
final class StepRule {
  private final Points points;
  private final int[] first;
  private final int width;
  private final double[] weights;
  private final int[] gapFirst;
  private final int gapWidth;
  private final int reach;
  private final double[] differences;

  private StepRule(
      Points points, int[] first, int width, double[] weights, Differences differences) {
    this.points = points;
    this.first = first;
    this.width = width;
    this.weights = weights;
    this.gapFirst = new int[first.length];
    this.gapWidth = gapWindows();
    this.reach = reached();
    this.differences = new double[first.length * gapWidth];
    for (int k = 0; k < first.length; k++) {
      for (int j = 0; j <= differences.order(); j++) {
        this.differences[k * gapWidth + k + j - gapFirst[k]] = differences.weight(k, j);
      }
    }
  }

  /** Finds where G_k begins and how wide it is at most. */
  private int gapWindows() {
    int widest = 0;
    int samples = 0;
    for (int e = 0; e < points.count(); e++) {
      samples = Math.max(samples, points.sample(e) + 1);
    }
    for (int k = 0; k < first.length; k++) {
      int low = Integer.MAX_VALUE;
      int high = 0;
      for (int j = 0; j < width; j++) {
        int s = points.sample(first[k] + j);
        low = Math.min(low, points.hasRates() ? Math.min(s, points.rateFirst(s)) : s);
        high =
            Math.max(
                high,
                points.hasRates() ? Math.max(s, points.rateFirst(s) + points.rateWidth() - 1) : s);
      }
      gapFirst[k] = low;
      widest = Math.max(widest, high - low + 1);
    }
    for (int k = 0; k < first.length; k++) {
      gapFirst[k] = Math.min(gapFirst[k], samples - widest);
    }
    return widest;
  }

  /**
   * The rule for equations of order 1 or 2, with windows of 2m or 2m + 1 points, or as many as
   * there are samples.
   */
  static StepRule of(Piece piece, int order, int m, Between between) {
    return piece.controls().length == 0 || between == Between.CUBIC
        ? shared(piece, order, m)
        : windowed(piece, order, m, between);
  }

  /** Every sample is one point, for all rows. */
  private static StepRule shared(Piece piece, int order, int m) {
    double[] times = piece.times();
    int samples = times.length;
    int half = Math.max(1, Math.min(m, (samples - (order - 1)) / 2));
    int width = 2 * half + order - 1;
    int rows = samples - order;
    int[] first = new int[rows];
    double[] weights = new double[rows * width];
    GaussLegendre gauss = GaussLegendre.of(half + order - 1);
    boolean uniform = Grid.isUniform(times, 0, samples);
    int[] sameAs = new int[width];
    Arrays.fill(sameAs, -1);
    for (int k = 0; k < rows; k++) {
      first[k] = Math.min(Math.max(k - (half - 1), 0), samples - width);
      int offset = k - first[k];
      if (uniform && sameAs[offset] >= 0) {
        System.arraycopy(weights, sameAs[offset] * width, weights, k * width, width);
      } else {
        for (int part = 0; part < order; part++) {
          integrate(times, first[k], width, k, order, part, gauss, weights, k * width);
        }
        sameAs[offset] = k;
      }
    }
    int[] all = new int[samples];
    Arrays.setAll(all, s -> s);
    Points points = Points.at(all, piece.controls());
    return new StepRule(
        order == 2 ? points.withRates(times, width) : points,
        first,
        width,
        weights,
        new Differences(times, order));
  }

  /**
   * Every row has points of its own, those of a window for each of its steps, since controls have a
   * corner or a jump at every sample: within a step they follow its own piece, continued. Windows
   * do not reach over jumps, where the states have corners.
   */
  private static StepRule windowed(Piece piece, int order, int m, Between between) {
    double[] times = piece.times();
    int samples = times.length;
    int half = Math.max(1, Math.min(m, (samples - (order - 1)) / 2));
    int window = 2 * half + order - 1;
    int width = order * window;
    int rows = samples - order;
    int controls = piece.controls().length / samples;
    Vec grid = Vec.of(times);
    Matrix measured = Matrix.adopt(samples, controls, piece.controls().clone());
    GaussLegendre gauss = GaussLegendre.of(half + order - 1);
    int[] first = new int[rows];
    int[] at = new int[rows * width];
    double[] weights = new double[rows * width];
    double[] values = new double[rows * width * controls];
    double[] u = new double[controls];
    for (int k = 0; k < rows; k++) {
      first[k] = k * width;
      for (int part = 0; part < order; part++) {
        int start = k * width + part * window;
        int low = between == Between.HOLD ? runBegin(measured, k + part, window) : 0;
        int high = between == Between.HOLD ? runEnd(measured, k + part, window) : samples - 1;
        int own = Math.min(window, high - low + 1);
        int from = Math.min(Math.max(k - (half - 1), low), high - own + 1);
        integrate(times, from, own, k, order, part, gauss, weights, start);
        for (int j = 0; j < window; j++) {
          int sample = from + Math.min(j, own - 1);
          at[start + j] = sample;
          between.at(grid, measured, 0, samples, k + part, times[sample], u);
          System.arraycopy(u, 0, values, (start + j) * controls, controls);
        }
      }
    }
    Points points = Points.at(at, values);
    return new StepRule(
        order == 2 ? points.withRates(times, window) : points,
        first,
        width,
        weights,
        new Differences(times, order));
  }

  /**
   * The first sample from which the controls of a step were the same: before it rates jump. Not
   * further away than matters.
   */
  private static int runBegin(Matrix controls, int step, int most) {
    int begin = step;
    while (begin > Math.max(0, step - most) && controls.row(begin - 1).equals(controls.row(step))) {
      begin--;
    }
    return begin;
  }

  private static int runEnd(Matrix controls, int step, int most) {
    int end = step + 1;
    while (end < Math.min(controls.rows() - 1, step + most)
        && controls.row(end).equals(controls.row(step))) {
      end++;
    }
    return end;
  }

  /**
   * Adds ∫ ℓⱼ, or ∫ hat ℓⱼ, over one of the steps of row k to the weights from {@code target} on,
   * ℓⱼ the Lagrange polynomials of the window.
   */
  private static void integrate(
      double[] times,
      int from,
      int width,
      int k,
      int order,
      int part,
      GaussLegendre gauss,
      double[] weights,
      int target) {
    double centre = times[k + order / 2];
    double scale = times[k + 1] - times[k];
    double[] points = Lagrange.points(times, from, width, centre, scale);
    double[] barycentric = Lagrange.weights(times, from, width, centre, scale);
    double left = times[k + part];
    double half = (times[k + part + 1] - left) / 2;
    for (int g = 0; g < gauss.size(); g++) {
      double rising = (1 + gauss.node(g)) / 2;
      double kernel = order == 1 ? 1 : part == 0 ? rising : 1 - rising;
      double s = (left + half * (1 + gauss.node(g)) - centre) / scale;
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += barycentric[j] / (s - points[j]);
      }
      for (int j = 0; j < width; j++) {
        weights[target + j] +=
            half * kernel * gauss.weight(g) * barycentric[j] / (s - points[j]) / sum;
      }
    }
  }

  /** Where F is wanted. */
  Points points() {
    return points;
  }

  /** The first point of the window of row k. */
  int first(int k) {
    return first[k];
  }

  /** The points of a window. */
  int width() {
    return width;
  }

  /** b_{kj}. */
  double weight(int k, int j) {
    return weights[k * width + j];
  }

  /** The first sample that row k depends on, directly or through rates. */
  int gapFirst(int k) {
    return gapFirst[k];
  }

  /** How many samples a row depends on, at most. */
  int gapWidth() {
    return gapWidth;
  }

  /** D_{k, gapFirst + j}. */
  double difference(int k, int j) {
    return differences[k * gapWidth + j];
  }

  /** The number of rows. */
  int rows() {
    return first.length;
  }

  /** Σⱼ b_{kj} v of the points of row k, for row-major vectors of {@code columns} entries. */
  double[] apply(double[] v, int columns) {
    double[] integrals = new double[rows() * columns];
    Ranges.each(rows(), (from, to) -> integrate(v, columns, from, to, integrals));
    return integrals;
  }

  private void integrate(double[] v, int columns, int from, int to, double[] integrals) {
    for (int k = from; k < to; k++) {
      for (int j = 0; j < width; j++) {
        double b = weights[k * width + j];
        int source = (first[k] + j) * columns;
        for (int c = 0; c < columns; c++) {
          integrals[k * columns + c] += b * v[source + c];
        }
      }
    }
  }

  /** D x for states of d entries, row-major. */
  double[] differences(double[] x, int d) {
    double[] result = new double[rows() * d];
    Ranges.each(rows(), (from, to) -> differences(x, d, from, to, result));
    return result;
  }

  private void differences(double[] x, int d, int from, int to, double[] result) {
    for (int k = from; k < to; k++) {
      for (int j = 0; j < gapWidth; j++) {
        double weight = differences[k * gapWidth + j];
        int source = (gapFirst[k] + j) * d;
        for (int i = 0; i < d && weight != 0; i++) {
          result[k * d + i] += weight * x[source + i];
        }
      }
    }
  }

  /** The largest l − k of two rows that share a sample. */
  int reach() {
    return reach;
  }

  private int reached() {
    int widest = 0;
    int last = 0;
    for (int k = 0; k < rows(); k++) {
      last = Math.max(last, k);
      while (last + 1 < rows() && gapFirst[last + 1] < gapFirst[k] + gapWidth) {
        last++;
      }
      widest = Math.max(widest, last - k);
    }
    return widest;
  }
}
