package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Upper triangles by Householder reflections whose product is kept as I − V S Vᵀ, S upper
 * triangular: all changes are matrix products, but for a part that is 4/q of the work.
 *
 * <p>A panel of columns is factored by halves: the right half, and then all columns right of the
 * panel, are changed by W = Sᵀ Vᵀ C, C ← C − V W, strip by strip, which all processors share.
 * Source: Schreiber and Van Loan 1989 (V S Vᵀ), Elmroth and Gustavson 2000 (halves).
 */
final class BlockedReflections {
  private static final int PANEL = 64;
  private static final int LEAF = 4;

  /** Columns to the right that are changed at a time: their rows stay in the second cache. */
  private static final int STRIP = 96;

  /** Fewer operations than this are not worth a second thread. */
  private static final double WORTH = 8e6;

  private final Kernel kernel;
  private final int size;
  private final double[] inner = new double[PANEL * PANEL];
  private final double[] scratch = new double[PANEL * PANEL];
  private final double[] heads = new double[PANEL * PANEL];
  private final double[] flipped = new double[PANEL * PANEL];
  private final double[] products;
  private final double[] turned;

  BlockedReflections(Kernel kernel, int size) {
    this.kernel = SplitKernel.undivided(kernel);
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
      reflect(new Rows(r, rows, false), j, width);
    }
  }

  /** R of A, r×q, in its place; what is below the diagonal is then of no use. */
  void factor(View a) {
    for (int j = 0; j < Math.min(size, a.rows()); j += PANEL) {
      reflect(new Rows(a, a, true), j, Math.min(PANEL, Math.min(size, a.rows()) - j));
    }
  }

  /**
   * What is reflected: R and A beneath it, or one block that is both.
   *
   * @param r where the diagonal is
   * @param a what becomes zero, and takes V in its place
   */
  private record Rows(View r, View a, boolean inPlace) {
    /** The first row of A that the reflection of a column reaches. */
    int first(int column) {
      return inPlace ? column + 1 : 0;
    }

    /** The rows of A that the reflections of all these columns reach. */
    View body(int from, int width) {
      return inPlace ? a.rows(from + width, a.rows()) : a;
    }
  }

  private void reflect(Rows rows, int panel, int width) {
    Arrays.fill(inner, 0);
    factor(rows, panel, width);
    Product all = product(rows, panel, panel, width);
    int first = panel + width;
    double work = 4.0 * rows.a.rows() * width * (size - first);
    IntStream strips = IntStream.range(0, (size - first + STRIP - 1) / STRIP);
    (work < WORTH ? strips : strips.parallel())
        .forEach(
            k -> {
              int from = first + k * STRIP;
              reflect(rows, all, from, Math.min(size, from + STRIP));
            });
  }

  /**
   * Reflections of the columns {@code from …}, I − V S Vᵀ.
   *
   * @param head the part of V above its body: I where that is beneath R, and then not written
   * @param body the part of V in the rows that all of them reach
   * @param factors Sᵀ
   */
  private record Product(int from, View head, View body, View factors) {}

  private Product product(Rows rows, int panel, int from, int width) {
    View s = factors(panel, from, width);
    View transposed = View.of(flipped, 0, PANEL, width, width);
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < width; i++) {
        transposed.set(j, i, s.get(i, j));
      }
    }
    View body = rows.body(from, width).columns(from, from + width);
    return new Product(from, head(rows, from, width), body, transposed);
  }

  /** S of columns {@code from …} of the panel that begins at column {@code panel}. */
  private View factors(int panel, int from, int width) {
    int at = from - panel;
    return View.of(inner, at * PANEL + at, PANEL, width, width);
  }

  /** Leaf by leaf: whenever two blocks of one width stand beside each other, they become one. */
  private void factor(Rows rows, int panel, int width) {
    for (int leaf = 0; leaf < width; leaf += LEAF) {
      int end = Math.min(width, leaf + LEAF);
      factorLeaf(rows, panel, panel + leaf, end - leaf);
      int done = leaf + LEAF;
      int block = Integer.lowestOneBit(done);
      for (int half = LEAF; half < block; half *= 2) {
        join(rows, panel, panel + done - 2 * half, half, end - done + half);
      }
      if (end < width) {
        int first = panel + done - block;
        int last = panel + Math.min(width, done + block);
        reflect(rows, product(rows, panel, first, block), panel + end, last);
      }
    }
    joinRest(rows, panel, width);
  }

  /** Blocks of falling width are left where the panel's own is no power of two. */
  private void joinRest(Rows rows, int panel, int width) {
    int done = (width + LEAF - 1) / LEAF * LEAF;
    int right = Integer.lowestOneBit(done);
    while (right < done) {
      int left = Integer.lowestOneBit(done - right);
      join(rows, panel, panel + done - right - left, left, width - done + right);
      right += left;
    }
  }

  /** The square of V on the diagonal, unit lower triangular. */
  private View head(Rows rows, int from, int width) {
    View head = View.of(heads, 0, PANEL, width, width);
    if (rows.inPlace) {
      head.copy(rows.a.rows(from, from + width).columns(from, from + width));
      for (int j = 0; j < width; j++) {
        Arrays.fill(heads, head.offset(j), head.offset(j) + j, 0);
        head.set(j, j, 1);
      }
    }
    return head;
  }

  /** S₁₂ = −S₁ (V₁ᵀ V₂) S₂. */
  private void join(Rows rows, int panel, int from, int left, int right) {
    int middle = from + left;
    View s1 = factors(panel, from, left);
    View s2 = factors(panel, middle, right);
    int at = (middle - panel) * PANEL + from - panel;
    View s12 = View.of(inner, at, PANEL, left, right);
    View product = View.of(turned, 0, PANEL, left, right);
    Arrays.fill(turned, 0, PANEL * right, 0);
    kernel.add(1, cross(rows, from, left, right), s2, product);
    kernel.add(-1, s1, product, s12);
  }

  /** V₁ᵀ V₂. */
  private View cross(Rows rows, int from, int left, int right) {
    int middle = from + left;
    int end = middle + right;
    Arrays.fill(scratch, 0);
    View cross = View.of(scratch, 0, PANEL, left, right);
    if (rows.inPlace) {
      View beside = rows.a.rows(middle, end).columns(from, middle);
      kernel.dots(beside, head(rows, middle, right), cross, false);
    }
    View body = rows.body(middle, right);
    kernel.dots(body.columns(from, middle), body.columns(middle, end), cross, false);
    return cross;
  }

  /** Applies reflections to columns {@code first … last − 1}. */
  private void reflect(Rows rows, Product product, int first, int last) {
    int width = product.head.columns();
    int count = last - first;
    View body = product.body;
    View c = rows.body(product.from, width).columns(first, last);
    View above = rows.r.rows(product.from, product.from + width).columns(first, last);
    View w = View.of(products, first * PANEL, PANEL, width, count);
    View t = View.of(turned, first * PANEL, PANEL, width, count);
    Arrays.fill(turned, first * PANEL, last * PANEL, 0);
    if (rows.inPlace) {
      Arrays.fill(products, first * PANEL, last * PANEL, 0);
      kernel.dots(product.head, above, w, false);
    } else {
      w.copy(above);
    }
    kernel.dots(body, c, w, false);
    // Sᵀ W: by columns of Sᵀ, since sums of so few numbers would be slow.
    kernel.add(1, product.factors, w, t);
    if (rows.inPlace) {
      kernel.add(-1, product.head, t, above);
    } else {
      subtract(t, above);
    }
    kernel.add(-1, body, t, c);
  }

  private static void subtract(View t, View above) {
    for (int j = 0; j < t.columns(); j++) {
      int at = above.offset(j);
      int own = t.offset(j);
      for (int i = 0; i < t.rows(); i++) {
        above.values()[at + i] -= t.values()[own + i];
      }
    }
  }

  /** Column by column. */
  private void factorLeaf(Rows rows, int panel, int from, int width) {
    View r = rows.r;
    View a = rows.a;
    View s = factors(panel, from, width);
    double[] values = a.values();
    for (int j = 0; j < width; j++) {
      int top = rows.first(from + j);
      int n = a.rows() - top;
      int v = a.offset(from + j) + top;
      for (int k = 0; k < j; k++) {
        s.set(k, j, 0);
      }
      double below = DotProduct.of(values, v, values, v, n);
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
        int c = a.offset(from + k) + top;
        double t = tau * (r.get(from + j, from + k) + DotProduct.of(values, v, values, c, n));
        r.set(from + j, from + k, r.get(from + j, from + k) - t);
        subtract(t, values, v, c, n);
      }
      extend(s, rows, from, j);
    }
  }

  /** Column j of S: −τ S (Vᵀ vⱼ). */
  private static void extend(View s, Rows rows, int from, int j) {
    View a = rows.a;
    int top = rows.first(from + j);
    double[] cross = new double[j];
    for (int k = 0; k < j; k++) {
      cross[k] =
          DotProduct.of(
                  a.values(),
                  a.offset(from + k) + top,
                  a.values(),
                  a.offset(from + j) + top,
                  a.rows() - top)
              + (rows.inPlace ? a.get(from + j, from + k) : 0);
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
}
