package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * P A Pᵀ = L Lᵀ for a symmetric, positive definite A of band width w, where P takes the rows from
 * both ends towards w rows in the middle: nothing is filled in beyond the band, and two threads
 * share the work. Vectors keep the order of A, so that L⁻¹ x stands for Pᵀ L⁻¹ P x.
 *
 * <p>The same bits on one thread and on two. O(n w²) time, O(n w) memory.
 *
 * <p>Source: the factorization that burns at both ends, H. A. van der Vorst, Parallel Computing 5
 * (1987) 45–54; for bands J. J. Dongarra and L. Johnsson, Parallel Computing 5 (1987) 219–246.
 */
public final class TwistedCholesky {
  /** Fewer rows are not worth a second thread. */
  private static final int FEW = 512;

  /** Rows that are whitened and folded while they stay in the cache, in two places. */
  private static final int MOST = 256;

  private final int size;
  private final int width;

  /** The rows before the middle, and the middle's, in which it is the identity. */
  private final BandedCholesky head;

  /** The same from the last row upwards. */
  private final BandedCholesky tail;

  private final BandedCholesky middle;

  private TwistedCholesky(
      int size, int width, BandedCholesky head, BandedCholesky tail, BandedCholesky middle) {
    this.size = size;
    this.width = width;
    this.head = head;
    this.tail = tail;
    this.middle = middle;
  }

  /**
   * Empty when A is not positive definite: when a pivot is zero beside the diagonal entry that it
   * comes from, in the tolerance.
   */
  public static Optional<TwistedCholesky> of(SymmetricBand a, Tolerance tolerance) {
    int n = a.size();
    int w = Math.min(a.width(), Math.max(0, n - 1));
    int stride = a.width() + 1;
    int before = (n - w) / 2;
    int behind = n - w - before;
    double[] head = new double[(before + w) * stride];
    double[] tail = new double[(behind + w) * stride];
    boolean[] positive = new boolean[2];
    both(
        n,
        () -> {
          System.arraycopy(a.lower(), 0, head, 0, head.length);
          positive[0] = BandedCholesky.eliminate(head, before + w, before, stride, tolerance);
        },
        () -> {
          reverse(a, behind, tail);
          positive[1] = BandedCholesky.eliminate(tail, behind + w, behind, stride, tolerance);
        });
    if (!positive[0] || !positive[1]) {
      return Optional.empty();
    }
    double[] rest = rest(head, tail, before, behind, w, stride);
    Optional<BandedCholesky> middle =
        BandedCholesky.of(SymmetricBand.adopt(w, Math.max(0, w - 1), rest), tolerance);
    if (middle.isEmpty() || lost(middle.get(), a, before, tolerance)) {
      return Optional.empty();
    }
    return Optional.of(
        new TwistedCholesky(
            n,
            a.width(),
            withIdentity(head, before, w, stride),
            withIdentity(tail, behind, w, stride),
            middle.get()));
  }

  /** Writes the last rows of A, the last one first. */
  private static void reverse(SymmetricBand a, int behind, double[] tail) {
    int stride = a.width() + 1;
    for (int j = 0; j < behind; j++) {
      int row = a.size() - 1 - j;
      for (int k = 0; k < stride && k <= row; k++) {
        tail[j * stride + k] = a.lower()[(row - k) * stride + k];
      }
    }
  }

  /** What both ends leave of the middle. */
  private static double[] rest(
      double[] head, double[] tail, int before, int behind, int w, int stride) {
    double[] rest = new double[w * Math.max(1, w)];
    for (int c = 0; c < w; c++) {
      for (int r = c; r < w; r++) {
        rest[c * w + r - c] =
            head[(before + c) * stride + r - c] + tail[(behind + w - 1 - r) * stride + r - c];
      }
    }
    return rest;
  }

  private static boolean lost(
      BandedCholesky middle, SymmetricBand a, int before, Tolerance tolerance) {
    return IntStream.range(0, middle.size())
        .anyMatch(
            i ->
                tolerance.isZero(
                    middle.get(i, i) * middle.get(i, i), a.get(before + i, before + i)));
  }

  private static BandedCholesky withIdentity(double[] l, int columns, int w, int stride) {
    Arrays.fill(l, columns * stride, l.length, 0);
    for (int j = columns; j < columns + w; j++) {
      l[j * stride] = 1;
    }
    return BandedCholesky.adopt(columns + w, stride - 1, l);
  }

  private static void both(int size, Runnable first, Runnable second) {
    if (size < FEW) {
      first.run();
      second.run();
    } else {
      Team.each(2, i -> (i == 0 ? first : second).run());
    }
  }

  /** n. */
  public int size() {
    return size;
  }

  private int before() {
    return head.size() - middle.size();
  }

  private int behind() {
    return tail.size() - middle.size();
  }

  /** log det A. */
  public double logDeterminant() {
    return head.logDeterminant() + tail.logDeterminant() + middle.logDeterminant();
  }

  /** A⁻¹ b. */
  public Vec solve(Vec b) {
    Ends ends = lowerSolved(b.toArray());
    ends.upperSolve();
    return Vec.adopt(ends.joined());
  }

  /** x ← L⁻¹ x, in place. */
  public void lowerSolve(double[] x) {
    System.arraycopy(lowerSolved(x).joined(), 0, x, 0, size);
  }

  private Ends lowerSolved(double[] x) {
    Shape.requireEqual("TwistedCholesky: size", size, x.length);
    Ends ends = new Ends(x);
    ends.lowerSolve();
    return ends;
  }

  /** A vector as both ends see it, each with room for the middle, and the middle. */
  private final class Ends {
    private final double[] first;
    private final double[] last = new double[tail.size()];
    private final double[] between;

    Ends(double[] x) {
      this.first = Arrays.copyOf(x, head.size());
      this.between = Arrays.copyOfRange(x, before(), head.size());
      Arrays.fill(first, before(), first.length, 0);
      for (int j = 0; j < behind(); j++) {
        last[j] = x[size - 1 - j];
      }
    }

    void lowerSolve() {
      both(size, () -> head.lowerSolve(first), () -> tail.lowerSolve(last));
      for (int r = 0; r < between.length; r++) {
        between[r] += first[before() + r] + last[tail.size() - 1 - r];
      }
      middle.lowerSolve(between);
    }

    void upperSolve() {
      middle.upperSolve(between);
      for (int r = 0; r < between.length; r++) {
        first[before() + r] = between[r];
        last[tail.size() - 1 - r] = between[r];
      }
      both(size, () -> head.upperSolve(first), () -> tail.upperSolve(last));
    }

    double[] joined() {
      double[] x = Arrays.copyOf(first, size);
      System.arraycopy(between, 0, x, before(), between.length);
      for (int j = 0; j < behind(); j++) {
        x[size - 1 - j] = last[j];
      }
      return x;
    }
  }

  /** L⁻¹ X, n×cols, row-major. */
  public double[] whitened(int cols, RowWriter rows) {
    double[] whitened = new double[Math.multiplyExact(size, cols)];
    stream(
        cols,
        rows,
        most ->
            (row, count, step, window, at) -> {
              for (int r = 0; r < count; r++) {
                System.arraycopy(window[at + r], 0, whitened, (row + r * step) * cols, cols);
              }
            });
    return whitened;
  }

  /**
   * Folds the rows of L⁻¹ X, block after block, into a fold for each end and a third one for the
   * rows between.
   *
   * @param folds makes an empty fold
   * @param into folds the rows of a block, which is filled anew each time
   */
  <F> List<F> folded(int cols, RowWriter rows, Supplier<F> folds, BiConsumer<F, Block> into) {
    return stream(cols, rows, most -> new Folded<>(new Block(most, cols), folds.get(), into))
        .stream()
        .map(Folded::fold)
        .toList();
  }

  /** Takes whitened rows in blocks. */
  @FunctionalInterface
  private interface Sink {
    /**
     * Takes rows {@code row}, {@code row + step}, …, which stand in the window from row {@code at}
     * on.
     */
    void take(int row, int count, int step, double[][] window, int at);
  }

  /** Makes a sink that takes so many rows at once, at most. */
  @FunctionalInterface
  private interface Sinks<S extends Sink> {
    S of(int most);
  }

  /** Whitened rows that go to a fold. */
  private record Folded<F>(Block block, F fold, BiConsumer<F, Block> folding) implements Sink {
    @Override
    public void take(int row, int count, int step, double[][] window, int at) {
      block.copyRows(window, at, count);
      folding.accept(fold, block);
    }
  }

  /** Feeds a sink of its own with the rows of each end, and a third one with those between. */
  private <S extends Sink> List<S> stream(int cols, RowWriter rows, Sinks<S> sinks) {
    int most = blockRows(cols);
    List<S> each = List.of(sinks.of(most), sinks.of(most), sinks.of(Math.max(1, middle.size())));
    double[][][] left = new double[2][][];
    both(
        size,
        () -> left[0] = stream(head, before(), 0, 1, cols, rows, each.get(0)),
        () -> left[1] = stream(tail, behind(), size - 1, -1, cols, rows, each.get(1)));
    int w = middle.size();
    double[][] rest = new double[w][cols];
    for (int r = 0; r < w; r++) {
      rows.write(before() + r, rest[r], 0);
      for (int c = 0; c < cols; c++) {
        rest[r][c] += left[0][r][c] + left[1][w - 1 - r][c];
      }
    }
    if (w > 0) {
      middle.lowerSolve(rest, 0, 0, w);
      each.get(2).take(before(), w, 1, rest, 0);
    }
    return each;
  }

  private static int blockRows(int cols) {
    return Math.min(MOST, TriangularFold.blockRows(cols));
  }

  /** Solves the rows of one end, from the outside in; what they do to the rows between. */
  private double[][] stream(
      BandedCholesky half, int count, int outermost, int step, int cols, RowWriter rows, Sink to) {
    int most = blockRows(cols);
    double[][] window = new double[width + Math.max(most, width)][cols];
    int first = 0;
    int from = 0;
    while (from < count) {
      int end = Math.min(count, from + most);
      first = moved(window, first, from, end);
      for (int i = from; i < end; i++) {
        rows.write(outermost + i * step, window[i - first], 0);
      }
      half.lowerSolve(window, first, from, end);
      to.take(outermost + from * step, end - from, step, window, from - first);
      from = end;
    }
    first = moved(window, first, count, half.size());
    half.lowerSolve(window, first, count, half.size());
    return Arrays.copyOfRange(window, count - first, half.size() - first);
  }

  /** Moves the last rows before {@code from} to the front, with zeros behind; the first of them. */
  private int moved(double[][] window, int first, int from, int to) {
    int begin = Math.max(0, from - width);
    for (int i = begin; i < from; i++) {
      double[] row = window[i - first];
      window[i - first] = window[i - begin];
      window[i - begin] = row;
    }
    for (int i = from; i < to; i++) {
      Arrays.fill(window[i - begin], 0);
    }
    return begin;
  }

  /** Puts the rows of the tail, which stand from the last one upwards, in their places. */
  private void turn(double[] last, double[] z) {
    int stride = width + 1;
    for (int j = 0; j < behind(); j++) {
      int row = size - 1 - j;
      for (int k = 0; k < stride && k <= row; k++) {
        z[(row - k) * stride + k] = last[j * stride + k];
      }
    }
  }

  /** The entries of A⁻¹ within the band, exactly those of the whole inverse: O(n w²). */
  public SymmetricBand inverseBand() {
    int w = middle.size();
    int stride = width + 1;
    SymmetricBand between = middle.inverseBand();
    double[] z = new double[size * stride];
    double[] last = new double[tail.size() * stride];
    for (int c = 0; c < w; c++) {
      for (int r = c; r < w; r++) {
        z[(before() + c) * stride + r - c] = between.get(r, c);
        last[(tail.size() - 1 - r) * stride + r - c] = between.get(r, c);
      }
    }
    both(
        size,
        () -> head.invert(z, before()),
        () -> {
          tail.invert(last, behind());
          turn(last, z);
        });
    return SymmetricBand.adopt(size, width, z);
  }
}
