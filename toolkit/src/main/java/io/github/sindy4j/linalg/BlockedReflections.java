package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * Folds a block A, r×q, beneath an upper triangular R by Householder reflections whose product is
 * kept as I − V S Vᵀ, S upper triangular: R and A change by matrix products alone, but for a part
 * that is 4/q of the work.
 *
 * <p>A panel of columns is factored by halves; the right half and then all columns to the right are
 * changed by W = Sᵀ (R₁ + Vᵀ C), R₁ ← R₁ − W, C ← C − V W. Source: Schreiber and Van Loan 1989 (V S
 * Vᵀ), Elmroth and Gustavson 2000 (halves).
 */
final class BlockedReflections {
  private static final int PANEL = 64;
  private static final int LEAF = 4;

  private final Kernel kernel;
  private final int size;
  private final double[] inner = new double[PANEL * PANEL];
  private final double[] scratch = new double[PANEL * PANEL];
  private final double[] products;
  private final double[] turned;

  BlockedReflections(Kernel kernel, int size) {
    this.kernel = kernel;
    this.size = size;
    this.products = new double[PANEL * size];
    this.turned = new double[PANEL * size];
  }

  /**
   * R of (R; A).
   *
   * @param r q×q, changed to the new R; what is below its diagonal is neither read nor written
   * @param a r×q, lost
   * @param triangular whether A is zero below its diagonal
   */
  void fold(View r, View a, boolean triangular) {
    for (int j = 0; j < size; j += PANEL) {
      int width = Math.min(PANEL, size - j);
      View rows = triangular ? a.rows(0, Math.min(a.rows(), j + width)) : a;
      if (rows.rows() == 0) {
        return;
      }
      Arrays.fill(inner, 0);
      factor(r, rows, j, j, width);
      reflect(r, rows, j, j, width, j + width, size);
    }
  }

  /** S of columns {@code from …} of the panel that begins at column {@code panel}. */
  private View factors(int panel, int from, int width) {
    int at = from - panel;
    return View.of(inner, at * PANEL + at, PANEL, width, width);
  }

  private void factor(View r, View a, int panel, int from, int width) {
    if (width <= LEAF) {
      factorLeaf(r, a, panel, from, width);
      return;
    }
    int left = (width / 2 + LEAF - 1) / LEAF * LEAF;
    int middle = from + left;
    int right = width - left;
    factor(r, a, panel, from, left);
    reflect(r, a, panel, from, left, middle, from + width);
    factor(r, a, panel, middle, right);
    join(a, panel, from, left, right);
  }

  /** S₁₂ = −S₁ (V₁ᵀ V₂) S₂. */
  private void join(View a, int panel, int from, int left, int right) {
    int middle = from + left;
    View s1 = factors(panel, from, left);
    View s2 = factors(panel, middle, right);
    Arrays.fill(scratch, 0);
    View cross = View.of(scratch, 0, PANEL, left, right);
    kernel.dots(a.columns(from, middle), a.columns(middle, middle + right), cross, false);
    for (int j = right - 1; j >= 0; j--) {
      for (int i = 0; i < left; i++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += cross.get(i, k) * s2.get(k, j);
        }
        cross.set(i, j, sum);
      }
    }
    int at = (middle - panel) * PANEL + from - panel;
    View s12 = View.of(inner, at, PANEL, left, right);
    for (int j = 0; j < right; j++) {
      for (int i = 0; i < left; i++) {
        double sum = 0;
        for (int k = i; k < left; k++) {
          sum += s1.get(i, k) * cross.get(k, j);
        }
        s12.set(i, j, -sum);
      }
    }
  }

  /** Applies the reflections of columns {@code from …} to columns {@code first … last − 1}. */
  private void reflect(View r, View a, int panel, int from, int width, int first, int last) {
    int count = last - first;
    if (count == 0) {
      return;
    }
    View v = a.columns(from, from + width);
    View c = a.columns(first, last);
    View w = View.of(products, 0, PANEL, width, count);
    View above = r.rows(from, from + width).columns(first, last);
    for (int j = 0; j < count; j++) {
      System.arraycopy(above.values(), above.offset(j), products, w.offset(j), width);
    }
    kernel.dots(v, c, w, false);
    Arrays.fill(turned, 0, PANEL * count, 0);
    View t = View.of(turned, 0, PANEL, width, count);
    kernel.dots(factors(panel, from, width), w, t, false);
    for (int j = 0; j < count; j++) {
      int at = above.offset(j);
      for (int i = 0; i < width; i++) {
        above.values()[at + i] -= turned[j * PANEL + i];
      }
    }
    kernel.add(-1, v, t, c);
  }

  /** Column by column. */
  private void factorLeaf(View r, View a, int panel, int from, int width) {
    View s = factors(panel, from, width);
    double[] values = a.values();
    int n = a.rows();
    for (int j = 0; j < width; j++) {
      int v = a.offset(from + j);
      for (int k = 0; k < j; k++) {
        s.set(k, j, 0);
      }
      double below = dot(values, v, v, n);
      if (below == 0) {
        s.set(j, j, 0);
        continue;
      }
      double alpha = r.get(from + j, from + j);
      double beta = -Math.copySign(Math.sqrt(alpha * alpha + below), alpha);
      double tau = (beta - alpha) / beta;
      scale(values, v, n, 1 / (alpha - beta));
      r.set(from + j, from + j, beta);
      s.set(j, j, tau);
      for (int k = j + 1; k < width; k++) {
        int c = a.offset(from + k);
        double t = tau * (r.get(from + j, from + k) + dot(values, v, c, n));
        r.set(from + j, from + k, r.get(from + j, from + k) - t);
        subtract(t, values, v, c, n);
      }
      extend(s, a, from, j);
    }
  }

  /** Column j of S: −τ S (Vᵀ vⱼ). */
  private static void extend(View s, View a, int from, int j) {
    double[] cross = new double[j];
    for (int k = 0; k < j; k++) {
      cross[k] = dot(a.values(), a.offset(from + k), a.offset(from + j), a.rows());
    }
    for (int i = 0; i < j; i++) {
      double sum = 0;
      for (int k = i; k < j; k++) {
        sum += s.get(i, k) * cross[k];
      }
      s.set(i, j, -s.get(j, j) * sum);
    }
  }

  private static void scale(double[] a, int v, int length, double factor) {
    for (int i = v; i < v + length; i++) {
      a[i] *= factor;
    }
  }

  private static void subtract(double s, double[] a, int v, int b, int length) {
    for (int i = 0; i < length; i++) {
      a[b + i] -= s * a[v + i];
    }
  }

  /** Four sums at a time: no sum waits for the one before it. */
  private static double dot(double[] a, int u, int v, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[u + i] * a[v + i];
      s1 += a[u + i + 1] * a[v + i + 1];
      s2 += a[u + i + 2] * a[v + i + 2];
      s3 += a[u + i + 3] * a[v + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[u + i] * a[v + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
