package io.github.sindy4j.smoother;

import java.util.Arrays;

/**
 * B of one piece: x(t_{k+1}) − x(t_k) = ∫ x′ dt ≈ Σⱼ b_{kj} x′(t_{s_k + j}), k = 0 … N−2, exact for
 * x′ a polynomial of degree 2m − 1 through the 2m samples around the step (Adams' way with a
 * centred window); at the ends the window is shifted inwards. On any grid.
 */
final class StepRule {
  /** Steps that differ by less than this part are the same. */
  private static final double SAME = 1e-9;

  private final int[] first;
  private final int width;
  private final double[] weights;

  private StepRule(int[] first, int width, double[] weights) {
    this.first = first;
    this.width = width;
    this.weights = weights;
  }

  /**
   * The rule of 2m points, or of all but an odd one where there are fewer.
   *
   * @param times t₀ … t_{N−1}, at least two, increasing
   */
  static StepRule of(double[] times, int m) {
    int samples = times.length;
    int half = Math.max(1, Math.min(m, samples / 2));
    int width = 2 * half;
    int[] first = new int[samples - 1];
    double[] weights = new double[first.length * width];
    GaussLegendre gauss = GaussLegendre.of(half);
    boolean uniform = isUniform(times);
    int[] sameAs = new int[width];
    Arrays.fill(sameAs, -1);
    for (int k = 0; k < first.length; k++) {
      first[k] = Math.min(Math.max(k - (half - 1), 0), samples - width);
      int offset = k - first[k];
      if (uniform && sameAs[offset] >= 0) {
        System.arraycopy(weights, sameAs[offset] * width, weights, k * width, width);
      } else {
        integrate(times, first[k], width, k, gauss, weights);
        sameAs[offset] = k;
      }
    }
    return new StepRule(first, width, weights);
  }

  private static boolean isUniform(double[] times) {
    double step = (times[times.length - 1] - times[0]) / (times.length - 1);
    for (int k = 1; k < times.length; k++) {
      double rounding = 4 * Math.ulp(Math.max(Math.abs(times[k]), Math.abs(times[k - 1])));
      if (Math.abs(times[k] - times[k - 1] - step) > SAME * step + rounding) {
        return false;
      }
    }
    return true;
  }

  /** b_{kj} = ∫ ℓⱼ over the step, ℓⱼ the Lagrange polynomials of the window. */
  private static void integrate(
      double[] times, int from, int width, int k, GaussLegendre gauss, double[] weights) {
    double centre = (times[k] + times[k + 1]) / 2;
    double half = (times[k + 1] - times[k]) / 2;
    double[] points = new double[width];
    for (int j = 0; j < width; j++) {
      points[j] = (times[from + j] - centre) / half;
    }
    double[] barycentric = new double[width];
    for (int j = 0; j < width; j++) {
      double product = 1;
      for (int i = 0; i < width; i++) {
        product *= i == j ? 1 : points[j] - points[i];
      }
      barycentric[j] = 1 / product;
    }
    for (int g = 0; g < gauss.size(); g++) {
      double s = gauss.node(g);
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += barycentric[j] / (s - points[j]);
      }
      for (int j = 0; j < width; j++) {
        weights[k * width + j] += half * gauss.weight(g) * barycentric[j] / (s - points[j]) / sum;
      }
    }
  }

  /** s_k, the first sample of the window of step k. */
  int first(int k) {
    return first[k];
  }

  /** 2m, the samples of a window. */
  int width() {
    return width;
  }

  /** b_{kj}, in units of time. */
  double weight(int k, int j) {
    return weights[k * width + j];
  }

  /** The number of steps, N − 1. */
  int rows() {
    return first.length;
  }

  /** Writes Σⱼ b_{kj} v_{s_k + j} of row-major vectors of {@code columns} entries, for every k. */
  double[] apply(double[] v, int columns) {
    double[] integrals = new double[rows() * columns];
    for (int k = 0; k < rows(); k++) {
      for (int j = 0; j < width; j++) {
        double b = weights[k * width + j];
        int source = (first[k] + j) * columns;
        for (int c = 0; c < columns; c++) {
          integrals[k * columns + c] += b * v[source + c];
        }
      }
    }
    return integrals;
  }

  /** The largest l − k of two steps whose windows share a sample. */
  int reach() {
    int reach = 0;
    int last = 0;
    for (int k = 0; k < rows(); k++) {
      while (last + 1 < rows() && first[last + 1] < first[k] + width) {
        last++;
      }
      reach = Math.max(reach, last - k);
    }
    return reach;
  }
}
