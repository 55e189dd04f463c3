package io.github.sindy4j.linalg;

/**
 * A window on numbers stored column by column: entry (i, j), r×c, is {@code values()[at() + j ·
 * stride() + i]}. What {@link Kernel}s work on; the numbers are shared, never copied.
 */
public final class Panel {
  private final double[] values;
  private final int at;
  private final int stride;
  private final int rows;
  private final int columns;

  private Panel(double[] values, int at, int stride, int rows, int columns) {
    this.values = values;
    this.at = at;
    this.stride = stride;
    this.rows = rows;
    this.columns = columns;
  }

  /** The window of this size whose first entry is {@code values[at]}. */
  public static Panel of(double[] values, int at, int stride, int rows, int columns) {
    Shape.require(
        at >= 0 && rows >= 0 && columns >= 0 && stride >= 0,
        "Panel: bad window " + rows + "×" + columns + " at " + at + ", stride " + stride);
    Shape.require(
        rows == 0 || columns == 0 || (columns - 1L) * stride + rows + at <= values.length,
        "Panel: a window of " + rows + "×" + columns + " reaches past the numbers");
    return new Panel(values, at, stride, rows, columns);
  }

  /** The rows from {@code from} (included) to {@code to} (excluded). */
  public Panel rows(int from, int to) {
    return of(values, at + from, stride, to - from, columns);
  }

  /** The columns from {@code from} (included) to {@code to} (excluded). */
  public Panel columns(int from, int to) {
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

  /** Entry (i, j). */
  public double get(int i, int j) {
    return values[at + j * stride + i];
  }

  /** Sets entry (i, j). */
  public void set(int i, int j, double value) {
    values[at + j * stride + i] = value;
  }
}
