package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

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

  TwistedCholesky(BandedCholesky head, BandedCholesky tail, BandedCholesky middle) {
    this.size = head.size() + tail.size() - middle.size();
    this.width = head.width();
    this.head = head;
    this.tail = tail;
    this.middle = middle;
  }

  /**
   * Empty when A is not positive definite: when a pivot is zero beside the diagonal entry that it
   * comes from, in the tolerance.
   */
  public static Optional<TwistedCholesky> of(BandColumns a, Tolerance tolerance) {
    return new TwistedElimination(a, tolerance).factor();
  }

  /** Both ends, one after the other where a second thread is not worth it. */
  static void both(int size, Runnable first, Runnable second) {
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
    double[] ends = new double[2];
    both(size, () -> ends[0] = head.logDeterminant(), () -> ends[1] = tail.logDeterminant());
    return ends[0] + ends[1] + middle.logDeterminant();
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

  /** The entries of A⁻¹ within the band, exactly those of the whole inverse: O(n w²). */
  public SymmetricBand inverseBand() {
    double[] z = new double[size * (width + 1)];
    BandPart all = BandPart.whole(size, width, z);
    invert(1, part -> part.addTo(all), part -> part.addTo(all));
    return SymmetricBand.adopt(size, width, z);
  }

  /**
   * The same, part after part: two visitors see all entries once, each in an order of its own, and
   * at the same time. Parts begin and end with a group of columns, and so do their rows.
   *
   * @param group how many columns belong together
   */
  public void invert(int group, BandVisitor up, BandVisitor down) {
    new TwistedInverse(head, tail, middle, group).stream(up, down);
  }
}
