package io.github.sindy4j.io;

import java.util.List;

/**
 * What is known of the rows of a table once its first lines have been read.
 *
 * @param separator between cells
 * @param columns what each column of the file holds
 * @param mark the decimal mark, a point or a comma
 * @param line the line, counted from 1, with which the rest begins
 */
record RowLayout(Separator separator, List<Column> columns, char mark, long line) {
  /** What a column holds. */
  enum Column {
    NUMBERS,
    NAMES,
    ANYTHING
  }

  RowLayout {
    columns = List.copyOf(columns);
  }

  /** How many columns hold numbers. */
  int numbers() {
    return (int) columns.stream().filter(column -> column == Column.NUMBERS).count();
  }
}
