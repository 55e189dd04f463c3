package io.github.sindy4j.linalg;

/** The entries of A⁻¹ within the band, from the middle to both ends, stretch after stretch. */
final class TwistedInverse {
  private final BandedCholesky head;
  private final BandedCholesky tail;
  private final SymmetricBand middle;
  private final Stretches stretches;
  private final int size;
  private final int width;
  private final int before;
  private final int low;
  private final int high;

  /**
   * Of a factor.
   *
   * @param group how many columns belong together
   */
  TwistedInverse(BandedCholesky head, BandedCholesky tail, BandedCholesky middle, int group) {
    this.head = head;
    this.tail = tail;
    this.middle = middle.inverseBand();
    this.size = head.size() + tail.size() - middle.size();
    this.width = head.width();
    this.before = head.size() - middle.size();
    this.stretches = new Stretches(size, group);
    this.low = stretches.floor(before);
    this.high = stretches.ceiling(head.size());
  }

  /**
   * Gives the middle and then the columns before it to one visitor, the rows behind it to another.
   */
  void stream(BandVisitor up, BandVisitor down) {
    Window above = new Window(head, low);
    Window below = new Window(tail, size - high);
    for (int c = 0; c < middle.size(); c++) {
      for (int r = c; r < middle.size(); r++) {
        above.set(before + c, r - c, middle.get(r, c));
        below.set(tail.size() - 1 - r, r - c, middle.get(r, c));
      }
    }
    above.begin(before);
    below.begin(tail.size() - middle.size());
    BandPart.Lines lines = new BandPart.Lines(low, high);
    up.visit(BandPart.byColumns(lines, lines, width, around(above, below), low));
    TwistedCholesky.both(size, () -> columns(above, up), () -> rows(below, down));
  }

  /** Columns from {@code low} to {@code high}. */
  private double[] around(Window above, Window below) {
    double[] around = new double[(high - low) * (width + 1)];
    for (int c = low; c < high; c++) {
      for (int k = 0; k <= width && c + k < high; k++) {
        around[(c - low) * (width + 1) + k] =
            c + k < head.size() ? above.get(c, k) : below.get(size - 1 - c - k, k);
      }
    }
    return around;
  }

  private void columns(Window window, BandVisitor visitor) {
    int from;
    for (int to = low; to > 0; to = from) {
      from = Math.max(0, to - stretches.length());
      window.advance(from);
      visitor.visit(
          BandPart.byColumns(
              new BandPart.Lines(from, to), new BandPart.Lines(from, size), width, window.z, from));
    }
  }

  private void rows(Window window, BandVisitor visitor) {
    int to;
    for (int from = high; from < size; from = to) {
      to = Math.min(size, from + stretches.length());
      window.advance(size - to);
      visitor.visit(
          BandPart.byRows(
              new BandPart.Lines(0, to), new BandPart.Lines(from, to), width, window.z, to - 1));
    }
  }

  /** Some columns of the inverse as one end sees it, and the w behind them. */
  private final class Window {
    private final BandedCholesky half;
    private final double[] z;
    private int first;

    Window(BandedCholesky half, int first) {
      this.half = half;
      this.first = first;
      this.z = new double[(stretches.length() + middle.size()) * (width + 1)];
    }

    void set(int column, int below, double value) {
      z[(column - first) * (width + 1) + below] = value;
    }

    double get(int column, int below) {
      return z[(column - first) * (width + 1) + below];
    }

    /** Finds the columns before this one. */
    void begin(int known) {
      half.invert(z, first, first, known);
    }

    /** Keeps the first w columns and finds those from {@code from} on before them. */
    void advance(int from) {
      int stride = width + 1;
      System.arraycopy(z, 0, z, (first - from) * stride, middle.size() * stride);
      half.invert(z, from, from, first);
      first = from;
    }
  }
}
