package io.github.sindy4j.integrators;

/**
 * Solves ((s + iω) I − J) (x + iy) = b + ic for small dense real J, by Gaussian elimination with
 * partial pivoting. Row-major n×n, real and imaginary parts apart; for one thread.
 */
final class ComplexLu {
  private final int n;
  private final double[] re;
  private final double[] im;
  private final int[] pivots;

  ComplexLu(int n) {
    this.n = n;
    this.re = new double[Math.multiplyExact(n, n)];
    this.im = new double[re.length];
    this.pivots = new int[n];
  }

  /** Factors (s + iω) I − J; false when it is singular or not finite. */
  boolean factor(double shift, double turn, double[] jacobian) {
    for (int k = 0; k < re.length; k++) {
      re[k] = -jacobian[k];
      im[k] = 0;
    }
    for (int i = 0; i < n; i++) {
      re[i * n + i] += shift;
      im[i * n + i] = turn;
    }
    for (int k = 0; k < n; k++) {
      int p = pivot(k);
      pivots[k] = p;
      double size = size(p * n + k);
      if (!(size > 0) || Double.isInfinite(size)) {
        return false;
      }
      swapRows(k, p);
      eliminate(k);
    }
    return true;
  }

  private double size(int at) {
    return Math.abs(re[at]) + Math.abs(im[at]);
  }

  private int pivot(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (size(i * n + k) > size(best * n + k)) {
        best = i;
      }
    }
    return best;
  }

  private void swapRows(int k, int p) {
    if (p != k) {
      for (int j = 0; j < n; j++) {
        double kept = re[k * n + j];
        re[k * n + j] = re[p * n + j];
        re[p * n + j] = kept;
        kept = im[k * n + j];
        im[k * n + j] = im[p * n + j];
        im[p * n + j] = kept;
      }
    }
  }

  /** Row i −= (aᵢₖ/aₖₖ) row k, for the rows below k. */
  private void eliminate(int k) {
    double x = re[k * n + k];
    double y = im[k * n + k];
    double square = x * x + y * y;
    for (int i = k + 1; i < n; i++) {
      double a = re[i * n + k];
      double b = im[i * n + k];
      if (a == 0 && b == 0) {
        continue;
      }
      double fr = (a * x + b * y) / square;
      double fi = (b * x - a * y) / square;
      re[i * n + k] = fr;
      im[i * n + k] = fi;
      for (int j = k + 1; j < n; j++) {
        double c = re[k * n + j];
        double d = im[k * n + j];
        re[i * n + j] -= fr * c - fi * d;
        im[i * n + j] -= fr * d + fi * c;
      }
    }
  }

  /** Replaces b + ic by the solution. */
  void solve(double[] b, double[] c) {
    for (int k = 0; k < n; k++) {
      swap(b, k, pivots[k]);
      swap(c, k, pivots[k]);
    }
    for (int i = 1; i < n; i++) {
      subtract(i, 0, i, b, c);
    }
    for (int i = n - 1; i >= 0; i--) {
      subtract(i, i + 1, n, b, c);
      double x = re[i * n + i];
      double y = im[i * n + i];
      double square = x * x + y * y;
      double real = (b[i] * x + c[i] * y) / square;
      c[i] = (c[i] * x - b[i] * y) / square;
      b[i] = real;
    }
  }

  private void subtract(int i, int from, int to, double[] b, double[] c) {
    double real = b[i];
    double imaginary = c[i];
    for (int j = from; j < to; j++) {
      real -= re[i * n + j] * b[j] - im[i * n + j] * c[j];
      imaginary -= re[i * n + j] * c[j] + im[i * n + j] * b[j];
    }
    b[i] = real;
    c[i] = imaginary;
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
