package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Least squares from which unknowns are removed one after the other: w = argmin ‖r‖² over an affine
 * space that loses a dimension with each removal.
 *
 * <p>Holds w and F with F Fᵀ the inverse normal matrix within the space. Removing unknown j costs
 * Δ‖r‖² = wⱼ²/‖fⱼ‖² (the square of its t-value, in units of the residual variance), moves w by −F
 * fⱼᵀ wⱼ/‖fⱼ‖², and takes the direction fⱼ out of F by one Householder reflection from the right:
 * orthogonal, so that nothing is lost when columns nearly coincide. O(k r) for k unknowns and r
 * dimensions. For one thread.
 */
final class Elimination {
  /**
   * Beside this part of its first length, a row of F counts as zero: the space no longer lets its
   * unknown move.
   */
  private static final double FIXED = 1e-11;

  private final List<Integer> unknowns;
  private final double[] w;
  private final double[][] f;
  private final double[] firstLength;
  private final double[] largest;
  private final boolean[] removed;
  private int dimensions;

  /** Unknowns at these positions of vec(W), with values w and factor F (one row for each). */
  Elimination(List<Integer> unknowns, double[] w, Matrix factor) {
    this.unknowns = unknowns;
    this.w = w.clone();
    this.f = new double[unknowns.size()][];
    this.firstLength = new double[unknowns.size()];
    this.largest = new double[unknowns.size()];
    this.removed = new boolean[unknowns.size()];
    this.dimensions = factor.cols();
    for (int j = 0; j < f.length; j++) {
      f[j] = factor.row(j).toArray();
      firstLength[j] = Math.sqrt(lengthSquared(j));
      largest[j] = Math.abs(w[j]);
    }
  }

  int size() {
    return w.length;
  }

  /** The position of unknown j in vec(W). */
  int position(int j) {
    return unknowns.get(j);
  }

  /** The positions of all unknowns in vec(W). */
  Stream<Integer> positions() {
    return unknowns.stream();
  }

  double value(int j) {
    return removed[j] ? 0 : w[j];
  }

  /** Whether unknown j is still in the model. */
  boolean isActive(int j) {
    return !removed[j];
  }

  /**
   * Whether unknown j can leave: it is active, and the space does not fix it at a value other than
   * zero.
   */
  boolean isRemovable(int j) {
    return !removed[j] && !isFixed(j);
  }

  /** By how much ‖r‖² grows when unknown j is removed. */
  double cost(int j) {
    return w[j] * w[j] / lengthSquared(j);
  }

  /** The unknown that can leave and costs least; −1 where none can. */
  int cheapest() {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < w.length; j++) {
      if (isRemovable(j)) {
        double cost = cost(j);
        if (cost < least || best < 0) {
          least = cost;
          best = j;
        }
      }
    }
    return best;
  }

  /** ‖fⱼ‖²: the variance of unknown j where the noise has variance 1. */
  double variance(int j) {
    return lengthSquared(j);
  }

  /** Removes unknown j, and with it every unknown that its removal fixes at zero. */
  void remove(int j) {
    double length2 = lengthSquared(j);
    double[] direction = f[j].clone();
    double step = w[j] / length2;
    for (int i = 0; i < w.length; i++) {
      w[i] -= step * DotProduct.of(f[i], 0, direction, 0, dimensions);
      largest[i] = Math.max(largest[i], Math.abs(w[i]));
    }
    rotateOut(direction, Math.sqrt(length2));
    removed[j] = true;
    w[j] = 0;
    for (int i = 0; i < w.length; i++) {
      if (!removed[i] && isFixed(i) && Math.abs(w[i]) <= 1e-10 * largest[i]) {
        removed[i] = true;
        w[i] = 0;
      }
    }
  }

  /** Writes the values into vec(W). */
  void writeTo(double[] vecW) {
    for (int j = 0; j < w.length; j++) {
      vecW[unknowns.get(j)] = value(j);
    }
  }

  /** How the unknowns that are left may move: those removed have zero rows. */
  FreeBlock freedom() {
    double[][] rows = new double[f.length][];
    for (int j = 0; j < f.length; j++) {
      rows[j] = Arrays.copyOf(removed[j] ? new double[0] : f[j], dimensions);
    }
    return new FreeBlock(unknowns, rows.length == 0 ? Matrix.zeros(0, 0) : Matrix.ofRows(rows));
  }

  private boolean isFixed(int j) {
    return Math.sqrt(lengthSquared(j)) <= FIXED * firstLength[j];
  }

  /**
   * F ← F H without its first column, H the reflection that takes the direction to the first axis.
   */
  private void rotateOut(double[] direction, double length) {
    double sign = direction[0] >= 0 ? 1 : -1;
    double[] v = direction;
    v[0] += sign * length;
    double scale = 2 / DotProduct.of(v, 0, v, 0, dimensions);
    for (int i = 0; i < f.length; i++) {
      double s = scale * DotProduct.of(f[i], 0, v, 0, dimensions);
      for (int c = 1; c < dimensions; c++) {
        f[i][c - 1] = f[i][c] - s * v[c];
      }
    }
    dimensions--;
  }

  private double lengthSquared(int j) {
    return DotProduct.of(f[j], 0, f[j], 0, dimensions);
  }
}
