package io.github.sindy4j.linalg;

/** Folds rows by Householder reflections, column by column: for work that is soon done. */
final class ColumnFold implements FoldMethod {
  private final int size;
  private final double[] triangle;

  /** Begins with zero rows. */
  ColumnFold(int size) {
    this.size = size;
    this.triangle = new double[Math.multiplyExact(size, size)];
  }

  @Override
  public double[] triangle() {
    return triangle;
  }

  @Override
  public FoldMethod anew() {
    return new ColumnFold(size);
  }

  @Override
  public void fold(double[] a, int stride, int rows, boolean triangular) {
    for (int j = 0; j < size; j++) {
      int length = triangular ? Math.min(rows, j + 1) : rows;
      int v = j * stride;
      double below = dot(a, v, a, v, length);
      if (below == 0) {
        continue;
      }
      double alpha = triangle[j * size + j];
      double beta = -Math.copySign(Math.sqrt(alpha * alpha + below), alpha);
      double tau = (beta - alpha) / beta;
      double inverse = 1 / (alpha - beta);
      for (int i = v; i < v + length; i++) {
        a[i] *= inverse;
      }
      triangle[j * size + j] = beta;
      reflect(a, stride, length, j, tau);
    }
  }

  /** Applies I − τ v vᵀ, v = (1, column j of the block), to the columns right of j. */
  private void reflect(double[] a, int stride, int length, int j, double tau) {
    int v = j * stride;
    int k = j + 1;
    for (; k + 3 < size; k += 4) {
      reflectFour(a, stride, length, j, k, tau);
    }
    for (; k < size; k++) {
      int b = k * stride;
      double s = tau * (triangle[k * size + j] + dot(a, v, a, b, length));
      triangle[k * size + j] -= s;
      subtract(s, a, v, b, length);
    }
  }

  private void reflectFour(double[] a, int stride, int length, int j, int k, double tau) {
    int v = j * stride;
    int b0 = k * stride;
    int b1 = b0 + stride;
    int b2 = b1 + stride;
    int b3 = b2 + stride;
    double s0 = triangle[k * size + j];
    double s1 = triangle[(k + 1) * size + j];
    double s2 = triangle[(k + 2) * size + j];
    double s3 = triangle[(k + 3) * size + j];
    double t0 = s0;
    double t1 = s1;
    double t2 = s2;
    double t3 = s3;
    for (int i = 0; i < length; i++) {
      double w = a[v + i];
      t0 += w * a[b0 + i];
      t1 += w * a[b1 + i];
      t2 += w * a[b2 + i];
      t3 += w * a[b3 + i];
    }
    t0 *= tau;
    t1 *= tau;
    t2 *= tau;
    t3 *= tau;
    triangle[k * size + j] = s0 - t0;
    triangle[(k + 1) * size + j] = s1 - t1;
    triangle[(k + 2) * size + j] = s2 - t2;
    triangle[(k + 3) * size + j] = s3 - t3;
    subtract(t0, a, v, b0, length);
    subtract(t1, a, v, b1, length);
    subtract(t2, a, v, b2, length);
    subtract(t3, a, v, b3, length);
  }

  private static void subtract(double s, double[] a, int v, int b, int length) {
    for (int i = 0; i < length; i++) {
      a[b + i] -= s * a[v + i];
    }
  }

  private static double dot(double[] a, int u, double[] b, int v, int length) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      even += a[u + i] * b[v + i];
      odd += a[u + i + 1] * b[v + i + 1];
    }
    return even + odd + (i < length ? a[u + i] * b[v + i] : 0);
  }
}
