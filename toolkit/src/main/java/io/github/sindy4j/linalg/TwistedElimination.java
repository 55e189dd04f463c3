package io.github.sindy4j.linalg;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Eliminates the columns of a band from both ends, stretch after stretch, while what was written of
 * them is in the cache.
 */
final class TwistedElimination {
  private final BandColumns a;
  private final Tolerance tolerance;
  private final Stretches stretches;
  private final int size;
  private final int stride;
  private final int between;
  private final int before;
  private final int behind;

  TwistedElimination(BandColumns a, Tolerance tolerance) {
    this.a = a;
    this.tolerance = tolerance;
    this.stretches = new Stretches(a.size(), a.group());
    this.size = a.size();
    this.stride = a.width() + 1;
    this.between = Math.min(a.width(), Math.max(0, size - 1));
    this.before = (size - between) / 2;
    this.behind = size - between - before;
  }

  /** Empty when A is not positive definite. */
  Optional<TwistedCholesky> factor() {
    // Each end's thread makes that end's array, and clears it.
    Half[] ends = new Half[2];
    TwistedCholesky.both(size, () -> ends[0] = head(), () -> ends[1] = tail());
    Half head = ends[0];
    Half tail = ends[1];
    if (!head.positive || !tail.positive) {
      return Optional.empty();
    }
    SymmetricBand rest = SymmetricBand.adopt(between, Math.max(0, between - 1), rest(head, tail));
    return BandedCholesky.of(rest, tolerance)
        .filter(middle -> !isLost(middle, head))
        .map(middle -> new TwistedCholesky(head.factor(), tail.factor(), middle));
  }

  private Half head() {
    Half head = new Half(before);
    BandVisitor writer = a.writer();
    int end = before + between;
    int to;
    for (int from = 0; from < end && head.positive; from = to) {
      to = Math.min(stretches.ceiling(end), from + stretches.length());
      BandPart.Lines columns = new BandPart.Lines(from, to);
      BandPart.Lines rows = new BandPart.Lines(from, size);
      writer.visit(BandPart.byColumns(columns, rows, stride - 1, head.lower, 0));
      head.advance(from, Math.min(to, end));
    }
    return head;
  }

  private Half tail() {
    Half tail = new Half(behind);
    BandVisitor writer = a.writer();
    int end = before + between;
    int from;
    for (int to = size; to > end && tail.positive; to = from) {
      from = stretches.floor(Math.max(end, to - stretches.length()));
      BandPart.Lines columns = new BandPart.Lines(0, to);
      BandPart.Lines rows = new BandPart.Lines(from, to);
      writer.visit(BandPart.byRows(columns, rows, stride - 1, tail.lower, size - 1));
      if (from <= end) {
        // The rows of the last group that belong to the middle are the head's.
        Arrays.fill(tail.lower, behind * stride, tail.lower.length, 0);
      }
      tail.advance(size - to, from <= end ? behind + between : size - from);
    }
    return tail;
  }

  /** What both ends leave of the middle. */
  private double[] rest(Half head, Half tail) {
    int w = between;
    double[] rest = new double[w * Math.max(1, w)];
    for (int c = 0; c < w; c++) {
      for (int r = c; r < w; r++) {
        rest[c * w + r - c] =
            head.lower[(before + c) * stride + r - c]
                + tail.lower[(behind + w - 1 - r) * stride + r - c];
      }
    }
    return rest;
  }

  private boolean isLost(BandedCholesky middle, Half head) {
    return IntStream.range(0, between)
        .anyMatch(
            i -> tolerance.isZero(middle.get(i, i) * middle.get(i, i), head.diagonal[before + i]));
  }

  /** One end, and the middle's columns as that end leaves them. */
  private final class Half {
    private final int columns;
    private final double[] lower;
    private final double[] diagonal;
    private boolean positive = true;
    private int done;

    Half(int columns) {
      this.columns = columns;
      int places = Math.min(size, columns + between + stretches.group() - 1);
      this.lower = new double[Math.multiplyExact(places, stride)];
      this.diagonal = new double[columns + between];
    }

    /** Columns from {@code from} to {@code to} have been written: all but the last w can go. */
    void advance(int from, int to) {
      for (int j = from; j < to; j++) {
        diagonal[j] = lower[j * stride];
      }
      int next = Math.max(done, to - between);
      positive =
          BandedCholesky.eliminate(
              lower, columns + between, diagonal, done, next, stride, tolerance);
      done = next;
    }

    /** Its factor, which is the identity in the middle. */
    BandedCholesky factor() {
      Arrays.fill(lower, columns * stride, lower.length, 0);
      for (int j = columns; j < columns + between; j++) {
        lower[j * stride] = 1;
        diagonal[j] = 1;
      }
      return BandedCholesky.adopt(stride - 1, lower, diagonal);
    }
  }
}
