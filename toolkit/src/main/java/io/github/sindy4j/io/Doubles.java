package io.github.sindy4j.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing sequence of numbers in pieces, so that growing copies nothing; it is faster to go
 * through than to look anywhere.
 */
final class Doubles {
  private static final int PIECE = 1 << 13;

  private final List<double[]> pieces = new ArrayList<>();

  /** Where each piece begins, and where the last one ends. */
  private int[] starts = new int[16];

  private double[] open = new double[0];
  private int used;

  /** The piece that was looked into last. */
  private int last;

  void add(double value) {
    if (used == open.length) {
      close();
      open = new double[PIECE];
    }
    open[used++] = value;
  }

  /** Adds the first {@code count} numbers of an array, which nobody may change any more. */
  void addPiece(double[] values, int count) {
    close();
    addStored(values, count);
  }

  private void close() {
    if (used > 0) {
      addStored(open, used);
      open = new double[0];
      used = 0;
    }
  }

  private void addStored(double[] values, int count) {
    int piece = pieces.size();
    if (piece + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    pieces.add(values);
    starts[piece + 1] = starts[piece] + count;
  }

  double get(int i) {
    int stored = pieces.size();
    if (i >= starts[stored]) {
      return open[i - starts[stored]];
    }
    if (i < starts[last] || i >= starts[last + 1]) {
      int found = Arrays.binarySearch(starts, 0, stored + 1, i);
      last = found >= 0 ? found : -found - 2;
      // Of pieces that begin at one place all but the last are empty.
      while (starts[last + 1] == i) {
        last++;
      }
    }
    return pieces.get(last)[i - starts[last]];
  }

  /**
   * Writes the numbers {@code from … from + count − 1} to every {@code stride}-th place of a
   * target, from {@code at} on.
   */
  void copy(int from, int count, double[] target, int at, int stride) {
    int next = from;
    int end = from + count;
    for (int piece = 0; piece <= pieces.size() && next < end; piece++) {
      boolean stored = piece < pieces.size();
      double[] values = stored ? pieces.get(piece) : open;
      int until = Math.min(end, stored ? starts[piece + 1] : end);
      if (next < until) {
        spread(
            values,
            next - starts[piece],
            until - next,
            target,
            at + (next - from) * stride,
            stride);
        next = until;
      }
    }
  }

  private static void spread(
      double[] values, int from, int count, double[] target, int at, int stride) {
    if (stride == 1) {
      System.arraycopy(values, from, target, at, count);
      return;
    }
    int to = at;
    for (int i = from; i < from + count; i++) {
      target[to] = values[i];
      to += stride;
    }
  }
}
