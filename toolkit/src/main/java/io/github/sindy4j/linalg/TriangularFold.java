package io.github.sindy4j.linalg;

import java.util.List;

/**
 * The triangular factor R of the QR decomposition of rows that stream by: RᵀR = Σ aᵢ aᵢᵀ, without
 * ever forming the sum.
 *
 * <p>Each block of rows is folded beneath R, backward stable in every column, whatever the columns'
 * scales. Memory O(q²); 2 r q² operations for r rows. Few rows are folded by Householder
 * reflections column by column; once there is more work, by matrix products of the same accuracy
 * (see {@link PreconditionedFold} and {@link BlockedReflections}). For one thread, which large
 * products share with others without a change of bits; consumes the blocks it is given.
 */
public final class TriangularFold {
  /** Rows and columns that change places together, so that each line of the cache comes once. */
  private static final int TILE = 32;

  private final int size;
  private final double expected;
  private final boolean chosen;
  private FoldMethod method;
  private Kernel kernel = Kernels.plain();
  private long folded;

  /** Zero rows of {@code size} columns. */
  public TriangularFold(int size) {
    this(size, 0);
  }

  /**
   * Zero rows of {@code size} columns, a part of {@code expectedRows} that are folded here and
   * elsewhere: work on a large whole begins with matrix products at once.
   */
  public TriangularFold(int size, long expectedRows) {
    this.size = size;
    this.expected = 2.0 * expectedRows * size * size;
    this.chosen = false;
    this.method = new ColumnFold(size);
  }

  private TriangularFold(int size, FoldMethod method) {
    this.size = size;
    this.expected = 0;
    this.chosen = true;
    this.method = method;
  }

  /** Zero rows of {@code size} columns, folded by this kernel's products however few they are. */
  public static TriangularFold by(Kernel kernel, int size) {
    return new TriangularFold(
        size, blocked(kernel, size, new double[Math.multiplyExact(size, size)], 0));
  }

  private static FoldMethod blocked(Kernel kernel, int size, double[] triangle, long folded) {
    return size >= WideFold.NARROWEST
        ? new WideFold(kernel, size, triangle, folded)
        : new BlockedFold(kernel, size, triangle, folded);
  }

  /** R of A = Q R, square: where A has fewer rows than columns, rows of zeros complete it. */
  public static Matrix triangle(Matrix a) {
    TriangularFold fold = new TriangularFold(a.cols());
    fold.fold(Block.of(a));
    return fold.triangle();
  }

  /** The number of columns. */
  public int size() {
    return size;
  }

  /** The number of rows a block should have so that it stays in the processor's cache. */
  public static int blockRows(int columns) {
    int fitting = 32_768 / Math.max(1, columns);
    return Math.max(64, Math.min(1024, fitting / 64 * 64));
  }

  /** Folds the rows of a block; its contents are lost. */
  public void fold(Block rows) {
    Shape.requireEqual("TriangularFold.fold: columns", size, rows.columns());
    prepare(rows.rows());
    method.fold(rows.values(), rows.stride(), rows.rows(), false);
  }

  /** Folds the rows behind another R. */
  public void fold(Matrix otherTriangle) {
    fold(otherTriangle, new double[otherTriangle.rows() * otherTriangle.cols()]);
  }

  private void fold(Matrix otherTriangle, double[] room) {
    Shape.requireEqual("TriangularFold.fold: columns", size, otherTriangle.cols());
    int rows = otherTriangle.rows();
    prepare(rows);
    otherTriangle.transposeInto(room);
    method.fold(room, rows, rows, rows == size);
  }

  /** R of the rows behind all of these, which are square. */
  public static Matrix merged(List<Matrix> triangles) {
    int size = triangles.get(0).cols();
    TriangularFold fold = new TriangularFold(size);
    double[] room = new double[size * size];
    triangles.forEach(triangle -> fold.fold(triangle, room));
    return fold.take();
  }

  /** {@link #triangle()} without a copy; the fold begins anew, with zero rows. */
  public Matrix take() {
    double[] entries = method.triangle();
    method = method.anew();
    folded = 0;
    for (int columns = 0; columns < size; columns += TILE) {
      for (int rows = 0; rows <= columns; rows += TILE) {
        turn(entries, rows, columns);
      }
    }
    return Matrix.adopt(size, size, entries);
  }

  /** Entries above the diagonal, column by column, go beneath it, and leave zeros. */
  private void turn(double[] entries, int rows, int columns) {
    for (int j = columns; j < Math.min(size, columns + TILE); j++) {
      for (int i = rows; i < Math.min(j, rows + TILE); i++) {
        entries[i * size + j] = entries[j * size + i];
        entries[j * size + i] = 0;
      }
    }
  }

  /** R, upper triangular with zeros beneath. */
  public Matrix triangle() {
    double[] triangle = method.triangle();
    double[] rowMajor = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i <= j; i++) {
        rowMajor[i * size + j] = triangle[j * size + i];
      }
    }
    return Matrix.adopt(size, size, rowMajor);
  }

  /** Changes the method when the work has become worth it. */
  private void prepare(int rows) {
    folded += rows;
    double work = Math.max(expected, Kernels.foldWork(folded, size));
    if (chosen || work < Kernels.BLOCKED) {
      return;
    }
    Kernel fitting = Kernels.forWork(work);
    if (method instanceof ColumnFold || fitting != kernel) {
      method = blocked(fitting, size, method.triangle(), folded - rows);
      kernel = fitting;
    }
  }
}
