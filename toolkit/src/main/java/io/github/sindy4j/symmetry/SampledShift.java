package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * Row k N + l: Σᵢ (B⁻¹)_ki Σⱼ θⱼ(A x_l) W_ij − Σⱼ θⱼ(x_l) W_kj.
 *
 * @param after θ(A x_l), N×p
 * @param before θ(x_l), N×p
 * @param inverse B⁻¹, n×n
 */
record SampledShift(Matrix after, Matrix before, Matrix inverse) implements LinearMap {
  @Override
  public int rows() {
    return inverse.rows() * before.rows();
  }

  @Override
  public int cols() {
    return inverse.rows() * before.cols();
  }

  @Override
  public Vec apply(Vec x) {
    int n = inverse.rows();
    int points = before.rows();
    double[] product = new double[rows()];
    for (int i = 0; i < n; i++) {
      Vec w = x.slice(i * before.cols(), (i + 1) * before.cols());
      Vec moved = after.apply(w);
      Vec same = before.apply(w);
      for (int l = 0; l < points; l++) {
        product[i * points + l] -= same.get(l);
        for (int k = 0; k < n; k++) {
          product[k * points + l] += inverse.get(k, i) * moved.get(l);
        }
      }
    }
    return Vec.adopt(product);
  }

  @Override
  public Vec applyTranspose(Vec y) {
    int n = inverse.rows();
    int points = before.rows();
    double[] product = new double[cols()];
    for (int i = 0; i < n; i++) {
      double[] mixed = new double[points];
      for (int k = 0; k < n; k++) {
        for (int l = 0; l < points; l++) {
          mixed[l] += inverse.get(k, i) * y.get(k * points + l);
        }
      }
      Vec same = before.applyTranspose(y.slice(i * points, (i + 1) * points));
      Vec own = after.applyTranspose(Vec.adopt(mixed)).minus(same);
      System.arraycopy(own.toArray(), 0, product, i * before.cols(), before.cols());
    }
    return Vec.adopt(product);
  }
}
