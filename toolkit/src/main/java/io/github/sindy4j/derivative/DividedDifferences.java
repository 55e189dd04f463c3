package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.SymmetricBand;

/**
 * (D x)ᵣ = d! h̄ᵈ x[tᵣ, …, t_{r+d}] · ((t_{r+d} − tᵣ)/(d h̄))^a, h̄ the mean step: the d-th
 * differences where the grid is even.
 *
 * <p>The last factor is the local step beside the mean one: with a = ½ the sum of squares of D x,
 * and with a = 1 that of its absolute values, stands for an integral over time on any grid.
 */
final class DividedDifferences {
  private final int order;
  private final double[] weights;

  private DividedDifferences(int order, double[] weights) {
    this.order = order;
    this.weights = weights;
  }

  static DividedDifferences of(double[] times, int order, double exponent) {
    int rows = Math.max(0, times.length - order);
    double step = (times[times.length - 1] - times[0]) / (times.length - 1);
    double[] weights = new double[rows * (order + 1)];
    for (int r = 0; r < rows; r++) {
      double local = Math.pow((times[r + order] - times[r]) / (order * step), exponent);
      for (int j = 0; j <= order; j++) {
        double weight = local;
        int factorial = 1;
        for (int k = 0; k <= order; k++) {
          if (k != j) {
            weight *= factorial++ * step / (times[r + j] - times[r + k]);
          }
        }
        weights[r * (order + 1) + j] = weight;
      }
    }
    return new DividedDifferences(order, weights);
  }

  /** d. */
  int order() {
    return order;
  }

  /** The entries of D that may differ from zero, (n − d)×(d + 1), row by row; not to be written. */
  double[] weights() {
    return weights;
  }

  /** n − d. */
  int rows() {
    return weights.length / (order + 1);
  }

  /** DᵀD. */
  SymmetricBand gram() {
    int stride = order + 1;
    double[] lower = new double[(rows() + order) * stride];
    for (int r = 0; r < rows(); r++) {
      for (int j = 0; j <= order; j++) {
        for (int i = j; i <= order; i++) {
          lower[(r + j) * stride + i - j] += weights[r * stride + i] * weights[r * stride + j];
        }
      }
    }
    return SymmetricBand.adopt(rows() + order, order, lower);
  }

  /** D x. */
  double[] apply(double[] x) {
    double[] product = new double[rows()];
    for (int r = 0; r < product.length; r++) {
      for (int j = 0; j <= order; j++) {
        product[r] += weights[r * (order + 1) + j] * x[r + j];
      }
    }
    return product;
  }

  /** Dᵀ z. */
  double[] applyTranspose(double[] z) {
    double[] product = new double[z.length + order];
    for (int r = 0; r < z.length; r++) {
      for (int j = 0; j <= order; j++) {
        product[r + j] += weights[r * (order + 1) + j] * z[r];
      }
    }
    return product;
  }
}
