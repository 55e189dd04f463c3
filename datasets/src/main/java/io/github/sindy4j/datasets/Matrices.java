package io.github.sindy4j.datasets;

import io.github.sindy4j.linalg.Matrix;

/** Small matrices that symmetries are made of. */
final class Matrices {
  private Matrices() {}

  static Matrix diagonal(double... entries) {
    int n = entries.length;
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * n + i] = entries[i];
    }
    return Matrix.adopt(n, n, values);
  }
}
