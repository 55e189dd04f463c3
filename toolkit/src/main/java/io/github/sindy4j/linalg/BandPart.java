package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * Entries A_{lk}, l ≥ k, of a symmetric band: those of some columns k and some rows l. Good while a
 * {@link BandVisitor} is there.
 */
public final class BandPart {
  private final Lines columns;
  private final Lines rows;
  private final int width;
  private final double[] entries;
  private final int origin;
  private final boolean byRows;

  /** Rows, or columns, from {@code from} (included) to {@code to} (excluded). */
  record Lines(int from, int to) {
    /** How many are among others. */
    int shared(Lines others) {
      return Math.max(0, Math.min(to, others.to) - Math.max(from, others.from));
    }
  }

  private BandPart(
      Lines columns, Lines rows, int width, double[] entries, int origin, boolean byRows) {
    this.columns = columns;
    this.rows = rows;
    this.width = width;
    this.entries = entries;
    this.origin = origin;
    this.byRows = byRows;
  }

  /** All entries of a band, laid out as {@link SymmetricBand}. */
  public static BandPart whole(int size, int width, double[] lower) {
    Lines all = new Lines(0, size);
    return byColumns(all, all, width, lower, 0);
  }

  /** With A_{lk} at (k − first) (w + 1) + l − k. */
  static BandPart byColumns(Lines columns, Lines rows, int width, double[] entries, int first) {
    return new BandPart(columns, rows, width, entries, first, false);
  }

  /** With A_{lk} at (last − l) (w + 1) + l − k. */
  static BandPart byRows(Lines columns, Lines rows, int width, double[] entries, int last) {
    return new BandPart(columns, rows, width, entries, last, true);
  }

  /** The first k for which it has A_{k + apart, k}. */
  public int firstColumn(int apart) {
    return Math.max(columns.from(), rows.from() - apart);
  }

  /** Behind the last k for which it has A_{k + apart, k}. */
  public int endColumn(int apart) {
    return Math.min(columns.to(), rows.to() - apart);
  }

  /**
   * Copies so many times A_{row + m step, col + m step}, an entry beneath the diagonal or on it,
   * for m = 0 … count − 1; zeros outside the band.
   */
  public void copyEntries(int row, int col, int step, double times, double[] target, int count) {
    if (row - col > width) {
      Arrays.fill(target, 0, count, 0);
      return;
    }
    int at = place(row, col);
    int next = stride(step);
    for (int m = 0; m < count; m++) {
      target[m] = times * entries[at + m * next];
    }
  }

  /** Adds to A_{row + m step, col + m step}, entries within the band, for m = 0 … count − 1. */
  public void addEntries(int row, int col, int step, double[] values, int count) {
    int at = place(row, col);
    int next = stride(step);
    for (int m = 0; m < count; m++) {
      entries[at + m * next] += values[m];
    }
  }

  /** Adds the entries that both have to another's. */
  void addTo(BandPart other) {
    double[] diagonal =
        new double[Math.min(columns.shared(other.columns), rows.shared(other.rows))];
    for (int k = 0; k <= width; k++) {
      int from = Math.max(firstColumn(k), other.firstColumn(k));
      int to = Math.min(endColumn(k), other.endColumn(k));
      if (from < to) {
        copyEntries(from + k, from, 1, 1, diagonal, to - from);
        other.addEntries(from + k, from, 1, diagonal, to - from);
      }
    }
  }

  private int place(int row, int col) {
    return (byRows ? origin - row : col - origin) * (width + 1) + row - col;
  }

  /** How far entries are apart whose rows and columns are so far apart. */
  private int stride(int step) {
    return byRows ? -step * (width + 1) : step * (width + 1);
  }
}
