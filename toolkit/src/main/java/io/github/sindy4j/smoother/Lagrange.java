package io.github.sindy4j.smoother;

/** Barycentric weights of the Lagrange polynomials of a window of times. */
final class Lagrange {
  private Lagrange() {}

  /** 1/Πᵢ (sⱼ − sᵢ) with s = (t − centre)/scale. */
  static double[] weights(double[] times, int from, int width, double centre, double scale) {
    double[] points = points(times, from, width, centre, scale);
    double[] weights = new double[width];
    for (int j = 0; j < width; j++) {
      double product = 1;
      for (int i = 0; i < width; i++) {
        product *= i == j ? 1 : points[j] - points[i];
      }
      weights[j] = 1 / product;
    }
    return weights;
  }

  /** s = (t − centre)/scale. */
  static double[] points(double[] times, int from, int width, double centre, double scale) {
    double[] points = new double[width];
    for (int j = 0; j < width; j++) {
      points[j] = (times[from + j] - centre) / scale;
    }
    return points;
  }
}
