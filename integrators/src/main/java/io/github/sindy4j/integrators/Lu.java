package io.github.sindy4j.integrators;

/**
 * Solves (s I − J) x = b for small dense J and a real shift s, by Gaussian elimination with partial
 * pivoting. Row-major n×n; for one thread.
 */
final class Lu {
  private final int n;
  private final double[] a;
  private final int[] pivots;

  Lu(int n) {
    this.n = n;
    this.a = new double[Math.multiplyExact(n, n)];
    this.pivots = new int[n];
  }

  /** Factors s I − J; false when it is singular or not finite. */
  boolean factor(double shift, double[] jacobian) {
    for (int k = 0; k < a.length; k++) {
      a[k] = -jacobian[k];
    }
    for (int i = 0; i < n; i++) {
      a[i * n + i] += shift;
    }
    for (int k = 0; k < n; k++) {
      int p = pivot(k);
      pivots[k] = p;
      double head = a[p * n + k];
      if (!(Math.abs(head) > 0) || Double.isInfinite(head)) {
        return false;
      }
      swapRows(k, p);
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] / head;
        a[i * n + k] = factor;
        if (factor != 0) {
          subtract(i, k, factor);
        }
      }
    }
    return true;
  }

  private int pivot(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) {
        best = i;
      }
    }
    return best;
  }

  private void swapRows(int k, int p) {
    if (p != k) {
      for (int j = 0; j < n; j++) {
        double kept = a[k * n + j];
        a[k * n + j] = a[p * n + j];
        a[p * n + j] = kept;
      }
    }
  }

  private void subtract(int i, int k, double factor) {
    for (int j = k + 1; j < n; j++) {
      a[i * n + j] -= factor * a[k * n + j];
    }
  }

  /** Replaces b by the solution. */
  void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      double kept = b[pivots[k]];
      b[pivots[k]] = b[k];
      b[k] = kept;
    }
    for (int i = 1; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = sum / a[i * n + i];
    }
  }
}
