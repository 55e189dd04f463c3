package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import java.util.Arrays;
import java.util.List;

/** Matrices that hold one function a column. */
final class FunctionColumns {
  private FunctionColumns() {}

  /** The matrices one above the other. */
  static Matrix stacked(List<Matrix> parts) {
    int rows = parts.stream().mapToInt(Matrix::rows).sum();
    int cols = parts.get(0).cols();
    double[] values = new double[rows * cols];
    int at = 0;
    for (Matrix part : parts) {
      double[] own = part.toArray();
      System.arraycopy(own, 0, values, at, own.length);
      at += own.length;
    }
    return Matrix.adopt(rows, cols, values);
  }

  /** a − b. */
  static Matrix difference(Matrix a, Matrix b) {
    return Matrix.adopt(
        a.rows(), a.cols(), Vec.adopt(a.toArray()).minus(Vec.adopt(b.toArray())).toArray());
  }

  /** The coordinates of a function of lower degree, continued with zeros. */
  static Vec padded(Vec function, int rows) {
    return Vec.adopt(Arrays.copyOf(function.toArray(), rows));
  }

  /** The matrix with one more column. */
  static Matrix with(Matrix a, Vec column) {
    double[] values = new double[a.rows() * (a.cols() + 1)];
    double[] old = a.toArray();
    for (int i = 0; i < a.rows(); i++) {
      System.arraycopy(old, i * a.cols(), values, i * (a.cols() + 1), a.cols());
      values[i * (a.cols() + 1) + a.cols()] = column.get(i);
    }
    return Matrix.adopt(a.rows(), a.cols() + 1, values);
  }

  /** An orthonormal basis of the span of independent columns: A R⁻¹. */
  static Matrix orthonormal(Matrix a) {
    Matrix once = a.times(Triangle.inverse(TriangularFold.triangle(a)));
    return once.times(Triangle.inverse(TriangularFold.triangle(once)));
  }

  /** A x − c B x, where B x may have fewer coordinates. */
  record Shifted(LinearMap a, double c, LinearMap b) implements LinearMap {
    @Override
    public int rows() {
      return a.rows();
    }

    @Override
    public int cols() {
      return a.cols();
    }

    @Override
    public Vec apply(Vec x) {
      return a.apply(x).minus(padded(b.apply(x), rows()).times(c));
    }

    @Override
    public Vec applyTranspose(Vec y) {
      return a.applyTranspose(y).minus(b.applyTranspose(y.slice(0, b.rows())).times(c));
    }
  }
}
