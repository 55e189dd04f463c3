package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * aⱼ = Q rⱼ for vectors a₁ … aₙ of Rᵐ, with Q = H₁ H₂ … of Householder reflections, the longest
 * remainder first: rⱼ has zeros after its first {@code rank} entries, within the tolerance.
 */
final class Reflections {
  private final int size;
  private final int rank;
  private final double[][] vectors;
  private final double[][] normals;
  private final int[] pivots;

  private Reflections(int size, int rank, double[][] vectors, double[][] normals, int[] pivots) {
    this.size = size;
    this.rank = rank;
    this.vectors = vectors;
    this.normals = normals;
    this.pivots = pivots;
  }

  /** Takes over the vectors, each of this size. */
  static Reflections of(double[][] vectors, int size, Tolerance tolerance) {
    int n = vectors.length;
    int most = Math.min(n, size);
    double[][] normals = new double[most][];
    int[] pivots = new int[most];
    boolean[] used = new boolean[n];
    double largest = 0;
    int rank = 0;
    while (rank < most) {
      int pivot = longest(vectors, used, rank);
      double length = length(vectors[pivot], rank);
      largest = Math.max(largest, length);
      if (length == 0 || tolerance.isZero(length, largest)) {
        break;
      }
      used[pivot] = true;
      pivots[rank] = pivot;
      double[] normal = normal(vectors[pivot], rank, length);
      normals[rank] = normal;
      for (int j = 0; j < n; j++) {
        if (!used[j] || j == pivot) {
          reflect(normal, rank, vectors[j]);
        }
      }
      rank++;
    }
    return new Reflections(size, rank, vectors, normals, pivots);
  }

  /** How many directions the vectors span. */
  int rank() {
    return rank;
  }

  /** Which vector made direction k. */
  int pivot(int k) {
    return pivots[k];
  }

  /** ⟨aⱼ, Q e_k⟩. */
  double coordinate(int j, int k) {
    return vectors[j][k];
  }

  /** Q x in place of x. */
  void rotate(double[] x) {
    for (int k = rank - 1; k >= 0; k--) {
      reflect(normals[k], k, x);
    }
  }

  /** Qᵀ A in place of A, row-major with so many columns. */
  void rotateBack(double[] a, int cols) {
    double[] sums = new double[cols];
    for (int k = 0; k < rank; k++) {
      Arrays.fill(sums, 0);
      for (int i = k; i < size; i++) {
        Products.add(sums, normals[k][i], a, i * cols, 0, cols);
      }
      for (int i = k; i < size; i++) {
        for (int j = 0; j < cols; j++) {
          a[i * cols + j] -= normals[k][i] * sums[j];
        }
      }
    }
  }

  /** Q e_k for every k ≥ rank, one a column: an orthonormal basis of what the vectors leave. */
  Matrix complement() {
    double[][] columns = new double[size - rank][size];
    for (int k = 0; k < columns.length; k++) {
      columns[k][rank + k] = 1;
      rotate(columns[k]);
    }
    return columns.length == 0 ? Matrix.zeros(size, 0) : Matrix.ofColumns(columns);
  }

  private static int longest(double[][] vectors, boolean[] used, int from) {
    int best = -1;
    double most = -1;
    for (int j = 0; j < vectors.length; j++) {
      double length = used[j] ? -1 : length(vectors[j], from);
      if (length > most) {
        best = j;
        most = length;
      }
    }
    return best;
  }

  private static double length(double[] x, int from) {
    double sum = 0;
    for (int i = from; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  /** v of length √2 with (I − v vᵀ) x = ∓‖x‖ e_from. */
  private static double[] normal(double[] x, int from, double length) {
    double[] v = new double[x.length];
    System.arraycopy(x, from, v, from, x.length - from);
    v[from] += Math.copySign(length, x[from]);
    double scale = Math.sqrt(2) / length(v, from);
    for (int i = from; i < v.length; i++) {
      v[i] *= scale;
    }
    return v;
  }

  private static void reflect(double[] normal, int from, double[] x) {
    double dot = 0;
    for (int i = from; i < x.length; i++) {
      dot += normal[i] * x[i];
    }
    if (dot != 0) {
      for (int i = from; i < x.length; i++) {
        x[i] -= dot * normal[i];
      }
    }
  }
}
