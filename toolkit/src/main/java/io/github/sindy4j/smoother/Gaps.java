package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.SymmetricBand;

/**
 * G = D − B J of a piece: block (k, t), d×d, for the few samples t that row k depends on. Row k d +
 * i is equation i over step k, column t d + c is state c of sample t.
 */
final class Gaps {
  private final StepRule rule;
  private final int samples;
  private final int states;
  private final double[] blocks;

  /**
   * For a rule.
   *
   * @param jacobians J at the rule's points, d×a each
   */
  Gaps(StepRule rule, int samples, int states, double[] jacobians) {
    this.rule = rule;
    this.samples = samples;
    this.states = states;
    this.blocks = new double[rule.rows() * rule.gapWidth() * states * states];
    Ranges.each(rule.rows(), (from, to) -> fill(jacobians, from, to));
  }

  private void fill(double[] jacobians, int from, int to) {
    int d = states;
    Points points = rule.points();
    for (int k = from; k < to; k++) {
      int row = k * rule.gapWidth() - rule.gapFirst(k);
      for (int j = 0; j < rule.gapWidth(); j++) {
        for (int i = 0; i < d; i++) {
          blocks[((k * rule.gapWidth() + j) * d + i) * d + i] = rule.difference(k, j);
        }
      }
      for (int j = 0; j < rule.width(); j++) {
        int e = rule.first(k) + j;
        int sample = points.sample(e);
        double b = rule.weight(k, j);
        subtract(row + sample, b, jacobians, e, 0);
        for (int r = 0; r < points.rateWidth(); r++) {
          double c = points.rateWeight(sample, r);
          subtract(row + points.rateFirst(sample) + r, b * c, jacobians, e, d);
        }
      }
    }
  }

  /** Block −= factor · (the columns of J_e from {@code column} on). */
  private void subtract(int block, double factor, double[] jacobians, int e, int column) {
    int d = states;
    int a = rule.points().hasRates() ? 2 * d : d;
    for (int i = 0; i < d; i++) {
      for (int c = 0; c < d; c++) {
        blocks[(block * d + i) * d + c] -= factor * jacobians[(e * d + i) * a + column + c];
      }
    }
  }

  /** b += G v. */
  void addProduct(double[] v, double[] b) {
    Ranges.each(rule.rows(), (from, to) -> addProduct(v, from, to, b));
  }

  private void addProduct(double[] v, int from, int to, double[] b) {
    int d = states;
    for (int k = from; k < to; k++) {
      for (int j = 0; j < rule.gapWidth(); j++) {
        int block = (k * rule.gapWidth() + j) * d * d;
        int sample = (rule.gapFirst(k) + j) * d;
        for (int i = 0; i < d; i++) {
          for (int c = 0; c < d; c++) {
            b[k * d + i] += blocks[block + i * d + c] * v[sample + c];
          }
        }
      }
    }
  }

  /** Gᵀ u, N×d. */
  double[] transposed(double[] u) {
    int d = states;
    double[] product = new double[samples * d];
    Ranges.each(
        samples,
        (from, to) -> {
          int first = firstRow(from);
          for (int t = from; t < to; t++) {
            first = firstRow(first, t);
            for (int k = first; depends(k, t); k++) {
              int block = (k * rule.gapWidth() + t - rule.gapFirst(k)) * d * d;
              for (int i = 0; i < d; i++) {
                double weight = u[k * d + i];
                for (int c = 0; c < d; c++) {
                  product[t * d + c] += weight * blocks[block + i * d + c];
                }
              }
            }
          }
        });
    return product;
  }

  /**
   * The lower half of G Σ Gᵀ is added to a band.
   *
   * @param variances the diagonal of Σ
   * @param band laid out as {@link SymmetricBand}
   */
  void addCovariance(double[] variances, double[] band, int width) {
    Ranges.each(
        rule.rows(),
        (from, to) -> {
          double[] scaled = new double[rule.gapWidth() * states * states];
          for (int k = from; k < to; k++) {
            scale(k, variances, scaled);
            addColumns(k, scaled, band, width);
          }
        });
  }

  /** G Σ of row k. */
  private void scale(int k, double[] variances, double[] scaled) {
    int d = states;
    int block = k * rule.gapWidth() * d * d;
    for (int j = 0; j < rule.gapWidth(); j++) {
      int sample = (rule.gapFirst(k) + j) * d;
      for (int e = 0; e < d * d; e++) {
        scaled[j * d * d + e] = blocks[block + j * d * d + e] * variances[sample + e % d];
      }
    }
  }

  /** The columns of row k: S_{lk} += Σₜ G_{lt} (G Σ)_{kt}ᵀ, its lower half where l = k. */
  private void addColumns(int k, double[] scaled, double[] band, int width) {
    int d = states;
    for (int l = k; l < rule.rows(); l++) {
      int shift = rule.gapFirst(l) - rule.gapFirst(k);
      int shared = rule.gapWidth() - shift;
      if (shared <= 0) {
        return;
      }
      int left = l * rule.gapWidth() * d * d;
      for (int c = 0; c < d; c++) {
        int column = (k * d + c) * (width + 1) + (l - k) * d - c;
        for (int i = l == k ? c : 0; i < d; i++) {
          double sum = 0;
          for (int j = 0; j < shared; j++) {
            int a = left + (j * d + i) * d;
            int b = ((j + shift) * d + c) * d;
            for (int s = 0; s < d; s++) {
              sum += blocks[a + s] * scaled[b + s];
            }
          }
          band[column + i] += sum;
        }
      }
    }
  }

  /** The diagonal of Gᵀ Z G, N×d row-major, from Z within its band. */
  double[] pulls(SymmetricBand z) {
    int d = states;
    double[] pulls = new double[samples * d];
    Ranges.each(
        samples,
        (from, to) -> {
          double[] columns = new double[0];
          int first = firstRow(from);
          for (int t = from; t < to; t++) {
            first = firstRow(first, t);
            int count = 0;
            while (depends(first + count, t)) {
              count++;
            }
            columns = columns.length < count * d * d ? new double[count * d * d] : columns;
            for (int k = first; k < first + count; k++) {
              int block = (k * rule.gapWidth() + t - rule.gapFirst(k)) * d * d;
              System.arraycopy(blocks, block, columns, (k - first) * d * d, d * d);
            }
            z.addForms(first * d, count * d, columns, d, pulls, t * d);
          }
        });
    return pulls;
  }

  /** Whether row k, not before the first that does, depends on sample t. */
  private boolean depends(int k, int t) {
    return k < rule.rows() && rule.gapFirst(k) <= t;
  }

  /** The first row that depends on a sample. */
  private int firstRow(int sample) {
    int low = 0;
    int high = rule.rows();
    while (low < high) {
      int middle = (low + high) / 2;
      if (rule.gapFirst(middle) + rule.gapWidth() <= sample) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same, from a row on that is not behind it. */
  private int firstRow(int from, int sample) {
    int row = from;
    while (row < rule.rows() && rule.gapFirst(row) + rule.gapWidth() <= sample) {
      row++;
    }
    return row;
  }
}
