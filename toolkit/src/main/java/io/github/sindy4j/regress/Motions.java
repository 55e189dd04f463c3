package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * Linear fields A₁ … Aₖ on the unknowns along whose flows the rank of L stays: rank L(eᴬ w) = rank
 * L(w) for A = Σ ξ_g A_g. They make a whole family of one model of low rank.
 *
 * <p>A field that does not keep the rank makes a search worse, never its answer wrong: what is
 * found is judged by L alone.
 */
public final class Motions {
  /** So long a step is first tried at once. */
  private static final double STRIDE = 8;

  /** A term of the series so much larger than what it starts from costs two digits. */
  private static final double GROWTH = 100;

  private static final int MOST_TERMS = 80;

  private final int unknowns;
  private final int count;

  /** The entries of all fields together, by row: those of row i from starts[i] on. */
  private final int[] starts;

  private final int[] fields;
  private final int[] columns;
  private final double[] values;

  private Motions(Motions other, double[] values) {
    this.unknowns = other.unknowns;
    this.count = other.count;
    this.starts = other.starts;
    this.fields = other.fields;
    this.columns = other.columns;
    this.values = values;
  }

  private Motions(int unknowns, List<SparseMatrix> matrices) {
    this.unknowns = unknowns;
    this.count = matrices.size();
    int entries = matrices.stream().mapToInt(SparseMatrix::entries).sum();
    this.starts = new int[unknowns + 1];
    this.fields = new int[entries];
    this.columns = new int[entries];
    this.values = new double[entries];
    int at = 0;
    for (int i = 0; i < unknowns; i++) {
      starts[i] = at;
      for (int g = 0; g < count; g++) {
        for (var entry : matrices.get(g).row(i).entrySet()) {
          fields[at] = g;
          columns[at] = entry.getKey();
          values[at] = entry.getValue();
          at++;
        }
      }
    }
    starts[unknowns] = at;
  }

  /** No field at all: nothing is known to keep the rank. */
  public static Motions none(int unknowns) {
    return new Motions(unknowns, List.of());
  }

  /** The fields w ↦ A_g w, each F×F. */
  public static Motions of(int unknowns, List<SparseMatrix> fields) {
    for (SparseMatrix field : fields) {
      if (field.rows() != unknowns || field.cols() != unknowns) {
        throw new IllegalArgumentException(
            "Motions: a field is %d×%d but there are %d unknowns"
                .formatted(field.rows(), field.cols(), unknowns));
      }
    }
    return new Motions(unknowns, fields);
  }

  /** The same fields on v, for w = D v with this diagonal D: D⁻¹ A_g D. */
  Motions inUnits(Vec sizes) {
    double[] scaled = values.clone();
    for (int i = 0; i < unknowns; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        scaled[e] *= sizes.get(columns[e]) / sizes.get(i);
      }
    }
    return new Motions(this, scaled);
  }

  /** F. */
  public int unknowns() {
    return unknowns;
  }

  /** k. */
  public int count() {
    return count;
  }

  /** Whether there is no field. */
  public boolean isNone() {
    return count == 0;
  }

  /**
   * The k×n matrix with rows Θ A_g w.
   *
   * @param data Θᵀ, F×n
   */
  Matrix seen(Matrix data, Vec w) {
    int n = data.cols();
    double[] theta = data.toArray();
    double[] seen = new double[count * n];
    for (int i = 0; i < unknowns; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        double factor = values[e] * w.get(columns[e]);
        int to = fields[e] * n;
        for (int t = 0; t < n && factor != 0; t++) {
          seen[to + t] += factor * theta[i * n + t];
        }
      }
    }
    return Matrix.adopt(count, n, seen);
  }

  /** Σ ξ_g A_g w. */
  public Vec velocity(Vec xi, Vec w) {
    return Vec.adopt(times(weighted(xi), w.toArray(), 1));
  }

  /** eᴬ B for A = Σ ξ_g A_g. */
  public Matrix moved(Vec xi, Matrix b) {
    if (b.cols() == 0) {
      return b;
    }
    double[] weighted = weighted(xi);
    int strides = (int) Math.max(1, Math.ceil(bound(weighted) / STRIDE));
    double[][] moved = new double[b.cols()][];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = moved(weighted, b.col(j).toArray(), strides);
    }
    return Matrix.ofColumns(moved);
  }

  /** eᴬ b by Taylor's series, in so many strides, or in twice as many where its terms grow. */
  private double[] moved(double[] weighted, double[] b, int strides) {
    double[] now = b;
    for (int stride = 0; stride < strides; stride++) {
      double[] term = now;
      double[] sum = now.clone();
      double size = Vec.adopt(now).maxAbs();
      double length = size;
      for (int k = 1; k <= MOST_TERMS && length > 1e-18 * size; k++) {
        term = times(weighted, term, 1.0 / (k * (double) strides));
        length = 0;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += term[i];
          length = Math.max(length, Math.abs(term[i]));
        }
        if (length > GROWTH * size) {
          return moved(weighted, b, 2 * strides);
        }
      }
      now = sum;
    }
    return now;
  }

  /** At least ‖A‖₂: the geometric mean of ‖A‖₁ and ‖A‖_∞. */
  private double bound(double[] weighted) {
    double[] inRow = new double[unknowns];
    double[] inColumn = new double[unknowns];
    for (int i = 0; i < unknowns; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        inRow[i] += Math.abs(weighted[e]);
        inColumn[columns[e]] += Math.abs(weighted[e]);
      }
    }
    return Math.sqrt(Vec.adopt(inRow).maxAbs() * Vec.adopt(inColumn).maxAbs());
  }

  private double[] weighted(Vec xi) {
    double[] weighted = new double[values.length];
    for (int e = 0; e < weighted.length; e++) {
      weighted[e] = xi.get(fields[e]) * values[e];
    }
    return weighted;
  }

  /** a A x. */
  private double[] times(double[] weighted, double[] x, double a) {
    double[] product = new double[unknowns];
    for (int i = 0; i < unknowns; i++) {
      double sum = 0;
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        sum += weighted[e] * x[columns[e]];
      }
      product[i] = a * sum;
    }
    return product;
  }
}
