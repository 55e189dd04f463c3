package io.github.sindy4j.symmetry;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Row k N + l: Σⱼ D_lj W_kj − Σᵢ S_l,ki Σⱼ θ_lj W_ij.
 *
 * @param derivative D, N×p: Dθ·v at the points
 * @param theta θ, N×p
 * @param s the n² entries of S (n×n row by row) at the points, without values where an entry is
 *     zero everywhere; none for S = 0
 * @param outputs n
 */
record SampledOperator(Matrix derivative, Matrix theta, List<Vec> s, int outputs)
    implements LinearMap {
  @Override
  public int rows() {
    return outputs * derivative.rows();
  }

  @Override
  public int cols() {
    return outputs * derivative.cols();
  }

  @Override
  public Vec apply(Vec x) {
    int points = derivative.rows();
    int terms = derivative.cols();
    double[] product = new double[rows()];
    for (int i = 0; i < outputs; i++) {
      Vec w = x.slice(i * terms, (i + 1) * terms);
      Vec own = derivative.apply(w);
      for (int l = 0; l < points; l++) {
        product[i * points + l] += own.get(l);
      }
      if (!s.isEmpty()) {
        Vec f = theta.apply(w);
        for (int k = 0; k < outputs; k++) {
          Vec entry = s.get(k * outputs + i);
          for (int l = 0; l < entry.size(); l++) {
            product[k * points + l] -= entry.get(l) * f.get(l);
          }
        }
      }
    }
    return Vec.adopt(product);
  }

  @Override
  public Vec applyTranspose(Vec y) {
    int points = derivative.rows();
    int terms = derivative.cols();
    double[] product = new double[cols()];
    for (int i = 0; i < outputs; i++) {
      Vec own = derivative.applyTranspose(y.slice(i * points, (i + 1) * points));
      if (!s.isEmpty()) {
        double[] pulled = new double[points];
        for (int k = 0; k < outputs; k++) {
          Vec entry = s.get(k * outputs + i);
          for (int l = 0; l < entry.size(); l++) {
            pulled[l] += entry.get(l) * y.get(k * points + l);
          }
        }
        own = own.minus(theta.applyTranspose(Vec.adopt(pulled)));
      }
      System.arraycopy(own.toArray(), 0, product, i * terms, terms);
    }
    return Vec.adopt(product);
  }
}
