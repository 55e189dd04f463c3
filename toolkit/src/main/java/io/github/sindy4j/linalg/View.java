package io.github.sindy4j.linalg;

/**
 * A view of numbers stored column by column: entry (i, j), r×c, is {@code values()[at() + j ·
 * stride() + i]}. What {@link Kernel}s work on; the numbers are shared, not copied.
 */
public final class View {
  private final double[] values;
  private final int at;
  private final int stride;
  private final int rows;
  private final int columns;

  private View(double[] values, int at, int stride, int rows, int columns) {
    this.values = values;
    this.at = at;
    this.stride = stride;
    this.rows = rows;
    this.columns = columns;
  }

  /** The window of this size whose first entry is {@code values[at]}. */
  public static View of(double[] values, int at, int stride, int rows, int columns) {
    // Said only where it is true: the words would take longer than what is done with most views.
    if (at < 0 || rows < 0 || columns < 0 || stride < 0) {
      throw Shape.mismatch(
          "View: bad window " + rows + "×" + columns + " at " + at + ", stride " + stride);
    }
    if (rows > 0 && columns > 0 && (columns - 1L) * stride + rows + at > values.length) {
      throw Shape.mismatch(
          "View: a window of " + rows + "×" + columns + " reaches past the numbers");
    }
    return new View(values, at, stride, rows, columns);
  }

  /** The rows from {@code from} (included) to {@code to} (excluded). */
  public View rows(int from, int to) {
    return of(values, at + from, stride, to - from, columns);
  }

  /** The columns from {@code from} (included) to {@code to} (excluded). */
  public View columns(int from, int to) {
    return of(values, to == from ? at : at + from * stride, stride, rows, to - from);
  }

  /** The storage itself, not a copy. */
  public double[] values() {
    return values;
  }

  /** Where entry (0, 0) is in {@link #values()}. */
  public int at() {
    return at;
  }

  /** From one column to the next in {@link #values()}. */
  public int stride() {
    return stride;
  }

  /** r. */
  public int rows() {
    return rows;
  }

  /** c. */
  public int columns() {
    return columns;
  }

  /** Where column j begins in {@link #values()}. */
  public int offset(int j) {
    return at + j * stride;
  }

  /** Takes over the entries of a window of the same size. */
  public void copy(View from) {
    for (int j = 0; j < columns; j++) {
      System.arraycopy(from.values, from.offset(j), values, offset(j), rows);
    }
  }

  /** Entry (i, j). */
  public double get(int i, int j) {
    return values[at + j * stride + i];
  }

  /** Sets entry (i, j). */
  public void set(int i, int j, double value) {
    values[at + j * stride + i] = value;
  }
}
