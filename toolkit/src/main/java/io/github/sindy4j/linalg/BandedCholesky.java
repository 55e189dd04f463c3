package io.github.sindy4j.linalg;

import java.util.Optional;

/**
 * A = L Lᵀ for a symmetric, positive definite A of band width w, with L lower triangular of the
 * same width: O(n w²) time, O(n w) memory.
 *
 * <p>Columns of L are contiguous, so that every inner loop but the dot products of the backward
 * substitution is a sum of multiples of whole columns.
 *
 * <p>Source of the inverse's entries: K. Takahashi, J. Fagan and M.-S. Chen, Proc. 8th PICA Conf.
 * (1973) 63–69; for bands M. F. Hutchinson and F. R. de Hoog, Numer. Math. 47 (1985) 99–106.
 */
public final class BandedCholesky {
  /** Products of two numbers between this and its inverse are far from the ends of the range. */
  private static final double SMALL = 1e-100;

  private final int size;
  private final int width;
  private final double[] factor;

  private BandedCholesky(int size, int width, double[] factor) {
    this.size = size;
    this.width = width;
    this.factor = factor;
  }

  /**
   * Empty when A is not positive definite: when a pivot is zero beside the diagonal entry that it
   * comes from, in the tolerance.
   */
  public static Optional<BandedCholesky> of(SymmetricBand a, Tolerance tolerance) {
    double[] l = a.toArray();
    return eliminate(l, a.size(), a.size(), a.width() + 1, tolerance)
        ? Optional.of(new BandedCholesky(a.size(), a.width(), l))
        : Optional.empty();
  }

  /**
   * Eliminates the first columns in place, and leaves of the others what those do to them; whether
   * all pivots were positive.
   *
   * @param l the lower half of the first n rows, laid out as {@link SymmetricBand}
   */
  static boolean eliminate(double[] l, int n, int columns, int stride, Tolerance tolerance) {
    for (int j = 0; j < n; j++) {
      int at = j * stride;
      double before = l[at];
      subtractEarlier(l, j, Math.max(0, j - stride + 1), Math.min(j, columns), n, stride);
      double pivot = l[at];
      if (j < columns) {
        if (!(pivot > 0) || tolerance.isZero(pivot, before)) {
          return false;
        }
        double root = Math.sqrt(pivot);
        int reach = Math.min(stride, n - j);
        for (int k = 0; k < reach; k++) {
          l[at + k] /= root;
        }
      }
    }
    return true;
  }

  /**
   * The factor that takes over this array of L, laid out as {@link SymmetricBand}, with a positive
   * diagonal.
   */
  static BandedCholesky adopt(int size, int width, double[] factor) {
    return new BandedCholesky(size, width, factor);
  }

  /** Column j of A, less L_{jk} times column k of L for these earlier columns, four at a time. */
  private static void subtractEarlier(double[] l, int j, int from, int to, int n, int stride) {
    int at = j * stride;
    int k = from;
    for (; k + 4 <= to; k += 4) {
      int p0 = k * stride + j - k;
      int p1 = p0 + stride - 1;
      int p2 = p1 + stride - 1;
      int p3 = p2 + stride - 1;
      double a0 = l[p0];
      double a1 = l[p1];
      double a2 = l[p2];
      double a3 = l[p3];
      int end = Math.min(n, k + stride) - j;
      for (int r = 0; r < end; r++) {
        l[at + r] = l[at + r] - a0 * l[p0 + r] - a1 * l[p1 + r] - a2 * l[p2 + r] - a3 * l[p3 + r];
      }
      subtract(l, at, a1, p1, end, Math.min(n, k + 1 + stride) - j);
      subtract(l, at, a2, p2, end, Math.min(n, k + 2 + stride) - j);
      subtract(l, at, a3, p3, end, Math.min(n, k + 3 + stride) - j);
    }
    for (; k < to; k++) {
      int p = k * stride + j - k;
      subtract(l, at, l[p], p, 0, Math.min(n, k + stride) - j);
    }
  }

  private static void subtract(double[] l, int at, double a, int p, int from, int to) {
    for (int r = from; r < to; r++) {
      l[at + r] -= a * l[p + r];
    }
  }

  /** n. */
  public int size() {
    return size;
  }

  /** w. */
  public int width() {
    return width;
  }

  /** Lᵢⱼ, counted from 0; zero above the diagonal and outside the band. */
  public double get(int i, int j) {
    return i < j || i - j > width ? 0 : factor[j * (width + 1) + i - j];
  }

  /** log det A = 2 Σ log Lᵢᵢ. */
  public double logDeterminant() {
    double sum = 0;
    double product = 1;
    for (int j = 0; j < size; j++) {
      double pivot = factor[j * (width + 1)];
      if (pivot > SMALL && pivot < 1 / SMALL && product > SMALL && product < 1 / SMALL) {
        product *= pivot;
      } else {
        sum += Math.log(pivot) + Math.log(product);
        product = 1;
      }
    }
    return 2 * (sum + Math.log(product));
  }

  /** A⁻¹ b. */
  public Vec solve(Vec b) {
    double[] x = b.toArray();
    lowerSolve(x);
    upperSolve(x);
    return Vec.adopt(x);
  }

  /** x ← L⁻¹ x, in place. */
  public void lowerSolve(double[] x) {
    Shape.requireEqual("BandedCholesky.lowerSolve: size", size, x.length);
    int stride = width + 1;
    for (int j = 0; j < size; j++) {
      int at = j * stride;
      double known = x[j] / factor[at];
      x[j] = known;
      int reach = Math.min(stride, size - j);
      for (int k = 1; k < reach; k++) {
        x[j + k] -= known * factor[at + k];
      }
    }
  }

  /** x ← L⁻ᵀ x, in place. */
  public void upperSolve(double[] x) {
    Shape.requireEqual("BandedCholesky.upperSolve: size", size, x.length);
    int stride = width + 1;
    for (int j = size - 1; j >= 0; j--) {
      int at = j * stride;
      int reach = Math.min(stride, size - j);
      double rest = x[j];
      for (int k = 1; k < reach; k++) {
        rest -= factor[at + k] * x[j + k];
      }
      x[j] = rest / factor[at];
    }
  }

  /**
   * X ← L⁻¹ X for many right-hand sides at once, in place: a whole row of X for each entry of L.
   *
   * @param x n×cols, row-major
   */
  public void lowerSolve(double[] x, int cols) {
    Shape.requireEqual("BandedCholesky.lowerSolve: entries", size * cols, x.length);
    lowerSolve(x, cols, 0, 0, size);
  }

  /**
   * The same for some rows of an X that streams by, in order: the w rows before them are solved
   * already.
   *
   * @param x rows of X from {@code first} on, row-major
   * @param first at most w before {@code from}, or 0
   * @param from the first row to be solved
   * @param to the row behind the last one
   */
  void lowerSolve(double[] x, int cols, int first, int from, int to) {
    int stride = width + 1;
    double[] row = new double[cols];
    for (int i = from; i < to; i++) {
      int at = (i - first) * cols;
      System.arraycopy(x, at, row, 0, cols);
      int j = Math.max(0, i - width);
      for (; j + 4 <= i; j += 4) {
        int p = j * stride + i - j;
        double a0 = factor[p];
        double a1 = factor[p + width];
        double a2 = factor[p + 2 * width];
        double a3 = factor[p + 3 * width];
        int q0 = (j - first) * cols;
        int q1 = q0 + cols;
        int q2 = q1 + cols;
        int q3 = q2 + cols;
        for (int c = 0; c < cols; c++) {
          row[c] = row[c] - a0 * x[q0 + c] - a1 * x[q1 + c] - a2 * x[q2 + c] - a3 * x[q3 + c];
        }
      }
      for (; j < i; j++) {
        Products.add(row, -factor[j * stride + i - j], x, (j - first) * cols, 0, cols);
      }
      double inverse = 1 / factor[i * stride];
      for (int c = 0; c < cols; c++) {
        x[at + c] = row[c] * inverse;
      }
    }
  }

  /**
   * The entries of A⁻¹ within the band, exactly those of the whole inverse: O(n w²).
   *
   * <p>With d = L_{jj}: Z_{ij} = −Σ_{k&gt;j} Z_{ik} L_{kj}/d and Z_{jj} = 1/d² − Σ_{k&gt;j} Z_{kj}
   * L_{kj}/d, from the last column to the first.
   */
  public SymmetricBand inverseBand() {
    double[] z = new double[factor.length];
    invert(z, size);
    return SymmetricBand.adopt(size, width, z);
  }

  /** The first columns of the inverse's band, where the later ones are known. */
  void invert(double[] z, int columns) {
    int stride = width + 1;
    double[] column = new double[stride];
    double[] sums = new double[stride];
    for (int j = columns - 1; j >= 0; j--) {
      int at = j * stride;
      int reach = Math.min(stride, size - j);
      double pivot = factor[at];
      for (int k = 1; k < reach; k++) {
        column[k] = factor[at + k] / pivot;
        sums[k] = 0;
      }
      for (int k = 1; k < reach; k++) {
        multiplyColumn(z, (j + k) * stride - k, column, sums, k, reach);
      }
      double diagonal = 1 / (pivot * pivot);
      for (int k = 1; k < reach; k++) {
        z[at + k] = -sums[k];
        diagonal += sums[k] * column[k];
      }
      z[at] = diagonal;
    }
  }

  /** Adds what column k of the symmetric Z, and its mirror image, give to Z times the column. */
  private static void multiplyColumn(
      double[] z, int offset, double[] column, double[] sums, int k, int reach) {
    double a = column[k];
    double mirrored = z[offset + k] * a;
    for (int i = k + 1; i < reach; i++) {
      double entry = z[offset + i];
      sums[i] += entry * a;
      mirrored += entry * column[i];
    }
    sums[k] += mirrored;
  }
}
