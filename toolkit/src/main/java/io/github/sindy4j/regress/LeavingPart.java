package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;

/**
 * The entries of P(X) = (I − UUᵀ) X (I − VVᵀ) at some places, for an X that is zero at all others:
 * what Lᵀ takes of P(L(w)) where most entries of every L(w) are zero. O(r) for each place.
 */
final class LeavingPart {
  private final int[] places;
  private final int cols;
  private final int rank;
  private final double[] left;
  private final double[] right;

  LeavingPart(Matrix left, Matrix right, int[] places) {
    this.places = places;
    this.cols = right.rows();
    this.rank = left.cols();
    this.left = left.toArray();
    this.right = right.toArray();
  }

  /** Zero at all other places. */
  Matrix of(Matrix x) {
    double[] entries = x.toArray();
    double[] inLeft = new double[right.length];
    double[] inRight = new double[left.length];
    for (int place : places) {
      int p = place / cols * rank;
      int g = place % cols * rank;
      add(inLeft, g, entries[place], left, p);
      add(inRight, p, entries[place], right, g);
    }
    removeRight(inLeft);
    double[] part = new double[entries.length];
    for (int place : places) {
      int p = place / cols * rank;
      int g = place % cols * rank;
      part[place] = entries[place] - dot(left, p, inLeft, g) - dot(inRight, p, right, g);
    }
    return Matrix.adopt(x.rows(), x.cols(), part);
  }

  /** XᵀU − V Vᵀ XᵀU, in place. */
  private void removeRight(double[] xu) {
    double[] core = new double[rank * rank];
    for (int g = 0; g < xu.length; g += rank) {
      for (int k = 0; k < rank; k++) {
        add(core, k * rank, right[g + k], xu, g);
      }
    }
    for (int g = 0; g < xu.length; g += rank) {
      for (int k = 0; k < rank; k++) {
        add(xu, g, -right[g + k], core, k * rank);
      }
    }
  }

  private void add(double[] to, int at, double factor, double[] from, int begin) {
    for (int k = 0; k < rank; k++) {
      to[at + k] += factor * from[begin + k];
    }
  }

  private double dot(double[] a, int at, double[] b, int begin) {
    double even = 0;
    double odd = 0;
    int k = 0;
    for (; k + 2 <= rank; k += 2) {
      even += a[at + k] * b[begin + k];
      odd += a[at + k + 1] * b[begin + k + 1];
    }
    return k < rank ? even + odd + a[at + k] * b[begin + k] : even + odd;
  }
}
