package io.github.sindy4j.linalg;

/**
 * Folds wide rows by blocked reflections: the first q rows are gathered where R is to stand and
 * factored there, for two thirds of the work of folding them; all others are folded beneath, many
 * at a time.
 */
final class WideFold implements FoldMethod {
  /** Rows wider than this: their panels are a small part of the work. */
  static final int NARROWEST = 513;

  /** Rows that are gathered for one fold. */
  private static final int HEIGHT = 512;

  private final int size;
  private final BlockedReflections reflections;
  private final Block waiting;

  /** Column by column; empty as long as there are no rows. */
  private double[] triangle;

  /** So many rows stand in the place of R as they came; {@code size} when R stands there. */
  private int first;

  /**
   * Begins with an R.
   *
   * @param triangle column by column; taken over
   * @param folded how many rows are behind it
   */
  WideFold(Kernel kernel, int size, double[] triangle, long folded) {
    this.size = size;
    this.triangle = triangle;
    this.reflections = new BlockedReflections(kernel, size);
    this.waiting = new Block(HEIGHT, size);
    this.first = folded == 0 ? 0 : size;
  }

  @Override
  public void fold(double[] values, int stride, int rows, boolean triangular) {
    begin();
    if (triangular) {
      foldTriangle(View.of(values, 0, stride, rows, size));
      return;
    }
    int from = 0;
    while (from < rows) {
      int room = first < size ? size - first : HEIGHT - waiting.rows();
      int count = Math.min(rows - from, room);
      gather(values, from, stride, count);
      from += count;
    }
  }

  private void gather(double[] values, int from, int stride, int count) {
    boolean begins = first < size;
    int filled = begins ? first : waiting.rows();
    double[] target = begins ? triangle : waiting.values();
    int step = begins ? size : waiting.stride();
    for (int j = 0; j < size; j++) {
      System.arraycopy(values, j * stride + from, target, j * step + filled, count);
    }
    if (begins) {
      first += count;
      if (first == size) {
        reflections.factor(square(size));
      }
    } else {
      waiting.setRows(filled + count);
      if (waiting.rows() == HEIGHT) {
        flush();
      }
    }
  }

  private void foldTriangle(View upper) {
    if (first == 0) {
      square(size).copy(upper);
      first = size;
    } else {
      settle();
      reflections.fold(square(size), upper, true);
    }
  }

  @Override
  public double[] triangle() {
    begin();
    settle();
    return triangle;
  }

  @Override
  public FoldMethod anew() {
    triangle = new double[0];
    waiting.setRows(0);
    first = 0;
    return this;
  }

  private void begin() {
    if (triangle.length == 0) {
      triangle = new double[Math.multiplyExact(size, size)];
    }
  }

  private void settle() {
    if (first > 0 && first < size) {
      reflections.factor(square(first));
      first = size;
    }
    flush();
  }

  private void flush() {
    if (waiting.rows() > 0) {
      View rows = View.of(waiting.values(), 0, waiting.stride(), waiting.rows(), size);
      reflections.fold(square(size), rows, false);
      waiting.setRows(0);
    }
  }

  /** The first rows of where R stands. */
  private View square(int rows) {
    return View.of(triangle, 0, size, rows, size);
  }
}
