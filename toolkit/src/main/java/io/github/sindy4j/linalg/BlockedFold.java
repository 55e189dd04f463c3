package io.github.sindy4j.linalg;

import java.util.Optional;

/**
 * Folds rows by matrix products: gathers blocks to a good height, reflects the first ones, and
 * gives the many that follow to a {@link PreconditionedFold}.
 */
final class BlockedFold implements FoldMethod {
  /** Rows that are gathered for one product. */
  private static final int HEIGHT = 512;

  /** Rows of a block that are taken at once. */
  private static final int HIGHEST = 1024;

  /** Kernels are fastest on multiples of this. */
  private static final int GRAIN = 32;

  /** So many rows to a column are reflected before R is trusted to stand for those to come. */
  private static final int TRUSTED = 2;

  private final Kernel kernel;
  private final int size;
  private final double[] triangle;
  private final BlockedReflections reflections;
  private final Block waiting;
  private Optional<PreconditionedFold> preconditioned = Optional.empty();
  private long folded;

  /**
   * Begins with an R.
   *
   * @param triangle column by column; taken over
   * @param folded how many rows are behind it
   */
  BlockedFold(Kernel kernel, int size, double[] triangle, long folded) {
    this.kernel = kernel;
    this.size = size;
    this.triangle = triangle;
    this.folded = folded;
    this.reflections = new BlockedReflections(kernel, size);
    this.waiting = new Block(HEIGHT, size);
  }

  @Override
  public void fold(double[] values, int stride, int rows, boolean triangular) {
    if (triangular) {
      settle();
      reflect(View.of(values, 0, stride, rows, size));
      return;
    }
    int from = 0;
    while (from < rows) {
      int count = Math.min(HIGHEST, rows - from);
      if (waiting.rows() == 0 && count >= HEIGHT / 2 && count % GRAIN == 0) {
        absorb(values, from, stride, count);
      } else {
        count = Math.min(count, HEIGHT - waiting.rows());
        gather(values, from, stride, count);
      }
      from += count;
    }
  }

  @Override
  public double[] triangle() {
    settle();
    return triangle;
  }

  @Override
  public FoldMethod anew() {
    return new BlockedFold(kernel, size, new double[size * size], 0);
  }

  private void gather(double[] values, int from, int stride, int count) {
    int filled = waiting.rows();
    for (int j = 0; j < size; j++) {
      System.arraycopy(
          values, j * stride + from, waiting.values(), waiting.offset(j) + filled, count);
    }
    waiting.setRows(filled + count);
    if (waiting.rows() == HEIGHT) {
      flush();
    }
  }

  private void flush() {
    int rows = waiting.rows();
    if (rows == 0) {
      return;
    }
    waiting.setRows(0);
    absorb(waiting.values(), 0, waiting.stride(), rows);
  }

  private void absorb(double[] values, int from, int stride, int rows) {
    folded += rows;
    if (preconditioned.isPresent()) {
      preconditioned.get().fold(values, from, stride, rows);
      return;
    }
    View a = View.of(values, from, stride, rows, size);
    reflections.fold(View.of(triangle, 0, size, size, size), a, false);
    if (folded >= (long) TRUSTED * size) {
      preconditioned = Optional.of(new PreconditionedFold(kernel, size, triangle));
    }
  }

  /** Folds what waits, and brings the triangle up to date. */
  private void settle() {
    flush();
    preconditioned.ifPresent(fold -> fold.write(triangle));
  }

  private void reflect(View upper) {
    reflections.fold(View.of(triangle, 0, size, size, size), upper, true);
    preconditioned = preconditioned.map(f -> new PreconditionedFold(kernel, size, triangle));
  }
}
