package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.BandPart;
import io.github.sindy4j.linalg.BandVisitor;
import io.github.sindy4j.linalg.Ranges;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * G = D − B J of a piece: block (k, t), d×d, for the few samples t that row k depends on. Row k d +
 * i is equation i over step k, column t d + c is state c of sample t.
 *
 * <p>An entry of a block stands beside the same entry of the next row's block, so that inner loops
 * run along the rows, over stretches in which the samples move on with the rows. What they multiply
 * is copied to arrays of its own first: a loop does several rows at once only where it enters all
 * its arrays at the same place.
 */
final class Gaps {
  /** Planes are an odd number of cache lines long, so that they do not share places in a cache. */
  private static final int LINE = 8;

  /** So many rows at once, with what is copied of them, stay in the first cache. */
  private static final int STRIP = 128;

  private final StepRule rule;
  private final int samples;
  private final int states;
  private final int width;
  private final int stride;
  private final double[] planes;

  /**
   * For a rule.
   *
   * @param jacobians J at the rule's points, d×a each
   */
  Gaps(StepRule rule, int samples, int states, double[] jacobians) {
    this.rule = rule;
    this.samples = samples;
    this.states = states;
    this.width = rule.gapWidth();
    this.stride = (((rule.rows() + LINE - 1) / LINE) | 1) * LINE;
    this.planes = new double[Math.multiplyExact(stride, width * states * states)];
    Ranges.each(rule.rows(), (from, to) -> fill(jacobians, from, to));
  }

  /** Where entry (i, c) of block j begins, counted from the row's first sample. */
  private int plane(int j, int i, int c) {
    return ((j * states + i) * states + c) * stride;
  }

  private void fill(double[] jacobians, int from, int to) {
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < states; i++) {
        int plane = plane(j, i, i);
        for (int k = from; k < to; k++) {
          planes[plane + k] = rule.difference(k, j);
        }
      }
    }
    Points points = rule.points();
    int[] block = new int[to - from];
    double[] factor = new double[to - from];
    for (int j = 0; j < rule.width(); j++) {
      for (int k = from; k < to; k++) {
        block[k - from] = points.sample(rule.first(k) + j) - rule.gapFirst(k);
        factor[k - from] = rule.weight(k, j);
      }
      subtract(from, block, factor, j, jacobians, 0);
      for (int r = 0; r < points.rateWidth(); r++) {
        for (int k = from; k < to; k++) {
          int sample = points.sample(rule.first(k) + j);
          block[k - from] = points.rateFirst(sample) + r - rule.gapFirst(k);
          factor[k - from] = rule.weight(k, j) * points.rateWeight(sample, r);
        }
        subtract(from, block, factor, j, jacobians, states);
      }
    }
  }

  /** Blocks −= factor · (the columns from {@code column} on of J at point j of the rows). */
  private void subtract(
      int from, int[] block, double[] factor, int j, double[] jacobians, int column) {
    int d = states;
    int a = rule.points().hasRates() ? 2 * d : d;
    for (int i = 0; i < d; i++) {
      for (int c = 0; c < d; c++) {
        int entry = plane(0, i, c) + from;
        int source = i * a + column + c;
        for (int m = 0; m < block.length; m++) {
          int point = rule.first(from + m) + j;
          planes[block[m] * d * d * stride + entry + m] -=
              factor[m] * jacobians[point * d * a + source];
        }
      }
    }
  }

  /** b += G v. */
  void addProduct(double[] v, double[] b) {
    Ranges.each(rule.rows(), (from, to) -> addProduct(v, from, to, b));
  }

  private void addProduct(double[] v, int from, int to, double[] b) {
    int d = states;
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < d; i++) {
        for (int c = 0; c < d; c++) {
          int plane = plane(j, i, c);
          for (int k = from; k < to; k++) {
            b[k * d + i] += planes[plane + k] * v[(rule.gapFirst(k) + j) * d + c];
          }
        }
      }
    }
  }

  /** Gᵀ u, N×d. */
  double[] transposed(double[] u) {
    double[] product = new double[samples * states];
    inStrips(
        samples,
        (strip, from, to) ->
            strip.stretches(
                rowFrom(from - width + 1),
                rowFrom(to),
                0,
                rows -> strip.addTransposed(rows, u, from, to, product)));
    return product;
  }

  /**
   * Adds the lower half of G Σ Gᵀ.
   *
   * @param variances the diagonal of Σ
   */
  BandVisitor covariance(double[] variances) {
    Strip strip = new Strip();
    return part -> strip.pairs(part, pairs -> strip.addCovariances(pairs, variances, part));
  }

  /** Adds the diagonal of Gᵀ Z G, N×d row-major, as parts of Z come. */
  BandVisitor pulls(double[] pulls) {
    Strip strip = new Strip();
    return part -> strip.pairs(part, pairs -> strip.addForms(pairs, part, pulls));
  }

  /** Rows or samples, a strip at a time. */
  private void inStrips(int count, Ranges.RoomBody<Strip> body) {
    Ranges.each(
        count,
        Strip::new,
        (strip, from, to) -> {
          for (int k = from; k < to; k += STRIP) {
            body.run(strip, k, Math.min(to, k + STRIP));
          }
        });
  }

  /**
   * Rows whose windows begin one sample after another, as those so many rows further on do.
   *
   * @param from the first row k
   * @param to the row behind the last one
   * @param apart l − k
   * @param shift by how many samples the windows of k and l are apart
   */
  private record Pairs(int from, int to, int apart, int shift) {
    int length() {
      return to - from;
    }
  }

  /** Room for the blocks of some rows k and l, entry by entry. For one thread. */
  private final class Strip {
    private final int most = Math.min(rule.rows(), STRIP + width);
    private final double[][] blocks = new double[width * states * states][most];
    private final double[][] others = new double[width * states * states][most];
    private final double[][] forms = new double[width * states][most];
    private final double[] own = new double[most];
    private final double[] sum = new double[most];

    /** All pairs k ≤ l of rows that share a sample, of which there are entries in a part. */
    private void pairs(BandPart part, Consumer<Pairs> sink) {
      boolean touched = true;
      for (int apart = 0; touched; apart++) {
        touched = false;
        int end = part.endColumn(apart * states) / states;
        for (int k = part.firstColumn(apart * states) / states; k < end; k += STRIP) {
          touched |= stretches(k, Math.min(end, k + STRIP), apart, sink);
        }
      }
    }

    /** Those of one distance; whether there were any. */
    private boolean stretches(int from, int to, int apart, Consumer<Pairs> sink) {
      boolean touched = false;
      int end = Math.min(to, rule.rows() - apart);
      for (int k = from; k < end; ) {
        int behind = stretch(k, end, apart);
        int shift = rule.gapFirst(k + apart) - rule.gapFirst(k);
        if (shift < width) {
          touched = true;
          sink.accept(new Pairs(k, behind, apart, shift));
        }
        k = behind;
      }
      return touched;
    }

    private void copy(int row, int length, double[][] to) {
      for (int e = 0; e < to.length; e++) {
        System.arraycopy(planes, e * stride + row, to[e], 0, length);
      }
    }

    /** Blocks of G Σ. */
    private void scale(Pairs pairs, double[] variances) {
      int d = states;
      for (int j = pairs.shift(); j < width; j++) {
        for (int s = 0; s < d; s++) {
          for (int m = 0; m < pairs.length(); m++) {
            own[m] = variances[(rule.gapFirst(pairs.from() + m) + j) * d + s];
          }
          for (int i = 0; i < d; i++) {
            multiply(blocks[(j * d + i) * d + s], own, pairs.length());
          }
        }
      }
    }

    /** S_{lk} += Σₜ G_{lt} (G Σ)_{kt}ᵀ, its lower half where l = k. */
    private void addCovariances(Pairs pairs, double[] variances, BandPart band) {
      int d = states;
      int length = pairs.length();
      copy(pairs.from(), length, blocks);
      scale(pairs, variances);
      copy(pairs.from() + pairs.apart(), length, others);
      for (int c = 0; c < d; c++) {
        for (int i = pairs.apart() == 0 ? c : 0; i < d; i++) {
          Arrays.fill(sum, 0, length, 0);
          for (int j = pairs.shift(); j < width; j++) {
            for (int s = 0; s < d; s++) {
              double[] other = others[((j - pairs.shift()) * d + i) * d + s];
              addProducts(other, blocks[(j * d + c) * d + s], sum, length);
            }
          }
          int row = (pairs.from() + pairs.apart()) * d + i;
          band.addEntries(row, pairs.from() * d + c, d, sum, length);
        }
      }
    }

    /** What Z_{lk}, and its mirror image, give to all samples. */
    private void addForms(Pairs pairs, BandPart z, double[] pulls) {
      int d = states;
      int length = pairs.length();
      copy(pairs.from(), length, blocks);
      copy(pairs.from() + pairs.apart(), length, others);
      clearForms(length);
      for (int i = 0; i < d; i++) {
        for (int below = pairs.apart() == 0 ? i : 0; below < d; below++) {
          int row = (pairs.from() + pairs.apart()) * d + below;
          double times = pairs.apart() == 0 && below == i ? 1 : 2;
          z.copyEntries(row, pairs.from() * d + i, d, times, own, length);
          for (int j = pairs.shift(); j < width; j++) {
            for (int c = 0; c < d; c++) {
              double[] other = others[((j - pairs.shift()) * d + below) * d + c];
              addProducts(own, blocks[(j * d + i) * d + c], other, forms[j * d + c], length);
            }
          }
        }
      }
      addForms(pairs, 0, samples, pulls);
    }

    private void addTransposed(Pairs rows, double[] u, int from, int to, double[] product) {
      int d = states;
      int length = rows.length();
      copy(rows.from(), length, blocks);
      clearForms(length);
      for (int i = 0; i < d; i++) {
        for (int m = 0; m < length; m++) {
          own[m] = u[(rows.from() + m) * d + i];
        }
        for (int j = 0; j < width; j++) {
          for (int c = 0; c < d; c++) {
            addProducts(own, blocks[(j * d + i) * d + c], forms[j * d + c], length);
          }
        }
      }
      addForms(rows, from, to, product);
    }

    private void clearForms(int length) {
      for (double[] form : forms) {
        Arrays.fill(form, 0, length, 0);
      }
    }

    /** Adds what was summed up row by row to these samples. */
    private void addForms(Pairs pairs, int from, int to, double[] target) {
      int d = states;
      int first = rule.gapFirst(pairs.from());
      for (int j = pairs.shift(); j < width; j++) {
        int low = Math.max(0, from - j - first);
        int high = Math.min(pairs.length(), to - j - first);
        for (int c = 0; c < d; c++) {
          double[] form = forms[j * d + c];
          for (int m = low; m < high; m++) {
            target[(first + m + j) * d + c] += form[m];
          }
        }
      }
    }
  }

  private static void multiply(double[] a, double[] b, int length) {
    for (int m = 0; m < length; m++) {
      a[m] *= b[m];
    }
  }

  private static void addProducts(double[] a, double[] b, double[] sum, int length) {
    for (int m = 0; m < length; m++) {
      sum[m] += a[m] * b[m];
    }
  }

  private static void addProducts(double[] a, double[] b, double[] c, double[] sum, int length) {
    for (int m = 0; m < length; m++) {
      sum[m] += a[m] * b[m] * c[m];
    }
  }

  /** The end of the stretch that begins at row k. */
  private int stretch(int k, int end, int apart) {
    int behind = k + 1;
    while (behind < end && follows(behind) && follows(behind + apart)) {
      behind++;
    }
    return behind;
  }

  /** Whether the window of a row begins one sample behind that of the row before. */
  private boolean follows(int row) {
    return rule.gapFirst(row) == rule.gapFirst(row - 1) + 1;
  }

  /** The first row whose window begins at this sample or behind it. */
  private int rowFrom(int sample) {
    int low = 0;
    int high = rule.rows();
    while (low < high) {
      int middle = (low + high) / 2;
      if (rule.gapFirst(middle) < sample) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
