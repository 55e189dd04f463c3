package io.github.sindy4j.linalg;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * R of many rows that a sample stands for: with the sample's triangle S, every row a becomes p = a
 * S⁻¹, and
 *
 * <p>R = U S, UᵀU = Σ pᵀp.
 *
 * <p>Sums of parts add up, without a decomposition for each. Backward stable in every column where
 * the sample was a good one; where it was not, there is no answer, and {@link TriangularFold} must
 * do the work. For one thread; consumes the blocks it is given.
 */
public final class GramFold {
  /** Wider rows are better reflected. */
  private static final int WIDEST = 512;

  /** A column of the sample of which less than this part is its own depends on earlier ones. */
  private static final double DEPENDENT = 1e-12;

  /** By how much the rounding errors of PᵀP may be larger than those of A itself. */
  private static final double AMPLIFIED = 8;

  private final Kernel kernel;
  private final Matrix sample;
  private final DividedRows divided;
  private final double[] sum;

  private GramFold(Kernel kernel, Matrix sample, DividedRows divided) {
    this.kernel = kernel;
    this.sample = sample;
    this.divided = divided;
    this.sum = divided.square();
  }

  private static DividedRows divided(Kernel kernel, Matrix sample) {
    int size = sample.cols();
    DividedRows divided = new DividedRows(kernel, size);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i <= j; i++) {
        divided.factor().set(i, j, sample.get(i, j));
      }
    }
    return divided;
  }

  /** Whether so many rows are worth a sample. */
  public static boolean pays(long rows, int columns) {
    return columns <= WIDEST && Kernels.foldWork(rows, columns) >= Kernels.BLOCKED;
  }

  /**
   * No rows yet; empty where columns of the sample depend on each other.
   *
   * @param sample S
   * @param rows how many there will be, here and elsewhere
   */
  public static Optional<GramFold> over(Matrix sample, long rows) {
    return over(sample, rows, sample.cols());
  }

  /**
   * The same where there will be other folds, too.
   *
   * @param rows how many there will be in all of them
   * @param columns of the widest of them
   */
  static Optional<GramFold> over(Matrix sample, long rows, int columns) {
    for (int j = 0; j < sample.cols(); j++) {
      if (!(Math.abs(sample.get(j, j)) > DEPENDENT * sample.col(j).norm())) {
        return Optional.empty();
      }
    }
    Kernel kernel = Kernels.forWork(Kernels.foldWork(rows, columns));
    return Optional.of(new GramFold(kernel, sample, divided(kernel, sample)));
  }

  /** So many without rows, for the same sample, that share room and so one thread. */
  public List<GramFold> parts(int count) {
    DividedRows room = divided(kernel, sample);
    return Stream.generate(() -> new GramFold(kernel, sample, room)).limit(count).toList();
  }

  /** Folds the rows of a block; its contents are lost. */
  public void fold(Block rows) {
    Shape.requireEqual("GramFold.fold: columns", sample.cols(), rows.columns());
    if (rows.rows() > 0) {
      divided.add(rows.values(), 0, rows.stride(), rows.rows(), sum);
    }
  }

  /** Takes in the rows of another part. */
  public void add(GramFold other) {
    Products.add(sum, 1, other.sum, 0, 0, sum.length);
  }

  /** R, upper triangular; empty where the sample did not stand for the rows. */
  public Optional<Matrix> triangle() {
    return triangle(AMPLIFIED);
  }

  /**
   * The same where so much of the columns' accuracy may be lost.
   *
   * @param amplified by how much rounding errors may be larger than those of a decomposition
   */
  public Optional<Matrix> triangle(double amplified) {
    int size = sample.cols();
    double[] square = sum.clone();
    double[] lengths = new double[size];
    for (int j = 0; j < size; j++) {
      lengths[j] = Math.sqrt(square[j * size + j]);
    }
    if (!divided.decompose(square)) {
      return Optional.empty();
    }
    double[] columns = new double[size * size];
    divided.multiply(square, columns, size);
    Matrix triangle = Matrix.adopt(size, size, columns).transpose();
    return isExact(triangle, lengths, amplified) ? Optional.of(triangle) : Optional.empty();
  }

  /**
   * Errors of ε ‖pᵢ‖ ‖pₖ‖ in the entries of PᵀP, of any sign, are one of ε Σᵢ Sᵢⱼ² ‖pᵢ‖² in ‖aⱼ‖².
   *
   * @param lengths ‖pᵢ‖
   */
  private boolean isExact(Matrix triangle, double[] lengths, double amplified) {
    for (int j = 0; j < lengths.length; j++) {
      double error = 0;
      for (int i = 0; i <= j; i++) {
        double part = sample.get(i, j) * lengths[i];
        error += part * part;
      }
      double length = triangle.col(j).norm();
      if (!(Math.sqrt(error) <= amplified * length)) {
        return false;
      }
    }
    return true;
  }
}
