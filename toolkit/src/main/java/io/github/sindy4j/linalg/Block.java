package io.github.sindy4j.linalg;

import java.util.Arrays;

/**
 * A mutable block of rows, stored column by column: entry (i, j) is {@code values()[offset(j) +
 * i]}.
 *
 * <p>Blocks are the currency of hot loops: one owner fills them, nobody keeps them. Every column
 * has room for {@link #capacity()} rows, of which the first {@link #rows()} count.
 */
public final class Block {
  /** Columns that begin at the same place of a page would evict one another from the cache. */
  private static final int SKEW = 8;

  private static final int PAGED = 64;

  private final int capacity;
  private final int columns;
  private final int stride;
  private final double[] values;
  private int rows;

  /** An empty block with room for {@code capacity} rows of {@code columns} columns. */
  public Block(int capacity, int columns) {
    // Blocks are made and filled so often that a message is made only where it is needed.
    if (capacity <= 0 || columns < 0) {
      throw Shape.mismatch("Block: bad size " + capacity + "×" + columns);
    }
    this.capacity = capacity;
    this.columns = columns;
    this.stride = capacity % PAGED == 0 ? capacity + SKEW : capacity;
    this.values = new double[Math.multiplyExact(stride, columns)];
  }

  /** A copy of these rows, with room for at least one. */
  public static Block of(Matrix rows) {
    Block block = new Block(Math.max(1, rows.rows()), rows.cols());
    block.setRows(rows.rows());
    for (int j = 0; j < rows.cols(); j++) {
      rows.copyColumn(j, 0, rows.rows(), block.values, block.offset(j));
    }
    return block;
  }

  /** The number of rows that each column has room for. */
  public int capacity() {
    return capacity;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** The number of rows that count. */
  public int rows() {
    return rows;
  }

  /** Sets how many rows count; what they hold is up to the owner. */
  public void setRows(int rows) {
    if (rows < 0 || rows > capacity) {
      throw Shape.mismatch("Block: " + rows + " rows do not fit a capacity of " + capacity);
    }
    this.rows = rows;
  }

  /** Holds the rows from {@code from} (included) to {@code to} (excluded) of a row-major array. */
  public void copyRows(double[] rowMajor, int from, int to) {
    setRows(to - from);
    for (int j = 0; j < columns; j++) {
      int offset = offset(j) - from;
      for (int i = from; i < to; i++) {
        values[offset + i] = rowMajor[i * columns + j];
      }
    }
  }

  /** Holds so many of these rows from the first on. */
  void copyRows(double[][] rows, int first, int count) {
    setRows(count);
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      double[] a = rows[first + i];
      double[] b = rows[first + i + 1];
      double[] c = rows[first + i + 2];
      double[] d = rows[first + i + 3];
      for (int j = 0; j < columns; j++) {
        int at = j * stride + i;
        values[at] = a[j];
        values[at + 1] = b[j];
        values[at + 2] = c[j];
        values[at + 3] = d[j];
      }
    }
    for (; i < count; i++) {
      for (int j = 0; j < columns; j++) {
        values[j * stride + i] = rows[first + i][j];
      }
    }
  }

  /** Where column j begins in {@link #values()}. */
  public int offset(int j) {
    return j * stride;
  }

  /** How far apart columns begin in {@link #values()}, at least {@link #capacity()}. */
  public int stride() {
    return stride;
  }

  /** The storage itself, not a copy. */
  public double[] values() {
    return values;
  }

  /** Entry (i, j). */
  public double get(int i, int j) {
    return values[offset(j) + i];
  }

  /** Sets entry (i, j). */
  public void set(int i, int j, double value) {
    values[offset(j) + i] = value;
  }

  /** A copy of the counted rows. */
  public Matrix toMatrix() {
    double[] rowMajor = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        rowMajor[i * columns + j] = get(i, j);
      }
    }
    return Matrix.adopt(rows, columns, rowMajor);
  }

  /** Sets the counted rows of column j to {@code value}. */
  public void fill(int j, double value) {
    Arrays.fill(values, offset(j), offset(j) + rows, value);
  }
}
