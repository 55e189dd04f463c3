package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.Optional;

/**
 * A = L Lᵀ for a symmetric, positive definite A of band width w, with L lower triangular of the
 * same width: O(n w²) time, O(n w) memory.
 *
 * <p>Columns of L are contiguous, so that elimination and the inverse run along them.
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

  /** 1/Lⱼⱼ, since a division takes longer than all else that is done in a narrow band's row. */
  private final double[] inverse;

  private BandedCholesky(int size, int width, double[] factor, double[] inverse) {
    this.size = size;
    this.width = width;
    this.factor = factor;
    this.inverse = inverse;
  }

  /**
   * Empty when A is not positive definite: when a pivot is zero beside the diagonal entry that it
   * comes from, in the tolerance.
   */
  public static Optional<BandedCholesky> of(SymmetricBand a, Tolerance tolerance) {
    double[] l = a.toArray();
    double[] diagonal = a.diagonal().toArray();
    return eliminate(l, a.size(), diagonal, 0, a.size(), a.width() + 1, tolerance)
        ? Optional.of(new BandedCholesky(a.size(), a.width(), l, diagonal))
        : Optional.empty();
  }

  /**
   * Eliminates some columns in place, and leaves of later ones what those do to them; whether all
   * pivots were positive.
   *
   * <p>The square root of a pivot is taken while later columns change already, by ℓ ℓᵀ/pivot with
   * the column ℓ as it was: they do not wait for it.
   *
   * @param l the lower half of the first n rows, laid out as {@link SymmetricBand}
   * @param diagonal Aⱼⱼ, in whose places 1/Lⱼⱼ is left
   */
  static boolean eliminate(
      double[] l, int n, double[] diagonal, int from, int to, int stride, Tolerance tolerance) {
    for (int j = from; j < to; j++) {
      int at = j * stride;
      double pivot = l[at];
      if (!(pivot > 0) || tolerance.isZero(pivot, diagonal[j])) {
        return false;
      }
      int reach = Math.min(stride, n - j);
      double inverse = 1 / pivot;
      subtractSquare(l, at, reach, stride, inverse);
      double root = Math.sqrt(pivot);
      double scale = inverse * root;
      l[at] = root;
      diagonal[j] = 1 / root;
      for (int k = 1; k < reach; k++) {
        l[at + k] *= scale;
      }
    }
    return true;
  }

  /** The columns behind one, less the products of its entries over its pivot, two at a time. */
  private static void subtractSquare(double[] l, int at, int reach, int stride, double inverse) {
    int k = 1;
    for (; k + 1 < reach; k += 2) {
      double a = l[at + k];
      double b = l[at + k + 1];
      double first = a * inverse;
      double second = b * inverse;
      int left = at + k * (stride - 1);
      int right = left + stride - 1;
      l[left + k] -= first * a;
      for (int r = k + 1; r < reach; r++) {
        double entry = l[at + r];
        l[left + r] -= first * entry;
        l[right + r] -= second * entry;
      }
    }
    if (k < reach) {
      double a = l[at + k];
      l[at + k * stride] -= a * inverse * a;
    }
  }

  /**
   * The factor that takes over these arrays of L, laid out as {@link SymmetricBand}, with a
   * positive diagonal, and of 1/Lⱼⱼ.
   */
  static BandedCholesky adopt(int width, double[] factor, double[] inverse) {
    return new BandedCholesky(inverse.length, width, factor, inverse);
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

  /** log det A = −2 Σ log 1/Lᵢᵢ. */
  public double logDeterminant() {
    double sum = 0;
    double product = 1;
    for (int j = 0; j < size; j++) {
      double pivot = inverse[j];
      if (pivot > SMALL && pivot < 1 / SMALL && product > SMALL && product < 1 / SMALL) {
        product *= pivot;
      } else {
        sum += Math.log(pivot) + Math.log(product);
        product = 1;
      }
    }
    return -2 * (sum + Math.log(product));
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
    for (int i = 0; i < size; i++) {
      int j = Math.max(0, i - width);
      double rest = x[i];
      // The entry that was found last is needed last.
      for (int p = j * width + i; j < i; j++, p += width) {
        rest -= factor[p] * x[j];
      }
      x[i] = rest * inverse[i];
    }
  }

  /** x ← L⁻ᵀ x, in place. */
  public void upperSolve(double[] x) {
    Shape.requireEqual("BandedCholesky.upperSolve: size", size, x.length);
    int stride = width + 1;
    for (int j = size - 1; j >= 0; j--) {
      int at = j * stride;
      double rest = x[j];
      for (int k = Math.min(width, size - 1 - j); k > 0; k--) {
        rest -= factor[at + k] * x[j + k];
      }
      x[j] = rest * inverse[j];
    }
  }

  /**
   * X ← L⁻¹ X for many right-hand sides at once, in place: a whole row of X for each entry of L.
   *
   * @param x n×cols, row-major
   */
  public void lowerSolve(double[] x, int cols) {
    Shape.requireEqual("BandedCholesky.lowerSolve: entries", size * cols, x.length);
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOfRange(x, i * cols, (i + 1) * cols);
    }
    lowerSolve(rows, 0, 0, size);
    for (int i = 0; i < size; i++) {
      System.arraycopy(rows[i], 0, x, i * cols, cols);
    }
  }

  /**
   * The same for some rows of an X that streams by, in order: the w rows before them are solved
   * already.
   *
   * @param x rows of X from {@code first} on, each an array of its own, since loops run several
   *     columns at once only where all arrays are entered at the same place
   * @param first at most w before {@code from}, or 0
   * @param from the first row to be solved
   * @param to the row behind the last one
   */
  void lowerSolve(double[][] x, int first, int from, int to) {
    for (int i = from; i < to; i++) {
      double[] row = x[i - first];
      int j = Math.max(0, i - width);
      int p = j * width + i;
      for (; j + 4 < i; j += 4, p += 4 * width) {
        int r = j - first;
        subtractFour(row, p, x[r], x[r + 1], x[r + 2], x[r + 3]);
      }
      for (; j + 2 < i; j += 2, p += 2 * width) {
        subtract(row, factor[p], x[j - first], factor[p + width], x[j + 1 - first], 1);
      }
      if (j + 2 == i) {
        subtract(row, factor[p], x[j - first], factor[p + width], x[j + 1 - first], inverse[i]);
      } else if (j + 1 == i) {
        subtract(row, factor[p], x[j - first], inverse[i]);
      } else {
        scale(row, inverse[i]);
      }
    }
  }

  private static void scale(double[] row, double times) {
    for (int k = 0; k < row.length; k++) {
      row[k] *= times;
    }
  }

  private void subtractFour(double[] row, int p, double[] x, double[] y, double[] z, double[] v) {
    double a = factor[p];
    double b = factor[p + width];
    double c = factor[p + 2 * width];
    double d = factor[p + 3 * width];
    for (int k = 0; k < row.length; k++) {
      row[k] = row[k] - a * x[k] - b * y[k] - c * z[k] - d * v[k];
    }
  }

  private static void subtract(
      double[] row, double a, double[] x, double b, double[] y, double times) {
    for (int k = 0; k < row.length; k++) {
      row[k] = (row[k] - a * x[k] - b * y[k]) * times;
    }
  }

  private static void subtract(double[] row, double a, double[] x, double times) {
    for (int k = 0; k < row.length; k++) {
      row[k] = (row[k] - a * x[k]) * times;
    }
  }

  /**
   * The entries of A⁻¹ within the band, exactly those of the whole inverse: O(n w²).
   *
   * <p>With d = L_{jj}: Z_{ij} = −Σ_{k&gt;j} Z_{ik} L_{kj}/d and Z_{jj} = 1/d² − Σ_{k&gt;j} Z_{kj}
   * L_{kj}/d, from the last column to the first.
   */
  public SymmetricBand inverseBand() {
    double[] z = new double[size * (width + 1)];
    invert(z, 0, 0, size);
    return SymmetricBand.adopt(size, width, z);
  }

  /**
   * Some columns of the inverse's band, where the w behind them are known.
   *
   * @param z columns from {@code first} on
   */
  void invert(double[] z, int first, int from, int to) {
    int stride = width + 1;
    double[] column = new double[stride];
    double[] sums = new double[stride];
    for (int j = to - 1; j >= from; j--) {
      int at = j * stride;
      int own = (j - first) * stride;
      int reach = Math.min(stride, size - j);
      for (int k = 1; k < reach; k++) {
        column[k] = factor[at + k] * inverse[j];
        sums[k] = 0;
      }
      int k = 1;
      for (; k + 1 < reach; k += 2) {
        int left = own + k * (stride - 1);
        multiplyColumns(z, left, left + stride - 1, column, sums, k, reach);
      }
      if (k < reach) {
        sums[k] += z[own + k * stride] * column[k];
      }
      double diagonal = inverse[j] * inverse[j];
      for (k = 1; k < reach; k++) {
        z[own + k] = -sums[k];
        diagonal += sums[k] * column[k];
      }
      z[own] = diagonal;
    }
  }

  /** Adds what columns k and k + 1 of Z, and their mirror images, give to Z times the column. */
  private static void multiplyColumns(
      double[] z, int left, int right, double[] column, double[] sums, int k, int reach) {
    double a = column[k];
    double b = column[k + 1];
    double between = z[left + k + 1];
    double first = z[left + k] * a + between * b;
    double second = between * a + z[right + k + 1] * b;
    for (int i = k + 2; i < reach; i++) {
      double x = z[left + i];
      double y = z[right + i];
      sums[i] += x * a + y * b;
      first += x * column[i];
      second += y * column[i];
    }
    sums[k] += first;
    sums[k + 1] += second;
  }
}
