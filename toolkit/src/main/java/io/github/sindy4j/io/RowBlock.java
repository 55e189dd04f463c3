package io.github.sindy4j.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a table as numbers, column by column; grows while it is read, by one thread. */
final class RowBlock {
  private final double[][] columns;
  private int rows;
  private long given;
  private final boolean named;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] rowNames = {};
  private Optional<int[]> rowLines = Optional.empty();
  private int lines;

  /** Of so many columns of numbers; {@code named} when there is a column of names. */
  RowBlock(int width, boolean named, int expectedRows) {
    this.columns = new double[width][Math.max(1, expectedRows)];
    this.named = named;
    if (named) {
      rowNames = new int[Math.max(1, expectedRows)];
    }
  }

  /** A further row, of which everything is missing. */
  void addRow() {
    for (double[] column : columns) {
      if (rows == column.length) {
        grow();
        break;
      }
    }
    if (named) {
      if (rows == rowNames.length) {
        rowNames = Arrays.copyOf(rowNames, 2 * rows);
      }
      rowNames[rows] = IdColumn.MISSING;
    }
    for (double[] column : columns) {
      column[rows] = Double.NaN;
    }
    rows++;
  }

  private void grow() {
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], rows + rows / 4 + 16);
    }
  }

  /** Sets a number of the last row; NaN is a missing one. */
  void set(int column, double value) {
    columns[column][rows - 1] = value;
    if (Math.abs(value) <= Double.MAX_VALUE) {
      given++;
    }
  }

  /** Whether every number was set, and is finite. */
  boolean isFull() {
    return given == (long) rows * columns.length;
  }

  /** The numbers of a column, in the first places of an array; nobody may change them. */
  double[] column(int column) {
    return columns[column];
  }

  /** Sets the name of the last row. */
  void setName(byte[] bytes, int from, int to) {
    int before = rows > 1 ? rowNames[rows - 2] : IdColumn.MISSING;
    if (before != IdColumn.MISSING && same(names.get(before), bytes, from, to)) {
      rowNames[rows - 1] = before;
      return;
    }
    setName(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
  }

  /** Sets the name of the last row. */
  void setName(String name) {
    rowNames[rows - 1] = numbers.computeIfAbsent(name, this::append);
  }

  private int append(String name) {
    names.add(name);
    return names.size() - 1;
  }

  private static boolean same(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  int rows() {
    return rows;
  }

  /** The rows stand in these of so many lines, counted from 0, instead of one in each. */
  void setLines(int[] ofRows, int count) {
    rowLines = Optional.of(ofRows);
    lines = count;
  }

  /** How many lines there are. */
  int lines() {
    return rowLines.isPresent() ? lines : rows;
  }

  /** The line of a row, counted from 0. */
  int line(int row) {
    return rowLines.isPresent() ? rowLines.get()[row] : row;
  }

  /** How many columns of numbers there are. */
  int width() {
    return columns.length;
  }

  double get(int row, int column) {
    return columns[column][row];
  }

  /** The name of a row among {@link #names}, or MISSING. */
  int name(int row) {
    return rowNames[row];
  }

  /** The names, in the order of first appearance. */
  List<String> names() {
    return names;
  }
}
