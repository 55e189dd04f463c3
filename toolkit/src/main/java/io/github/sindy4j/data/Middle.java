package io.github.sindy4j.data;

import java.util.Arrays;

/** The median of many numbers without sorting them all. */
final class Middle {
  /** Shorter stretches are sorted. */
  private static final int SHORT = 64;

  /** So many times a stretch may be cut before it is sorted instead. */
  private static final int MOST_CUTS = 64;

  private Middle() {}

  /**
   * The mean of the middle two, or the middle one, of the first {@code count} numbers, at least
   * one, none of them NaN; changes their order.
   */
  static double of(double[] values, int count) {
    double upper = ranked(values, 0, count, count / 2);
    if (count % 2 == 1) {
      return upper;
    }
    double lower = values[0];
    for (int i = 1; i < count / 2; i++) {
      lower = values[i] > lower ? values[i] : lower;
    }
    return 0.5 * lower + 0.5 * upper;
  }

  /** The number of this rank; those of lower rank stand before it afterwards. */
  private static double ranked(double[] values, int first, int end, int rank) {
    int from = first;
    int to = end;
    for (int cut = 0; to - from > SHORT && cut < MOST_CUTS; cut++) {
      double pivot = pivot(values, from, to);
      int below = gather(values, from, to, pivot, false);
      if (rank < below) {
        to = below;
        continue;
      }
      int equal = gather(values, below, to, pivot, true);
      if (rank < equal) {
        return pivot;
      }
      from = equal;
    }
    Arrays.sort(values, from, to);
    return values[rank];
  }

  /** The middle one of the first, the middle and the last. */
  private static double pivot(double[] values, int from, int to) {
    double a = values[from];
    double b = values[(from + to) >>> 1];
    double c = values[to - 1];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** Brings those below the pivot, or equal to it, to the front; where they end. */
  private static int gather(double[] values, int from, int to, double pivot, boolean equal) {
    int end = from;
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (value < pivot || (equal && value == pivot)) {
        values[i] = values[end];
        values[end++] = value;
      }
    }
    return end;
  }
}
